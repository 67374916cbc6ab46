import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { people, setTime } from '../support/house.ts';
import { must } from '../support/referrals.ts';
import { appInBrowser } from './support/appInBrowser.ts';
import { referAndAccept } from './support/referrals.ts';
import { visit } from './support/visit.ts';

describe('a trainer’s day on a phone', () => {
  const here = appInBrowser();
  const at = (instant: string) => setTime(here.app.clock, Temporal.Instant.from(instant));
  afterEach(() => at('2027-01-11T10:00:00Z'));
  const booked = async (lastName: string, start: string): Promise<string> => {
    const ref = await referAndAccept(here.app.desk, lastName);
    const slot = { ref, session: 1, trainer: people.trainer.person, start };
    await must(here.app.desk, people.coordinator, 'referral.book', slot);
    return ref;
  };
  // Sessions of other tests, which nobody has marked, wait above it.
  const ofToday = (page: Page) => page.locator('section[aria-labelledby^="day-"]');
  const stateOf = async (ref: string) => {
    const asked = await here.app.desk.ask(people.coordinator, { name: 'referral.status', input: { ref } });
    return asked.answered ? asked.answer.state : asked.refusal.message;
  };

  it('§1.2 shows the first name, the telephone, needs and known risks, and nothing else of the patient', async () => {
    await booked('Zeller', '2027-01-18T14:00');
    at('2027-01-18T09:00:00Z');
    const { page, errors, close } = await visit(here, { as: people.trainer, width: 390 });

    const card = page.getByRole('listitem', { name: 'Maurice, session 1' });
    await card.getByText('Hearing').waitFor();
    await card.getByText('Children may be at home.').waitFor();
    await card.getByRole('link', { name: 'Ring 07700 900123' }).waitFor();
    assert.doesNotMatch(await page.locator('body').innerText(), /Zeller|Millbrook|warning/);
    assert.equal(await card.getByRole('button', { name: 'Attended' }).count(), 0);
    assert.deepEqual(errors, []);
    await close();
  });

  it('the notice of a booking leads to the days to come, where it is found', async () => {
    const ref = await booked('Yates', '2027-01-25T14:00');
    at('2027-01-18T09:00:00Z');
    await here.app.deliverNotices();
    const { page, errors, close } = await visit(here, { as: people.trainer, width: 390 });
    await page.getByRole('link', { name: `You have a session: ${ref}.` }).click();
    await page.getByRole('heading', { name: 'Sunday 24 January 2027' }).waitFor();

    await page.getByRole('button', { name: 'Show 7 more days' }).click();

    const day = page.getByRole('region', { name: 'Monday 25 January 2027' });
    await day.getByText('2pm to 5pm').waitFor();
    assert.deepEqual(errors, []);
    await close();
  });

  it('R9 one tap marks a session; it can be taken back for ten seconds and is then sent', async () => {
    const ref = await booked('Abbot', '2027-01-19T10:00');
    at('2027-01-19T13:05:00Z');
    const { page, commands, close } = await visit(here, {
      as: people.trainer,
      width: 390,
      settableClock: true,
    });

    await ofToday(page).getByRole('button', { name: 'Did not attend' }).click();
    await ofToday(page).getByRole('button', { name: 'Undo' }).click();
    await ofToday(page).getByRole('button', { name: 'Attended' }).click();
    await page.clock.runFor(9000);
    assert.deepEqual(commands, []);
    await page.clock.runFor(1500);

    await page.getByText('Noted. The second session is to be booked.').waitFor();
    assert.equal(await stateOf(ref), 'S1_DONE');
    await close();
  });

  it('R9 a session nobody has marked waits on Today, and is marked there', async () => {
    const ref = await booked('Fenn', '2027-01-19T14:00');
    at('2027-02-03T09:00:00Z');
    const { page, errors, close } = await visit(here, { as: people.trainer, width: 390 });

    const waiting = page.getByRole('region', { name: /no result yet$/ });
    const card = waiting.getByRole('listitem').filter({ hasText: 'Tuesday 19 January 2027, 2pm to 5pm' });
    await card.getByRole('button', { name: 'Attended', exact: true }).click();
    await card.getByRole('button', { name: 'Save now' }).click();

    await page.getByText('Noted. The second session is to be booked.').waitFor();
    await card.waitFor({ state: 'detached' });
    assert.equal(await stateOf(ref), 'S1_DONE');
    assert.deepEqual(errors, []);
    await close();
  });

  it('R9 is not asked whether it was attended before it can have been', async () => {
    await booked('Eyre', '2027-02-01T10:00');
    at('2027-02-01T10:40:00Z');
    const { page, close } = await visit(here, { as: people.trainer, width: 390 });

    await page.getByText('From 12:45pm you can mark it as attended.').waitFor();

    assert.equal(await ofToday(page).getByRole('button', { name: 'Attended', exact: true }).count(), 0);
    await ofToday(page).getByRole('button', { name: 'Did not attend' }).waitFor();
    await close();
  });

  it('R9 a mark made without a connection is kept and sent once when it is back', async () => {
    const ref = await booked('Birch', '2027-01-20T10:00');
    at('2027-01-20T13:05:00Z');
    const { page, commands, close } = await visit(here, { as: people.trainer, width: 390 });
    await ofToday(page).getByRole('button', { name: 'Attended' }).waitFor();
    await page.route('**/api/commands/referral.markAttendance', (route) => route.abort());

    await ofToday(page).getByRole('button', { name: 'Attended' }).click();
    await ofToday(page).getByRole('button', { name: 'Save now' }).click();
    await page.getByText('Not sent yet: there is no connection.').waitFor();
    await page.unroute('**/api/commands/referral.markAttendance');
    await ofToday(page).getByRole('button', { name: 'Save now' }).click();

    await page.getByText('Noted.').waitFor();
    assert.equal(await stateOf(ref), 'S1_DONE');
    assert.equal(new Set(commands.map(({ body }) => body.id)).size, 1);
    await close();
  });

  it('R9 a part of a session asks for the minutes, and below the threshold why it still counts', async () => {
    const ref = await booked('Cole', '2027-01-21T10:00');
    at('2027-01-21T13:05:00Z');
    const { page, close } = await visit(here, { as: people.trainer, width: 390 });

    await ofToday(page).getByRole('button', { name: 'Part of it' }).click();
    await page.getByLabel('Minutes they were there').fill('150');
    await page.getByLabel('It counts as attended').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByLabel('Reason to go ahead').fill('The link broke for half an hour.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();

    await page.getByText('Noted. The second session is to be booked.').waitFor();
    assert.equal(await stateOf(ref), 'S1_DONE');
    await close();
  });

  it('a mark is not lost when the trainer looks at another page before the ten seconds are over', async () => {
    const ref = await booked('Dale', '2027-01-22T10:00');
    at('2027-01-22T13:05:00Z');
    const { page, close } = await visit(here, { as: people.trainer, width: 390 });

    await ofToday(page).getByRole('button', { name: 'Did not attend' }).click();
    const sent = page.waitForResponse('**/api/commands/referral.markAttendance');
    await page.getByRole('link', { name: 'My sessions' }).click();
    await sent;

    await page.getByRole('heading', { name: 'My sessions' }).waitFor();
    assert.equal(await stateOf(ref), 'S1_DNA');
    await close();
  });
});
