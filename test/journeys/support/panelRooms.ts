/** The panel of the fictional area as a journey uses it: its channel in the Playground, and a room in each one's tab. */
import type { Page } from 'playwright-core';
import { openChannel, type ChannelPage } from './channelPage.ts';
import type { Stage } from './stage.ts';

export type Direction = 'For' | 'Against' | 'Abstain';

export interface PanelRooms {
  readonly channel: ChannelPage;
  /** The tab somebody has open. Throws when they have none. */
  tab(name: string): Page;
  press(name: string, button: string): Promise<void>;
  vote(name: string, direction: Direction): Promise<void>;
  /** Opens somebody's room of the meeting, under a role where they have several. */
  enter(name: string, meeting: string, role?: string): Promise<void>;
  /** Says in the channel who is at the keyboard from now on. */
  actAs(name: string): Promise<void>;
  /** Plans a meeting for 2pm on the stage's Monday with four seats, an appeal and a new placement; its reference. */
  planMeeting(): Promise<string>;
}

/**
 * What the chair's card says once the casting vote is taken. It is the notice's own message (D10): its receipt, until
 * the notice is edited to the item's present state, which may be at once.
 */
export const castingVoteTaken = /Your casting vote is recorded|Now: Decided/;

const officer = 'Daniel Reyes';
const seats = [
  ['Chair', 'Margaret Ellis'],
  ['Contracts', 'Joan Mistry'],
  ['GP member', 'Helen Okafor'],
  ['Lay member', 'Arthur Penrose'],
] as const;

export function openPanelRooms(stage: Stage): PanelRooms {
  const channel = openChannel(stage.chat.page);
  const tabs = new Map<string, Page>();
  const tab = (name: string): Page => {
    const page = tabs.get(name);
    if (!page) throw new Error(`${name} has no tab open.`);
    return page;
  };
  const press = (name: string, button: string) =>
    tab(name).getByRole('button', { name: button, exact: true }).click();
  const addItem = async (type: string) => {
    const page = tab(officer);
    const items = page.getByRole('region', { name: 'Agenda' }).getByRole('listitem');
    const before = await items.count();
    await press(officer, 'Add an item');
    await page.getByLabel('What is it?').selectOption(type);
    await page.getByLabel('Reference of the case').fill('INC-2027-4839272');
    await press(officer, 'Add to the agenda');
    await items.nth(before).waitFor();
  };
  return {
    channel,
    tab,
    press,
    async vote(name, direction) {
      await tab(name).getByRole('radio', { name: direction }).check();
      await press(name, `Vote ${direction}`);
      await tab(name).getByText('You voted').waitFor();
    },
    async enter(name, meeting, role) {
      const page = await stage.tabOf(name);
      if (role) await page.getByLabel('Your role').selectOption({ label: role });
      await page.goto(`${stage.url}/#/meetings/${meeting}`);
      await page.getByRole('heading', { name: 'Seats' }).waitFor();
      tabs.set(name, page);
    },
    actAs: (name) => channel.mention(`act as ${name}`, 'you now act as the person you named'),
    async planMeeting() {
      const page = await stage.tabOf(officer);
      tabs.set(officer, page);
      await page.getByRole('link', { name: 'Panel' }).click();
      await press(officer, 'Plan a meeting');
      await page.getByLabel('Day and time').fill('2030-01-14T14:00');
      await press(officer, 'Plan this meeting');
      await page.getByRole('table').getByRole('link').first().click();
      for (const [seat, holder] of seats) {
        await press(officer, `Fill ${seat}`);
        await page.getByLabel(`${seat} at this meeting`).selectOption(holder);
        await press(officer, 'Give the seat');
        await page.getByRole('button', { name: `Change ${seat}` }).waitFor();
      }
      await addItem('Appeal');
      await addItem('New placement');
      return /MTG-\d{4}-\d{7}/.exec(await page.locator('main').innerText())?.[0] ?? '';
    },
  };
}
