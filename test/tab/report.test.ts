import assert from 'node:assert/strict';
import type { Route } from 'playwright-core';
import { people } from '../support/house.ts';
import { appInBrowser } from './support/appInBrowser.ts';
import { fillReport, narrative, sendReport } from './support/fillReport.ts';
import { remembered } from './support/remembered.ts';
import { visit } from './support/visit.ts';

/** The server does its work, and the page never hears of it. */
async function loseTheAnswer(route: Route): Promise<void> {
  await route.fetch();
  await route.abort();
}

describe('reporting an incident in the tab', () => {
  const here = appInBrowser();
  const open = () => visit(here, { as: people.receptionist, at: '/report' });
  const ownReports = async () => {
    const asked = await here.app.desk.ask(people.receptionist, { name: 'incident.mine', input: {} });
    return asked.answered ? asked.answer.rows.length : undefined;
  };

  it('§2.1 what is missing is said at each field, the first takes the focus, and what was typed stays', async () => {
    const { page, errors, close } = await open();
    await page.getByLabel('Say what happened').fill('Short');
    await page.getByLabel('Their name').fill('Maurice Tindall');

    await sendReport(page).click();

    await page.getByText('Tick at least one thing that happened.').waitFor();
    const text = page.getByLabel('Say what happened');
    await page.getByText('Say a little more about what happened').waitFor();
    assert.equal(await text.getAttribute('aria-invalid'), 'true');
    for (const sentence of ['Choose where it happened.', 'Say whether the police have been told.']) {
      await page.getByText(sentence).waitFor();
    }
    const focused = page.locator(':focus');
    assert.equal(
      await focused.evaluate((element) => element.closest('[data-field]')?.getAttribute('data-field')),
      'incidentTypes',
    );
    assert.equal(await text.inputValue(), 'Short');
    assert.equal(await page.getByLabel('Their name').inputValue(), 'Maurice Tindall');
    assert.deepEqual(errors, []);
    await close();
  });

  it('§2.1 a problem among the optional fields brings them into sight', async () => {
    const { page, close } = await open();
    await fillReport(page);
    await page.getByRole('button', { name: 'Add more' }).click();
    await page.getByLabel('NHS number').fill('12345');
    await page.getByRole('button', { name: 'Show less' }).click();

    await sendReport(page).click();

    const number = page.getByLabel('NHS number');
    await number.waitFor();
    assert.equal(await number.getAttribute('aria-invalid'), 'true');
    assert.equal(await number.evaluate((element) => element === document.activeElement), true);
    assert.equal(await number.inputValue(), '12345');
    await close();
  });

  it('I2 the receipt gives the reference, who has it and what happens next', async () => {
    const { page, errors, commands, close } = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await fillReport(page);

    await sendReport(page).click();

    await page.getByRole('heading', { name: 'Report sent' }).waitFor();
    await page.getByText('Thank you for telling us.').waitFor();
    await page.getByText('You did not name the person.').waitFor();
    const ref = await page.getByText(/^INC-2027-\d{7}$/).textContent();
    await page.getByRole('button', { name: 'Copy reference' }).click();
    await page.getByText('Copied.').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), ref);
    assert.deepEqual(errors, []);

    await page.getByRole('button', { name: 'Report something else' }).click();
    await sendReport(page).click();
    await page.getByText('Say in a few words what happened.').waitFor();
    const [first, second] = commands;
    assert.notEqual(first?.body.id, second?.body.id);
    await close();
  });

  it('D7 a double click makes one report', async () => {
    const { page, commands, close } = await open();
    await fillReport(page);
    const before = await ownReports();

    await sendReport(page).dblclick();

    await page.getByRole('heading', { name: 'Report sent' }).waitFor();
    assert.equal(new Set(commands.map(({ body }) => body.id)).size, 1);
    assert.equal(await ownReports(), Number(before) + 1);
    await close();
  });

  it('D7 when the answer was lost, "Try again" sends the same id and makes no second report', async () => {
    const { page, commands, close } = await open();
    await fillReport(page);
    const before = await ownReports();
    await page.route('**/api/commands/incident.report', loseTheAnswer, { times: 1 });

    await sendReport(page).click();
    await page.getByText('Common Ground cannot be reached just now.').waitFor();
    assert.equal(await page.getByLabel('Say what happened').inputValue(), narrative);
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByRole('heading', { name: 'Report sent' }).waitFor();
    const ids = commands.map(({ body }) => body.id);
    assert.equal(ids.length, 2);
    assert.equal(new Set(ids).size, 1);
    assert.equal(await ownReports(), Number(before) + 1);
    await close();
  });

  it('W-08 another NHS number in the text asks for a reason below it, which is sent', async () => {
    const { page, commands, close } = await open();
    await fillReport(page);
    const text = 'She shouted that 943 476 5919 was the number of her neighbour.';
    await page.getByLabel('Say what happened').fill(text);

    await sendReport(page).click();
    await page.getByText('This text seems to hold another person’s NHS number.').waitFor();
    const reason = page.getByLabel('Reason why it must stay');
    assert.equal(await reason.evaluate((element) => element === document.activeElement), true);
    await reason.fill('Short');
    await sendReport(page).click();
    await page.getByText('Give a reason of at least 10 characters.').waitFor();
    await reason.fill('The number was shouted as a threat.');
    await sendReport(page).click();

    await page.getByRole('heading', { name: 'Report sent' }).waitFor();
    const last = commands.at(-1)?.body.input;
    assert.deepEqual(last?.['reasons'], { 'W-08': 'The number was shouted as a threat.' });
    assert.equal(last?.['narrative'], text);
    await close();
  });

  it('§2.1 only questions that arise are asked, and only their answers are sent', async () => {
    const { page, commands, close } = await open();
    await fillReport(page);
    await page.getByLabel('Where? (required)').selectOption('Somewhere else');
    await page.getByLabel('Where was that?').fill('The bus stop');
    await page.getByLabel('Who did it?').selectOption('A relative or friend of a patient');
    await page.getByLabel('Which patient did they come with?').fill('Doreen Saltmarsh');
    await page.getByLabel('Intimidation, abuse or threats').uncheck();
    await page.getByLabel('Damage to a vehicle').check();
    await page.getByRole('button', { name: 'Add more' }).click();
    await page.getByLabel('Rough cost').fill('£1,240.50');

    await sendReport(page).click();
    await page.getByRole('heading', { name: 'Report sent' }).waitFor();

    const input = commands.at(-1)?.body.input;
    assert.equal(input?.['locationOther'], 'The bus stop');
    assert.equal(input?.['accompaniedPatient'], 'Doreen Saltmarsh');
    assert.equal(input?.['damageCost'], 1240.5);
    assert.equal(input !== undefined && 'directedAt' in input, false);
    assert.equal(input !== undefined && 'witnesses' in input, false);
    await close();
  });

  it('what was typed is still there after looking at another page, and is nowhere in the browser’s storage', async () => {
    const { page, close } = await open();
    await page.getByLabel('Say what happened').fill(narrative);
    await page.getByLabel('Their name').fill('Maurice Tindall');

    await page.getByRole('link', { name: 'My reports' }).click();
    await page.getByRole('heading', { name: 'My reports' }).waitFor();
    await page.getByRole('link', { name: 'Report', exact: true }).click();

    assert.equal(await page.getByLabel('Say what happened').inputValue(), narrative);
    assert.equal(await page.getByLabel('Their name').inputValue(), 'Maurice Tindall');
    const kept = await remembered(page);
    assert.doesNotMatch(kept, /Tindall|shouted|person-101|Rosa/);
    await close();
  });
});
