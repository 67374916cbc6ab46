import assert from 'node:assert/strict';
import { people, setTime } from '../support/house.ts';
import { must } from '../support/referrals.ts';
import { appInBrowser } from './support/appInBrowser.ts';
import { fillReferral, refer, referAndAccept } from './support/referrals.ts';
import { visit } from './support/visit.ts';

/** London wall times around the house's Monday, 11 January 2027. */
const morning = '2027-01-13T10:00';

describe('a referral in the tab', () => {
  const here = appInBrowser();
  const at = (instant: string) => setTime(here.app.clock, Temporal.Instant.from(instant));
  afterEach(() => at('2027-01-11T10:00:00Z'));

  it('R2 the manager refers a patient: what is wrong comes back at its field, then there is a receipt', async () => {
    const { page, errors, commands, close } = await visit(here, { as: people.manager, at: '/referrals' });
    await page.getByRole('link', { name: 'Refer a patient' }).click();
    await page.getByRole('button', { name: 'Send referral' }).click();
    await page.getByText('Choose why this person is eligible.').waitFor();

    await fillReferral(page, 'Loxley');
    await page.getByLabel('The patient has agreed').uncheck();
    await page.getByRole('button', { name: 'Send referral' }).click();
    await page.getByText('The programme is voluntary.').waitFor();
    await page.getByLabel('The patient has agreed').check();
    await page.getByRole('button', { name: 'Send referral' }).dblclick();
    await page.getByRole('heading', { name: 'Referral sent' }).waitFor();
    await page.getByRole('link', { name: 'Open the referral' }).click();

    await page.getByText('Maurice Loxley').first().waitFor();
    await page.getByRole('button', { name: 'Sent', exact: true }).waitFor();
    const ids = commands.filter(({ name }) => name === 'referral.submit').map(({ body }) => body.id);
    assert.equal(new Set(ids).size, 1);
    assert.deepEqual(errors, []);
    await close();
  });

  it('HS-09 a second referral of the same person is refused in a sentence', async () => {
    const { page, close } = await visit(here, { as: people.manager, at: '/referrals/new' });
    await fillReferral(page, 'Loxley');
    await page.getByRole('button', { name: 'Send referral' }).click();

    await page.getByText(/already/).waitFor();
    assert.equal(await page.getByLabel('Last name').inputValue(), 'Loxley');
    await close();
  });

  it('R19 the referrer takes a referral back', async () => {
    const ref = await refer(here.app.desk, 'Underhill');
    const { page, errors, close } = await visit(here, { as: people.manager, at: `/referrals/${ref}` });

    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByLabel('Reason').fill('The patient moved away last week.');
    await page.getByRole('button', { name: 'Take it back' }).click();

    await page.getByRole('button', { name: 'Withdrawn', exact: true }).waitFor();
    await page.getByRole('region', { name: 'How it ended' }).waitFor();
    assert.deepEqual(errors, []);
    await close();
  });

  it('R4 R5 R8 R12a the coordinator rings, notes the yes, and books both sessions', async () => {
    const ref = await refer(here.app.desk, 'Vance');
    const { page, errors, close } = await visit(here, { as: people.coordinator, at: '/calls' });
    const call = page.getByRole('listitem', { name: 'Maurice Vance' });

    assert.equal(
      await call.getByRole('link', { name: '07700 900123' }).getAttribute('href'),
      'tel:07700900123',
    );
    await call.getByRole('button', { name: 'Note the call' }).click();
    await call.getByRole('button', { name: 'Save the call' }).click();
    await call.getByText('Choose how the call went.').waitFor();
    await call.getByLabel('How did the call go?').selectOption('No answer');
    await call.getByLabel('Which number').selectOption('01632 960456');
    await call.getByRole('button', { name: 'Save the call' }).click();
    await call.getByText('rung once').waitFor();
    await call.getByRole('button', { name: 'Note the call' }).click();
    await call.getByLabel('How did the call go?').selectOption('Spoke: the patient will take part');
    await call.getByLabel('We went through what the patient needs').check();
    await call.getByRole('button', { name: 'Save the call' }).click();
    await call.waitFor({ state: 'detached' });

    await page.getByRole('link', { name: 'Schedule' }).click();
    await page.getByRole('region', { name: 'To book' }).getByRole('link', { name: ref }).click();
    await page.getByRole('button', { name: 'Book session 1' }).click();
    await page.getByLabel('Trainer (required)').selectOption('Kezia Boateng');
    await page.getByLabel('Day and time (required)').fill('2027-01-16T10:00');
    await page.getByLabel('Hold a time for session 2').check();
    await page.getByLabel('Trainer for session 2').selectOption('Kezia Boateng');
    await page.getByLabel('Day and time for session 2').fill('2027-01-20T10:00');
    await page.getByRole('button', { name: 'Book', exact: true }).click();
    await page.getByLabel('Reason to go ahead').fill('The patient works on every weekday.');
    await page.getByRole('button', { name: 'Book', exact: true }).click();
    await page.getByRole('region', { name: 'Sessions' }).getByText('with Kezia Boateng').first().waitFor();

    await page.getByRole('link', { name: 'Schedule' }).click();
    await page.getByRole('heading', { name: 'Saturday 16 January' }).waitFor();
    await page.getByRole('button', { name: 'Week after' }).click();
    await page.getByRole('heading', { name: 'Wednesday 20 January' }).waitFor();
    await page.getByRole('link', { name: `Move or call off ${ref}` }).click();
    await page.getByRole('button', { name: 'Call a session off' }).click();
    await page.getByRole('radiogroup', { name: 'Which session?' }).getByLabel('Session 2').check();
    await page.getByRole('radiogroup', { name: 'Who called it off?' }).getByLabel('We did').check();
    await page.getByRole('button', { name: 'Call it off' }).click();
    await page.getByRole('button', { name: /^Book / }).waitFor();
    assert.deepEqual(errors, []);
    await close();
  });

  it('§4.6 a trainer who is taken cannot be booked twice, and the form says so at the time', async () => {
    const { desk } = here.app;
    const first = await referAndAccept(desk, 'Wren');
    const second = await referAndAccept(desk, 'Yarrow');
    const slot = { session: 1, trainer: people.trainer.person, start: '2027-01-14T10:00' };
    await must(desk, people.coordinator, 'referral.book', { ref: first, ...slot });
    const { page, close } = await visit(here, { as: people.coordinator, at: `/referrals/${second}` });

    await page.getByRole('button', { name: 'Book session 1' }).click();
    await page.getByLabel('Trainer (required)').selectOption('Kezia Boateng');
    await page.getByLabel('Day and time (required)').fill('2027-01-14T11:00');
    await page.getByRole('button', { name: 'Book', exact: true }).click();

    await page.getByRole('alert').first().waitFor();
    assert.equal(await page.getByRole('region', { name: 'Sessions' }).count(), 0);
    assert.equal(await page.getByLabel('Day and time (required)').inputValue(), '2027-01-14T11:00');
    await close();
  });

  describe('a trainer’s day on a phone', () => {
    const booked = async (lastName: string, start: string): Promise<string> => {
      const ref = await referAndAccept(here.app.desk, lastName);
      const slot = { ref, session: 1, trainer: people.trainer.person, start };
      await must(here.app.desk, people.coordinator, 'referral.book', slot);
      return ref;
    };
    const stateOf = async (ref: string) => {
      const asked = await here.app.desk.ask(people.coordinator, { name: 'referral.status', input: { ref } });
      return asked.answered ? asked.answer.state : asked.refusal.message;
    };

    it('§1.2 shows the first name, the telephone, needs and known risks, and nothing else of the patient', async () => {
      await booked('Zeller', morning);
      at('2027-01-13T09:00:00Z');
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

    it('my sessions show the days to come, so that a booking is found', async () => {
      await booked('Yates', '2027-01-25T14:00');
      at('2027-01-18T09:00:00Z');
      const { page, errors, close } = await visit(here, { as: people.trainer, at: '/sessions', width: 390 });
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

      await page.getByRole('button', { name: 'Did not attend' }).click();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('button', { name: 'Attended' }).click();
      await page.clock.runFor(9000);
      assert.deepEqual(commands, []);
      await page.clock.runFor(1500);

      await page.getByText('Noted. The second session is to be booked.').waitFor();
      assert.equal(await stateOf(ref), 'S1_DONE');
      await close();
    });

    it('R9 a mark made without a connection is kept and sent once when it is back', async () => {
      const ref = await booked('Birch', '2027-01-20T10:00');
      at('2027-01-20T13:05:00Z');
      const { page, commands, close } = await visit(here, { as: people.trainer, width: 390 });
      await page.getByRole('button', { name: 'Attended' }).waitFor();
      await page.route('**/api/commands/referral.markAttendance', (route) => route.abort());

      await page.getByRole('button', { name: 'Attended' }).click();
      await page.getByRole('button', { name: 'Save now' }).click();
      await page.getByText('Not sent yet: there is no connection.').waitFor();
      await page.unroute('**/api/commands/referral.markAttendance');
      await page.getByRole('button', { name: 'Save now' }).click();

      await page.getByText('Noted.').waitFor();
      assert.equal(await stateOf(ref), 'S1_DONE');
      assert.equal(new Set(commands.map(({ body }) => body.id)).size, 1);
      await close();
    });

    it('R9 a part of a session asks for the minutes, and below the threshold why it still counts', async () => {
      const ref = await booked('Cole', '2027-01-21T10:00');
      at('2027-01-21T13:05:00Z');
      const { page, close } = await visit(here, { as: people.trainer, width: 390 });

      await page.getByRole('button', { name: 'Part of it' }).click();
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

      await page.getByRole('button', { name: 'Did not attend' }).click();
      const sent = page.waitForResponse('**/api/commands/referral.markAttendance');
      await page.getByRole('link', { name: 'My sessions' }).click();
      await sent;

      await page.getByRole('heading', { name: 'My sessions' }).waitFor();
      assert.equal(await stateOf(ref), 'S1_DNA');
      await close();
    });
  });
});
