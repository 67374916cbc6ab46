/** The panel's pages as everybody can read and use them: themes, barriers, a phone. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { people } from '../support/house.ts';
import { castAll, chair, done, list, members, plan, sit, vote, type AtItem } from '../support/panel.ts';
import { appInBrowser, type AppInBrowser } from './support/appInBrowser.ts';
import { visit, type VisitOptions } from './support/visit.ts';
import { testThemes, walkOnPhone, type Look } from './support/walk.ts';

const reason = 'The letter of appeal names a witness whom nobody has heard yet.';
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const roomOf = ({ meeting }: AtItem) => `/meetings/${meeting}`;

/** The panel's pages as they look in use: forms open, problems shown. */
async function walk(here: AppInBrowser, options: VisitOptions, look: Look): Promise<void> {
  const { desk } = here.app;
  const planned = await plan(desk, '2027-02-11T14:00');
  const officer = await visit(here, { ...options, as: people.officer, at: '/meetings' });
  await press(officer.page, 'Plan a meeting');
  await press(officer.page, 'Plan this meeting');
  await officer.page.getByText('Choose the day and the time').first().waitFor();
  await look('panel', officer.page);
  await officer.page.getByRole('link', { name: 'Thursday 11 February 2027' }).first().click();
  await press(officer.page, 'Add an item');
  await press(officer.page, 'Add to the agenda');
  await officer.page.getByText('Choose what the item is.').waitFor();
  await press(officer.page, 'Change Chair');
  await officer.page.getByLabel('Chair at this meeting').waitFor();
  await look(`planned ${planned}`, officer.page);
  assert.deepEqual(officer.errors, []);
  await officer.close();

  const proposed = await list(desk, await sit(desk));
  await done(desk, chair, 'item.open', { ...proposed });
  const first = await visit(here, { ...options, as: chair, at: roomOf(proposed) });
  await press(first.page, 'Decide without a vote');
  await press(first.page, 'Step out of this item');
  await press(first.page, 'Note it');
  await first.page.getByText('Choose why.').waitFor();
  await look('proposing', first.page);
  await done(desk, members.GP, 'item.stepOut', { ...proposed, conflict: 'SCHEME_PROVIDER' });
  await done(desk, chair, 'item.defer', { ...proposed, reason });
  await first.close();

  const item = await vote(desk);
  const member = await visit(here, { ...options, as: chair, at: roomOf(item) });
  await member.page.getByRole('radio', { name: 'For' }).check();
  await look('voting', member.page);
  await castAll(desk, item, ['FOR', 'ABSTAIN', 'AGAINST', 'ABSTAIN']);
  await done(desk, chair, 'item.close', { ...item });
  await press(member.page, 'Give the casting vote');
  await member.page.getByText('Give the reason: at least 20 characters.').waitFor();
  await look('tied', member.page);
  await done(desk, chair, 'item.castingVote', { ...item, direction: 'FOR', reason });
  await member.page.getByText(reason).waitFor();
  await look('decided', member.page);
  await member.page.getByRole('link', { name: 'Next meeting' }).click();
  await member.page.getByRole('heading', { name: 'Other meetings' }).waitFor();
  await look('next meeting', member.page);
  assert.deepEqual(member.errors, []);
  await member.close();
}

describe("the panel's pages", () => {
  const here = appInBrowser();

  testThemes(here, "the panel's pages", walk, 40_000);

  it('on a phone no page of it is wider than the screen, every target is for a finger, and nothing is remembered', async () => {
    const { tooWide, tooSmall, kept } = await walkOnPhone(here, walk);

    assert.deepEqual([...tooWide, ...tooSmall], []);
    assert.doesNotMatch(kept.join('\n'), /Penrose|Ellis|FOR|AGAINST|witness/);
  }).timeout(40_000);
});
