import assert from 'node:assert/strict';
import { fileReport, people } from '../support/house.ts';
import { appInBrowser } from './support/appInBrowser.ts';
import { visit } from './support/visit.ts';

describe('lists in the tab', () => {
  const here = appInBrowser();
  before(async () => {
    for (let n = 0; n < 24; n += 1) await fileReport(here.app.desk, people.receptionist);
  });

  it('the practice’s reports come page by page, and are filtered by state', async () => {
    const { page, errors, close } = await visit(here, { as: people.manager, at: '/incidents' });
    const references = () => page.getByRole('rowheader').allTextContents();
    await page.getByRole('table').waitFor();
    const first = await references();

    await page.getByRole('button', { name: 'Older' }).click();
    await page.getByRole('rowheader', { name: first[0] ?? '' }).waitFor({ state: 'detached' });
    const second = await references();
    assert.equal(first.length, 20);
    assert.equal(second.length, 6);
    assert.equal(new Set([...first, ...second]).size, 26);

    await page.getByRole('button', { name: 'Newer' }).click();
    await page.getByRole('rowheader', { name: first[0] ?? '' }).waitFor();
    await page.getByLabel('Show').selectOption('Closed');
    await page.getByRole('rowheader', { name: first[0] ?? '' }).waitFor({ state: 'detached' });
    assert.equal((await references()).length, 1);
    assert.deepEqual(errors, []);
    await close();
  });

  it('a state in a row is text that says what it means, and no stop for Tab', async () => {
    const { page, close } = await visit(here, { as: people.manager, at: '/incidents' });
    const table = page.getByRole('table');
    await table.waitFor();

    const word = table.getByText('Reported', { exact: true }).and(page.locator('[title]')).first();

    const means = 'The report has arrived and waits for the practice manager.';
    assert.deepEqual(
      [await word.getAttribute('title'), await word.getAttribute('aria-description')],
      [means, means],
    );
    assert.equal(await table.getByRole('button').count(), 0);
    await close();
  });

  it('an empty list says what will appear and how to begin', async () => {
    const { page, close } = await visit(here, { as: people.otherManager, at: '/mine' });
    await page.getByText('You have not reported anything yet. Your reports appear here').waitFor();
    await page.getByRole('link', { name: 'Report something that happened' }).click();
    await page.getByRole('heading', { name: 'Report an incident' }).waitFor();

    await page.getByRole('link', { name: 'Incidents' }).click();
    await page.getByLabel('Show').selectOption('Closed');
    await page.getByText('No report is in this state.').waitFor();
    await close();
  });

  it('a list that cannot be reached says so, and comes with "Try again"', async () => {
    const { page, close } = await visit(here, { as: people.manager, at: '/home' });
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await page.route('**/api/questions/incident.list', (route) => route.abort());

    await page.getByRole('link', { name: 'Incidents' }).click();
    await page.getByText('Common Ground cannot be reached just now.').waitFor();
    await page.unroute('**/api/questions/incident.list');
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByRole('table').waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
    await close();
  });
});
