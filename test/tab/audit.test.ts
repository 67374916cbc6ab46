import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileReport, newId, people } from '../support/house.ts';
import { appInBrowser } from './support/appInBrowser.ts';
import { findBarriers } from './support/axe.ts';
import { visit, type VisitOptions } from './support/visit.ts';
import { themes } from './support/walk.ts';

describe('the audit in the tab', () => {
  const here = appInBrowser();
  let ref: string;
  before(async () => {
    const { desk } = here.app;
    ref = await fileReport(desk, { ...people.receptionist, from: 'chat' });
    await desk.perform(people.manager, { id: newId(), name: 'incident.takeIntoReview', input: { ref } });
    await desk.ask(people.officer, { name: 'incident.page', input: { ref } });
    await desk.ask(people.otherManager, { name: 'incident.page', input: { ref } });
  });

  const open = async (options: VisitOptions = {}) => {
    const seen = await visit(here, { as: people.auditor, at: '/audit', ...options });
    await seen.page.getByRole('table').waitFor();
    return seen;
  };
  const rowsOf = (page: Awaited<ReturnType<typeof open>>['page']) => page.locator('tbody tr').allInnerTexts();

  it('opens for the IG officer with who did or read what, and no record’s words', async () => {
    const { page, errors, close } = await open();

    const text = await page.getByRole('main').innerText();
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Audit');
    for (const words of [
      'Took a report into review',
      'Priya Shah',
      'Reported an incident',
      'Chat',
      ref,
      'Refused.',
    ])
      assert.ok(text.includes(words), words);
    assert.doesNotMatch(text, /Tindall|shouted/);
    assert.deepEqual(errors, []);
    await close();
  });

  it('searches for one record, for one person, and says what is wrong at its field', async () => {
    const { page, errors, close } = await open();
    const search = page.getByRole('button', { name: 'Search' });

    await page.getByLabel('Reference').fill(ref.toLowerCase());
    await page.getByLabel('Show').selectOption('Done');
    await search.click();
    await page.getByText('Refused.').waitFor({ state: 'detached' });
    assert.equal((await rowsOf(page)).length, 2);

    await page.getByLabel('Who').fill('Nobody Atall');
    await search.click();
    await page.getByText('Nobody of this name is in the directory.').waitFor();
    assert.equal(await page.getByLabel('Who').evaluate((field) => field === document.activeElement), true);
    assert.equal(await page.getByLabel('Reference').inputValue(), ref.toLowerCase());

    await page.getByLabel('Who').fill('rosa bell');
    await search.click();
    await page.getByText('Nobody of this name').waitFor({ state: 'detached' });
    await page.getByRole('rowheader', { name: 'Priya Shah' }).waitFor({ state: 'detached' });
    assert.equal((await rowsOf(page)).length, 1);

    await page.getByLabel('Until').fill('2027-01-01');
    await page.getByLabel('From').fill('2026-12-31');
    await search.click();
    await page.getByText('Nothing was found for this search.').waitFor();
    assert.deepEqual(errors, []);
    await close();
  });

  it('D19 saves the search as a file, fetched by POST with the token in its header', async () => {
    const { page, errors, close } = await open();
    await page.getByLabel('Reference').fill(ref);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('Daniel Reyes').first().waitFor();

    const [request, download] = await Promise.all([
      page.waitForRequest('**/api/files/audit.export'),
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export to Excel (CSV)' }).click(),
    ]);
    await page.getByText('The export is in your downloads.').waitFor();

    const text = readFileSync(await download.path(), 'utf8');
    assert.equal(request.method(), 'POST');
    assert.match(request.headers()['authorization'] ?? '', /^Bearer /);
    assert.equal(new URL(request.url()).search, '');
    assert.match(download.suggestedFilename(), /^audit-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.csv$/);
    assert.ok(text.includes('Priya Shah') && text.includes(ref));
    assert.deepEqual(errors, []);
    await close();
  });

  it('says so when the export cannot be had', async () => {
    const { page, close } = await open();
    await page.route('**/api/files/audit.export', (route) => route.abort());

    await page.getByRole('button', { name: 'Export to Excel (CSV)' }).click();

    await page.getByText('Common Ground cannot be reached just now.').waitFor();
    await close();
  });

  it('is no place of another role', async () => {
    const { page, close } = await visit(here, { as: people.manager, at: '/audit' });

    await page.getByText('This is not available to your role.').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Audit' }).count(), 0);
    await close();
  });

  for (const theme of themes)
    for (const width of [1280, 390])
      it(`has no barrier that axe finds, and nothing wider than the screen: ${theme}, ${width} pixels`, async () => {
        const { page, close } = await open({ theme, width });
        if (process.env['SHOTS'])
          await page.screenshot({
            path: `${process.env['SHOTS']}/audit-${theme}-${width}.png`,
            fullPage: true,
          });

        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.deepEqual(await findBarriers(page), []);
        assert.ok(overflow <= 0, `${overflow} pixels too wide`);
        await close();
      });
});
