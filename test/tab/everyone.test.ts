import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { fileReport, people } from '../support/house.ts';
import { appInBrowser, type AppInBrowser } from './support/appInBrowser.ts';
import { fillReport, sendReport } from './support/fillReport.ts';
import { visit, type VisitOptions } from './support/visit.ts';
import { testThemes, walkOnPhone, type Look } from './support/walk.ts';
import { placementWalks } from './support/walkPlacements.ts';
import { referralWalks } from './support/walkReferrals.ts';

/** Every page as it looks in use: forms open, problems shown. */
async function walk(here: AppInBrowser, options: VisitOptions, look: Look): Promise<void> {
  const nobody = await visit(here, options);
  await nobody.page.getByRole('button', { name: 'Rosa Bell' }).waitFor();
  await look('picker', nobody.page);
  await nobody.close();

  const ref = await fileReport(here.app.desk, people.receptionist);
  await here.app.deliverNotices();
  const { page, errors, close } = await visit(here, { ...options, as: people.manager });
  const places = page.getByRole('navigation', { name: 'Places' });
  await page.getByRole('link', { name: 'A new report waits for you' }).first().waitFor();
  await look('home', page);
  await places.getByRole('link', { name: 'Incidents' }).click();
  await page.getByRole('table').waitFor();
  await look('incidents', page);
  await page.getByRole('link', { name: ref }).click();
  await page.getByRole('button', { name: 'Take into review' }).click();
  await page.getByRole('button', { name: 'Close with feedback' }).click();
  await page.getByRole('button', { name: 'Close report' }).click();
  await page.getByText('Choose how it was dealt with.').waitFor();
  await page.getByRole('button', { name: 'Add facts' }).click();
  await look('incident', page);
  await places.getByRole('link', { name: 'Report', exact: true }).click();
  await page.getByRole('button', { name: 'Add more' }).click();
  await sendReport(page).click();
  await page.getByText('Choose where it happened.').waitFor();
  await look('report refused', page);
  await fillReport(page);
  await sendReport(page).click();
  await page.getByRole('heading', { name: 'Report sent' }).waitFor();
  await look('receipt', page);
  await page.getByRole('link', { name: 'See my reports' }).click();
  await page.getByRole('table').waitFor();
  await look('my reports', page);
  assert.deepEqual(errors, []);
  await close();
  for (const walkOn of [...referralWalks, ...placementWalks]) {
    const seen = await walkOn(here, options, look);
    assert.deepEqual(seen.errors, []);
    await seen.close();
  }
}

describe('the tab for everyone', () => {
  const here = appInBrowser();

  testThemes(here, 'any page', walk, 90_000);

  describe('on a phone', () => {
    let seen: Awaited<ReturnType<typeof walkOnPhone>>;
    before(async function () {
      this.timeout(90_000);
      seen = await walkOnPhone(here, walk);
    });

    it('no page is wider than the screen', () => {
      assert.deepEqual(seen.tooWide, []);
    });

    it('every target is large enough for a finger', () => {
      assert.deepEqual(seen.tooSmall, []);
    });

    it('§1.3 titles, addresses and storage hold no name and nothing that happened', () => {
      assert.equal(seen.kept.length, 23);
      assert.doesNotMatch(
        seen.kept.join('\n'),
        /Tindall|Arkwright|neighbouring|shouted|Priya|person-\d|Rosa/,
      );
    });
  });

  it('a page opened by a link takes the focus to its heading, and its title says where one is', async () => {
    const { page, close } = await visit(here, { as: people.manager, at: '/home' });
    await page.getByRole('heading', { name: 'Home' }).waitFor();

    await page.getByRole('link', { name: 'Incidents' }).press('Enter');

    await page.getByRole('heading', { name: 'Incidents' }).waitFor();
    assert.equal(await page.locator(':focus').textContent(), 'Incidents');
    assert.equal(await page.title(), 'Incidents – Common Ground');
    await close();
  });

  it('D20 the first page needs at most 180 kB of JavaScript, and nothing of teams-js', async () => {
    const context = await here.browser.newContext();
    const token = await here.app.tokenFor(people.manager);
    await context.addInitScript(`sessionStorage.setItem('common-ground.token', ${JSON.stringify(token)})`);
    const page = await context.newPage();
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.body());
    });

    await page.goto(`${here.app.url}/`);
    await page.getByRole('heading', { name: 'What has happened lately' }).waitFor();

    const bodies = await Promise.all(scripts);
    const total = bodies.reduce((sum, script) => sum + gzipSync(script).length, 0);
    assert.ok(total > 0 && total <= 180_000, `${total} bytes`);
    // The address of Microsoft's list of hosts stands in teams-js and nowhere else.
    assert.equal(bodies.filter((script) => script.includes('res.cdn.office.net')).length, 0);
    await context.close();
  });
});
