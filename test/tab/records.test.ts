import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import type { Page } from 'playwright-core';
import { people } from '../support/house.ts';
import { dueIncident, openIncident, openRequest, purgeAll, reason, subject } from '../support/records.ts';
import { must } from '../support/referrals.ts';
import { appInBrowser, type AppInBrowser } from './support/appInBrowser.ts';
import { visit, type VisitOptions } from './support/visit.ts';
import { testThemes, walkOnPhone, type Look } from './support/walk.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const scope = 'area:brookshire';

/** The officer's pages as they look in use: forms open, problems shown. */
async function walk(here: AppInBrowser, options: VisitOptions, look: Look): Promise<void> {
  const { desk } = here.app;
  const [ref, held] = [await dueIncident(desk), await dueIncident(desk)];
  await must(desk, people.auditor, 'retention.hold', { ref: held, reason });
  const { page, errors, close } = await visit(here, { ...options, as: people.auditor, at: '/retention' });
  await page.getByRole('link', { name: ref }).waitFor();
  await page.getByRole('link', { name: held }).waitFor();
  await press(page, 'Open');
  await page.getByText('Type the reference of the record').waitFor();
  const reference = page.getByLabel('Reference of a record');
  assert.equal(await reference.evaluate((field) => field === document.activeElement), true);
  await look('retention', page);
  await page.getByRole('link', { name: ref }).click();
  await press(page, 'Keep it until…');
  await press(page, 'Keep it');
  await page.getByText('Give the date, for example').waitFor();
  await look('keep', page);
  await press(page, 'Not now');
  await press(page, 'Destroy…');
  await press(page, 'Destroy for good');
  await page.getByText('Give a reason of at least 10 characters.').waitFor();
  await look('destroy', page);

  const request = await openRequest(desk);
  await page.getByRole('link', { name: 'Subject access' }).click();
  await page.getByRole('link', { name: request }).waitFor();
  await press(page, 'Open a request');
  await press(page, 'Open this request');
  await page.getByText("Give the person's full name.").waitFor();
  await look('requests', page);
  await page.getByRole('link', { name: request }).click();
  await page.getByRole('table', { name: 'Records of this person' }).waitFor();
  await press(page, 'Make the document');
  await press(page, 'Save as Word document');
  await page.getByText("Give the person's full name.").waitFor();
  await look('request', page);
  await press(page, 'Not now');
  await press(page, 'Close the request');
  await look('close request', page);
  assert.deepEqual(errors, []);
  await close();
}

describe('retention and subject access in the tab', () => {
  const here = appInBrowser();

  it('§8 the officer destroys a record after typing its reference, and sees it go', async () => {
    const { desk } = here.app;
    const ref = await dueIncident(desk);
    const { page, errors, close } = await visit(here, { as: people.auditor, at: '/retention' });
    await page.getByRole('link', { name: ref }).click();
    await press(page, 'Destroy…');
    await page.getByLabel('Reason').fill(reason);
    await page.getByLabel(`Type ${ref} to confirm`).fill('INC');
    await press(page, 'Destroy for good');
    await page.getByText('What is destroyed cannot be brought back.').first().waitFor();
    assert.equal(await page.getByLabel('Reason').inputValue(), reason);
    await page.getByLabel(`Type ${ref} to confirm`).fill(ref.toLowerCase());
    await press(page, 'Destroy for good');

    await page.getByText(`${ref} is being destroyed.`).waitFor();
    await page.getByText('0 of 4 lines of its history are gone').waitFor();
    await purgeAll(here.app, scope);
    await page.getByRole('link', { name: 'Retention' }).click();
    const gone = page.getByRole('table', { name: 'Destroyed' }).getByRole('row', { name: ref });
    await gone.waitFor();
    await gone.getByRole('link').click();
    await page.getByText('Everything of it is gone').waitFor();
    assert.equal(await page.getByRole('button', { name: /Destroy|Keep|hold/ }).count(), 0);
    assert.deepEqual(errors, []);
    await close();
  });

  it('§8 a hold is put on any record by its reference, and released', async () => {
    const ref = await openIncident(here.app.desk);
    const { page, close } = await visit(here, { as: people.auditor, at: '/retention' });
    await page.getByLabel('Reference of a record').fill(` ${ref.toLowerCase().replaceAll('-', ' ')} `);
    await press(page, 'Open');
    await page.getByRole('heading', { name: ref }).waitFor();
    await press(page, 'Put on hold');
    await page.getByLabel('Reason').fill('A claim was made in court.');
    await press(page, 'Hold it');
    await page.getByText(`${ref} is on hold.`).waitFor();
    await page.getByText('Yes: it cannot be destroyed').waitFor();
    await page.getByText('A claim was made in court.').waitFor();
    await press(page, 'Release the hold');
    await page.getByLabel('Reason').fill('The claim was settled.');
    await press(page, 'Release it');
    await page.getByText(`The hold on ${ref} is released.`).waitFor();
    await close();
  });

  it('§8 a review keeps a record until a day', async () => {
    const ref = await dueIncident(here.app.desk);
    const { page, close } = await visit(here, { as: people.auditor, at: `/retention/${ref}` });
    await press(page, 'Keep it until…');
    await page.getByLabel('Keep until').fill('2031-01-01');
    await page.getByLabel('Reason').fill(reason);
    await press(page, 'Keep it');
    await page.getByText(`${ref} is kept until Wednesday 1 January 2031`).waitFor();
    await page.getByText('Kept until Wednesday 1 January 2031').first().waitFor();
    assert.equal(await page.getByRole('button', { name: 'Destroy…' }).count(), 0);
    await close();
  });

  it('§8 a request is opened, answered with a Word document and closed', async () => {
    const ref = await openIncident(here.app.desk, {
      personName: 'Hester Marchbanks',
      personBirthDate: '1980-04-03',
      personNhsNumber: '',
    });
    const { page, errors, close } = await visit(here, { as: people.auditor, at: '/subject-access' });
    await press(page, 'Open a request');
    await page.getByLabel('Full name').fill('Hester Marchbanks');
    await page.getByLabel('Date of birth').fill('1980-04-03');
    await page.getByLabel('Their reference').fill('E-mail of 8 January');
    await page.getByLabel('Received on').fill('2027-01-08');
    await page.getByLabel('How do you know').selectOption('An identity document was seen');
    await press(page, 'Open this request');
    await page.getByText('The answer is due by Monday 8 February 2027').waitFor();
    await page.getByRole('row', { name: 'E-mail of 8 January' }).getByRole('link').click();
    await page.getByRole('row', { name: ref }).getByText('Reported to have done it').waitFor();
    await press(page, 'Make the document');
    await page.getByLabel('Full name').fill('Hester Marchbank');
    await page.getByLabel('Date of birth').fill('1980-04-03');
    await press(page, 'Save as Word document');
    await page.getByText('This is not the name and date of birth').waitFor();
    await page.getByLabel('Full name').fill('Hester Marchbanks');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(page, 'Save as Word document'),
    ]);
    assert.match(download.suggestedFilename(), /^subject-access-SAR-2027-\d{7}\.docx$/);
    const { value } = await mammoth.extractRawText({ buffer: await readFile(await download.path()) });
    assert.match(value, /Name: Hester Marchbanks/);
    assert.ok(value.includes(ref));
    await page.getByText('Read it through before you send it').waitFor();
    await press(page, 'Close the request');
    await page.getByRole('radio', { name: 'It was answered' }).check();
    await page.getByLabel('What was sent, or why not').fill('The document, by recorded post.');
    await press(page, 'Close this request');
    await page.getByText('Nothing more is read under it.').first().waitFor();
    assert.equal(await page.getByRole('table', { name: 'Records of this person' }).count(), 0);
    assert.equal(await page.getByRole('button', { name: 'Make the document' }).count(), 0);
    assert.deepEqual(errors, []);
    await close();
  });

  testThemes(here, 'the officer’s pages', walk, 90_000);

  it('on a phone no page is wider than the screen, and titles, addresses and storage name nobody', async () => {
    const { tooWide, kept } = await walkOnPhone(here, walk, 390);

    assert.deepEqual(tooWide, []);
    assert.doesNotMatch(kept.join('\n'), new RegExp(`${subject.personName}|Quill|Rosa|Priya`));
  }).timeout(90_000);
});
