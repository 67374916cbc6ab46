import assert from 'node:assert/strict';
import { addPerson, fileReport, people } from '../support/house.ts';
import { appInBrowser } from './support/appInBrowser.ts';
import { openInTeams } from './support/teamsHost.ts';
import { visit } from './support/visit.ts';

describe('the way into the tab', () => {
  const here = appInBrowser();

  it('D14 a newcomer picks a person and is told what to try', async () => {
    const { page, errors, close } = await visit(here);

    const rosa = page.getByRole('button', { name: 'Rosa Bell' });
    await rosa.waitFor();
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
    assert.equal(headings[0], 'Millbrook Surgery');
    assert.match((await rosa.textContent()) ?? '', /Practice staff.*Report an incident/);
    await page.getByText('npm run chat').waitFor();

    await rosa.click();
    await page.getByRole('heading', { name: 'Report an incident' }).waitFor();
    await page.getByText('Rosa Bell, Practice staff, Millbrook Surgery').waitFor();
    assert.deepEqual(errors, []);
    await close();
  });

  it('D14 switching person shows the next one nothing of the last', async () => {
    const { page, close } = await visit(here, { as: people.manager, at: '/incidents' });
    await page.getByRole('table').waitFor();

    await page.getByRole('button', { name: 'Switch person' }).click();
    await page.getByRole('button', { name: 'Nadia Karim' }).click();

    await page
      .getByText('Nadia Karim, Information governance officer, Brookshire Integrated Care Board')
      .waitFor();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    assert.deepEqual(
      await page.getByRole('navigation', { name: 'Places' }).getByRole('link').allTextContents(),
      ['Home', 'Audit', 'Retention', 'Subject access'],
    );
    assert.doesNotMatch(await page.getByRole('main').innerText(), /INC-/);
    await close();
  });

  it('D13 a sign-in that has ended leads back to the picker and says so', async () => {
    const { page, close } = await visit(here, { as: people.manager, at: '/home' });
    await page.getByRole('heading', { name: 'Home' }).waitFor();

    await page.evaluate(() => sessionStorage.setItem('common-ground.token', 'no longer good'));
    await page.addInitScript(() => sessionStorage.setItem('common-ground.token', 'no longer good'));
    await page.reload();

    await page.getByText('Your sign-in has ended').waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.getItem('common-ground.token')), null);
    await close();
  });

  it('D14 the demo clock moves, and the page shows what is due by then', async () => {
    const { page, close } = await visit(here, { as: people.manager, at: '/home' });
    await page.getByText('It is Monday 11 January 2027').waitFor();

    await page.getByRole('button', { name: 'Next working day' }).click();

    await page.getByText('It is Tuesday 12 January 2027 at 9am').waitFor();
    await page.getByRole('main').getByText('Tuesday 12 January 2027', { exact: true }).waitFor();
    await close();
  });

  it('D14 the demo clock does not go back, and says so', async () => {
    const { page, close } = await visit(here, { as: people.manager, at: '/home' });

    await page.getByRole('button', { name: 'Go to date' }).click();
    await page.getByLabel('Date and time to go to').fill('2020-01-01T09:00');
    await page.getByRole('button', { name: 'Go', exact: true }).click();

    await page.getByText('The demo clock goes forward only').waitFor();
    await close();
  });

  it('§1.1 someone with several roles switches them, and every question says which one is on', async () => {
    const { page, close } = await visit(here, { as: people.gp });
    await page.getByRole('heading', { name: 'What is due, and when' }).waitFor();
    const asked = page.waitForRequest((request) => request.url().endsWith('/meeting.list'));

    await page.getByLabel('Your role').selectOption({ label: 'GP member of the panel, Millbrook Surgery' });

    const body = (await asked).postDataJSON() as { under: unknown };
    assert.deepEqual(body.under, { role: 'PGR', organisation: 'Z99001' });
    await page.getByRole('heading', { name: 'Next meeting' }).waitFor();
    assert.equal(await page.getByRole('heading', { name: 'What is due, and when' }).count(), 0);
    await close();
  });

  it('§1.1 a link into a place of another role one holds opens under that role, and the top says so', async () => {
    const { page, close } = await visit(here, { as: people.gp, at: '/meetings' });

    await page.getByText('No meeting is planned in which you have a seat.').waitFor();

    assert.match(
      await page.getByLabel('Your role').locator(':checked').innerText(),
      /^GP member of the panel/,
    );
    await page.getByLabel('Your role').selectOption({ label: 'GP, Millbrook Surgery' });
    await page.getByRole('heading', { name: 'What is due, and when' }).waitFor();
    await close();
  });

  it('a role whose pages come later has its notices, and is told so', async () => {
    const accountable = await addPerson(here.app.desk, 'accountable-officer', [
      { role: 'AOF', organisation: 'brookshire-icb' },
    ]);
    const { page, close } = await visit(here, { as: accountable });

    await page.getByText('The pages for your role come with later versions').waitFor();
    await close();
  });

  // Last: the clock goes forward only.
  it('D14 the demo clock follows with the answers when it was set elsewhere', async () => {
    const { page, close } = await visit(here, { as: people.manager, at: '/home', settableClock: true });
    await page.getByText(/^It is .* January 2027/).waitFor();
    await page.getByRole('heading', { name: 'What is due, and when' }).waitFor();

    const set = await fetch(`${here.app.url}/api/demo/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to: '2027-01-28T09:00' }),
    });
    await page.clock.runFor(10_000);

    assert.equal(set.status, 200);
    await page.getByText('It is Thursday 28 January 2027 at 9am').waitFor();
    await close();
  });
});

describe('the way into the tab in production', () => {
  const here = appInBrowser({ demo: false });

  it('D13 outside Teams it says where to open it, and shows nobody to pick', async () => {
    const { page, errors, close } = await visit(here);

    await page.getByText('Common Ground is part of Microsoft Teams').waitFor();

    assert.equal(await page.getByRole('button').count(), 0);
    assert.deepEqual(errors, []);
    await close();
  });

  it('D20 in Teams it signs in by itself, follows the theme and opens the record a link asked for', async () => {
    const ref = await fileReport(here.app.desk, people.receptionist);
    const token = await here.app.tokenFor(people.manager);
    const { tab, setTheme, close } = await openInTeams(here.browser, {
      tabUrl: `${here.app.url}/`,
      token,
      theme: 'dark',
      subPage: ref,
    });

    await tab.getByRole('heading', { name: ref }).waitFor();
    await tab.locator('html[data-theme=dark]').waitFor();
    await setTheme('contrast');
    await tab.locator('html[data-theme=contrast]').waitFor();
    await setTheme('default');
    await tab.locator('html[data-theme=light]').waitFor();

    assert.equal(await tab.getByRole('region', { name: 'Demo' }).count(), 0);
    assert.equal(await tab.evaluate(() => sessionStorage.length + localStorage.length), 0);
    await close();
  });
});
