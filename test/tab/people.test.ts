import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { importSample } from '../../bot/contract/peopleImport.ts';
import { addWithRole } from '../support/directory.ts';
import { people } from '../support/house.ts';
import { appInBrowser, type AppInBrowser } from './support/appInBrowser.ts';
import { visit, type VisitOptions } from './support/visit.ts';
import { testThemes, walkOnPhone, type Look } from './support/walk.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const freshList = () =>
  importSample
    .replaceAll('Z99003', `Z7${Math.floor(Math.random() * 9000 + 1000)}`)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, () => randomUUID());

/** The administrator's pages as they look in use: forms open, problems shown. */
async function walk(here: AppInBrowser, options: VisitOptions, look: Look): Promise<void> {
  const { page, errors, close } = await visit(here, { ...options, as: people.administrator });
  await page.getByRole('table', { name: 'People' }).waitFor();
  await press(page, 'Add a person');
  await press(page, 'Add this person');
  await page.getByText('Give the name.').waitFor();
  await look('people', page);
  await press(page, 'Not now');
  await press(page, 'Priya Shah');
  await page.getByRole('heading', { name: 'Timeline' }).waitFor();
  await press(page, 'Give a role');
  await press(page, 'Give this role');
  await page.getByText('Choose the role.').waitFor();
  await look('person', page);
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Places' }).click();
  await page.getByRole('table', { name: 'Organisations' }).waitFor();
  await press(page, 'Add an organisation');
  await press(page, 'Add this organisation');
  await page.getByText('Give the code.').first().waitFor();
  await look('places', page);
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Import' }).click();
  await page.getByLabel('Text of the list').fill(`${freshList()}staff,Kit Lane,nobody,Nurse,Z99001,,,,,,`);
  await press(page, 'Check the list');
  await page.getByText('1 of 4 rows need another look.').waitFor();
  await look('import', page);
  assert.deepEqual(errors, []);
  await close();
}

describe('people and places in the tab', () => {
  const here = appInBrowser();

  it('§1.1 an administrator adds somebody, gives them a role, and ends it', async () => {
    const { page, errors, commands, close } = await visit(here, { as: people.administrator });
    const id = randomUUID();
    await press(page, 'Add a person');
    await page.getByLabel('Name (required)').fill('Robin Vale');
    await page.getByLabel('Entra object id').fill('robin@nhs.net');
    await press(page, 'Add this person');
    await page.getByText('Give the Entra object id, like').waitFor();
    await page.getByLabel('Entra object id').fill(id);
    await press(page, 'Add this person');
    await page.getByText('Robin Vale is in the directory. Give them a role next.').waitFor();
    await page.getByRole('heading', { name: 'Robin Vale' }).waitFor();

    await press(page, 'Give a role');
    await page.getByLabel('Role (required)').selectOption('Programme trainer');
    await page.getByLabel('Organisation (required)').selectOption('Steady Ground');
    await page.getByLabel('Reason').fill('New trainer.');
    await press(page, 'Give this role');
    await page.getByText('Robin Vale has the role Programme trainer at Steady Ground').waitFor();
    const asked = await here.app.desk.ask({ person: id }, { name: 'session.today', input: {} });
    assert.equal(asked.answered, true);

    await press(page, 'End Programme trainer, Steady Ground');
    await press(page, 'End it now');
    await page.getByText('The role Programme trainer of Robin Vale has ended.').waitFor();
    const afterwards = await here.app.desk.ask({ person: id }, { name: 'session.today', input: {} });
    assert.equal(afterwards.answered, false);
    await page.getByText('Role ended at once: Programme trainer, Steady Ground').waitFor();
    await page.getByText('New trainer.').waitFor();
    assert.equal(new Set(commands.map(({ body }) => body.id)).size, 3);
    assert.deepEqual(errors, []);
    await close();
  });

  it('§8 a leaver’s open tab shows nothing more from what it asks next, without anybody touching it', async () => {
    const robin = await addWithRole(here.app.desk, { name: 'Robin Leaver', role: 'PPM' });
    const theirs = await visit(here, { as: robin, at: '/incidents', settableClock: true });
    await theirs.page.getByRole('table').waitFor();
    const { page, close } = await visit(here, { as: people.administrator });
    await page.getByLabel('Part of a name').fill('leaver');
    await press(page, 'Search');
    await press(page, 'Robin Leaver');

    await press(page, 'They leave');
    await press(page, 'End every role now');
    await page.getByText('Robin Leaver has left. Nothing is open to them any more.').waitFor();
    await theirs.page.clock.runFor('00:11');

    await theirs.page
      .getByText('You have no role today. Ask your administrator to give you one.')
      .first()
      .waitFor();
    assert.equal(await theirs.page.getByRole('table').count(), 0);
    assert.equal(await theirs.page.getByText('Robin Leaver').count(), 0);
    await theirs.close();
    await close();
  });

  it('cover for absence is shown on the page, and to the cover beside their role', async () => {
    const cover = await addWithRole(here.app.desk, { name: 'Kit Lane' });
    const { page, errors, close } = await visit(here, { as: people.administrator });
    await press(page, 'Priya Shah');
    await press(page, 'Cover for Practice manager, Millbrook Surgery');
    await page.getByLabel('Find the colleague: part of the name').fill('Kit');
    await page.getByLabel('Who covers (required)').selectOption('Kit Lane');
    await page.getByLabel('First day (required)').fill('2027-01-11');
    await page.getByLabel('Last day (required)').fill('2027-01-22');
    await press(page, 'Give the cover');

    await page.getByText('Covered by Kit Lane from Monday 11 January 2027').waitFor();
    const theirs = await visit(here, { as: cover });
    const switched = theirs.page.getByLabel('Your role');
    await switched.selectOption('Practice manager, Millbrook Surgery, covering for Priya Shah');
    await theirs.page.getByRole('link', { name: 'Incidents' }).waitFor();
    assert.deepEqual(errors, []);
    await theirs.close();
    await close();
  });

  it('a place is added and changed', async () => {
    const { page, errors, close } = await visit(here, { as: people.administrator, at: '/places' });
    await press(page, 'Add an organisation');
    await page.getByLabel('Kind').selectOption('GP practice');
    await page.getByLabel('Code').fill('z99077');
    await page.getByLabel('Area (required)').selectOption('Brookshire');
    await page.getByLabel('Name (required)').fill('Fen Road Practice');
    await press(page, 'Add this organisation');
    await page.getByText('Fen Road Practice is in the directory.').waitFor();

    await press(page, 'Change Fen Road Practice');
    await page.getByLabel('Telephone').fill('020 7946 0177');
    await press(page, 'Save the changes');
    await page.getByText('Fen Road Practice is changed.').waitFor();
    await page.getByText('020 7946 0177').waitFor();
    assert.deepEqual(errors, []);
    await close();
  });

  it('a list is checked, corrected, and brought in, with its progress', async () => {
    const { page, errors, close } = await visit(here, { as: people.administrator, at: '/import' });
    const list = freshList();
    await page.getByLabel('Text of the list').fill(list.replace('Practice manager', 'Manager'));
    await press(page, 'Check the list');
    await page.getByText('There is no such role.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Bring it in' }).count(), 0);

    await page.getByLabel('CSV file').setInputFiles({
      name: 'staff.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(list),
    });
    await press(page, 'Check the list');
    await page.getByText('1 practice and 2 people would be brought in.').waitFor();
    await press(page, 'Bring it in');
    await page.getByText('3 rows are being brought in.').waitFor();
    await page.getByText('going on, 0 of 3 done').waitFor();
    const { backroom } = here.app.desk;
    for (let due = await backroom.outboxDue('directory'); due.length > 0;) {
      for (const row of due) {
        await backroom.carryOut(row.row);
        await backroom.settle(row);
      }
      due = await backroom.outboxDue('directory');
    }
    await page.getByText('finished, 3 of 3 done').waitFor();
    assert.deepEqual(errors, []);
    await close();
  });

  testThemes(here, "the administrator's pages", walk, 60_000);

  it('on a phone nothing is too wide or too small for a finger, and nobody is in address, title or storage', async () => {
    const { tooWide, tooSmall, kept } = await walkOnPhone(here, walk);

    assert.deepEqual([...tooWide, ...tooSmall], []);
    assert.doesNotMatch(kept.join('\n'), /Priya|Shah|person-1|Lane/);
  }).timeout(60_000);
});
