import assert from 'node:assert/strict';
import { people, setTime } from '../support/house.ts';
import { lifeOfReferrals, must } from '../support/referrals.ts';
import { appInBrowser } from './support/appInBrowser.ts';
import { fillReferral, refer, referAndAccept } from './support/referrals.ts';
import { visit } from './support/visit.ts';

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

  it('R4 R5 a row of the calls says what the call needs: the needs, that no message may be left, when to ring again', async () => {
    const { desk } = here.app;
    const ref = await refer(desk, 'Quill', { safeToLeaveMessage: false });
    const { page, errors, close } = await visit(here, { as: people.coordinator, at: '/calls' });
    const row = page.getByRole('listitem', { name: 'Maurice Quill' });
    await row.getByText('Leave no message').waitFor();
    await row.getByRole('button', { name: 'Note the call' }).click();
    await row.getByLabel('How did the call go?').selectOption('Spoke: the patient will take part');
    await row.getByText('Needs: Hearing, Teams: On a phone.').waitFor();
    await row.getByLabel('How did the call go?').selectOption('Left a message');
    await row.getByText('The referrer asked that no message be left.').waitFor();
    await row.getByLabel('How did the call go?').selectOption('No answer');
    await row.getByRole('button', { name: 'Save the call' }).click();

    await page.getByText(`Noted for ${ref}. Ring again on`).waitFor();
    await row.getByText('The patient is to be rung again on').waitFor();
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
    await page
      .getByRole('region', { name: 'To book' })
      .getByRole('link', { name: `Book ${ref}` })
      .click();
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

  it('R10 the coordinator marks who did not come, and R19 ends the referral when the patient asks', async () => {
    const { ref, start } = await lifeOfReferrals(here.app).booked({ patientLastName: 'Ash' });
    at(`${start}:00Z`);
    setTime(here.app.clock, here.app.clock.now().add({ hours: 1 }));
    const { page, errors, close } = await visit(here, { as: people.coordinator, at: `/referrals/${ref}` });

    await page.getByRole('button', { name: 'Mark attendance' }).click();
    await page.getByRole('radiogroup', { name: 'How did it go?' }).getByLabel('Did not attend').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Session 1 missed', exact: true }).waitFor();
    await page.getByRole('button', { name: 'End the referral' }).click();
    await page.getByRole('radiogroup', { name: 'Why does it end?' }).getByLabel('Withdrawn').check();
    await page.getByLabel('Reason').fill('The patient does not want to go on.');
    await page.getByRole('button', { name: 'End it' }).click();

    await page.getByRole('button', { name: 'Withdrawn', exact: true }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'End the referral' }).count(), 0);
    assert.deepEqual(errors, []);
    await close();
  });

  it('R7 a referral is not ended as not reached before its time, and the page says from when', async () => {
    const ref = await refer(here.app.desk, 'Beck');
    const { page, close } = await visit(here, { as: people.coordinator, at: `/referrals/${ref}` });

    await page.getByText('It can be ended as not reached from Monday 25 January 2027').waitFor();
    await page.getByRole('button', { name: 'Note a call' }).click();
    await page.getByLabel('How did the call go?').selectOption('No answer');
    await page.getByRole('button', { name: 'Save the call' }).click();
    await page.getByRole('button', { name: 'End the referral' }).click();
    await page
      .getByRole('radiogroup', { name: 'Why does it end?' })
      .getByLabel('Could not be reached')
      .check();
    await page.getByRole('button', { name: 'End it' }).click();

    await page.getByRole('alert').getByText('Rule R7 of the policy.').waitFor();
    await close();
  });

  it('R17 without an award the coordinator says why', async () => {
    const ref = await lifeOfReferrals(here.app).bothDone({ patientLastName: 'Crane' });
    const { page, errors, close } = await visit(here, { as: people.coordinator, at: `/referrals/${ref}` });

    await page.getByRole('button', { name: 'Record the award' }).click();
    await page.getByRole('radiogroup', { name: 'Was the award made?' }).getByLabel('No award').check();
    await page.getByRole('button', { name: 'Save the award' }).click();
    await page.getByLabel('Why not?').selectOption('The patient did not want the certificate');
    await page.getByRole('button', { name: 'Save the award' }).click();

    await page.getByRole('button', { name: 'Completed, no award', exact: true }).waitFor();
    await page.getByRole('region', { name: 'How it ended' }).getByText('2 of 2').waitFor();
    assert.deepEqual(errors, []);
    await close();
  });
});
