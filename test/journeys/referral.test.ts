/** Journey 2, lived by its people: from the referral in chat to the award, with the clock moved on in between. */
import assert from 'node:assert/strict';
import { fillReferral } from './support/fillReferral.ts';
import { openStage, type Stage } from './support/stage.ts';

const referenceShape = /REF-\d{4}-\d{7}/;
const phone = { width: 390, height: 844 };

describe('journey 2: a referral, two sessions and the award', function () {
  this.timeout(120_000);
  let stage: Stage;
  before(async function () {
    stage = await openStage(this);
  });
  after(() => stage?.close());

  const card = (text: string | RegExp) => stage.chat.card(text);
  let ref = '';

  it('the practice manager refers a patient in chat and gets a reference', async () => {
    await stage.chat.say('act as Priya Shah');
    await card('Hello Priya Shah').waitFor();
    await stage.chat.say('refer');
    const form = card('Send referral');
    await form.waitFor();
    await fillReferral(form);
    await form.getByRole('button', { name: 'Send referral' }).dblclick();

    const receipt = card('Referral sent');
    await receipt.waitFor();
    ref = referenceShape.exec(await receipt.innerText())?.[0] ?? '';
    assert.match(ref, referenceShape);
    assert.doesNotMatch(await receipt.innerText(), /Loxley|900123/);
  });

  it('the coordinator finds a notice with the reference alone, rings, and notes the yes', async () => {
    const tab = await stage.tabOf('Owen Price');
    const notice = tab.getByRole('link', { name: `A new referral waits for you: ${ref}.` });
    await notice.waitFor();
    await tab.getByRole('link', { name: 'Calls' }).click();
    const call = tab.getByRole('listitem', { name: 'Maurice Loxley' });
    await call.getByText('not rung yet').waitFor();
    await call.getByRole('button', { name: 'Note the call' }).click();
    await call.getByLabel('How did the call go?').selectOption('Spoke: the patient will take part');
    await call.getByLabel('We went through what the patient needs').check();
    await call.getByRole('button', { name: 'Save the call' }).click();

    await call.waitFor({ state: 'detached' });
    await tab.close();
  });

  it('he books the first session and holds a time for the second', async () => {
    const tab = await stage.tabOf('Owen Price');
    await tab.getByRole('link', { name: 'Schedule' }).click();
    await tab
      .getByRole('region', { name: 'To book' })
      .getByRole('link', { name: `Book ${ref}` })
      .click();
    await tab.getByRole('button', { name: 'Book session 1' }).click();
    await tab.getByLabel('Trainer (required)').selectOption('Kezia Boateng');
    await tab.getByLabel('Day and time (required)').fill('2030-01-16T10:00');
    await tab.getByLabel('Hold a time for session 2').check();
    await tab.getByLabel('Trainer for session 2').selectOption('Kezia Boateng');
    await tab.getByLabel('Day and time for session 2').fill('2030-01-23T13:30');
    await tab.getByRole('button', { name: 'Book', exact: true }).click();

    const sessions = tab.getByRole('region', { name: 'Sessions' });
    await sessions.getByText('Session 1: Wednesday 16 January').waitFor();
    await sessions.getByText('Session 2: Wednesday 23 January').waitFor();
    await tab.close();
  });

  it('the trainer, on a phone, marks the first session in one tap', async () => {
    await stage.goTo('2030-01-16T13:05');
    const tab = await stage.tabOf('Kezia Boateng', phone);
    await tab
      .getByRole('link', { name: `You have a session: ${ref}` })
      .first()
      .waitFor();
    const session = tab.getByRole('listitem', { name: 'Maurice, session 1' });
    await session.getByRole('button', { name: 'Attended' }).click();
    await session.getByRole('button', { name: 'Save now' }).click();

    await tab.getByText('The second session is now certain.').waitFor();
    assert.doesNotMatch(await tab.locator('body').innerText(), /Loxley/);
    await tab.close();
  });

  it('and the second one a week later', async () => {
    await stage.goTo('2030-01-23T16:35');
    const tab = await stage.tabOf('Kezia Boateng', phone);
    const session = tab.getByRole('listitem', { name: 'Maurice, session 2' });
    await session.getByRole('button', { name: 'Attended' }).click();
    await session.getByRole('button', { name: 'Save now' }).click();

    await tab.getByText('Noted: both sessions are attended.').waitFor();
    await tab.close();
  });

  it('the referrer is told in chat that both sessions were attended', async () => {
    const notice = card(`Both sessions of your referral ${ref} are done.`);

    await notice.waitFor();
    assert.doesNotMatch(await notice.innerText(), /Loxley|Maurice|Kezia/);
  });

  it('the coordinator records the award', async () => {
    const tab = await stage.tabOf('Owen Price');
    await tab.getByRole('link', { name: 'Outcomes' }).click();
    const waiting = tab.getByRole('region', { name: 'Award to record' });
    await waiting.getByRole('link', { name: `Record the award ${ref}` }).click();
    await tab.getByRole('button', { name: 'Record the award' }).click();
    await tab.getByRole('radiogroup', { name: 'Was the award made?' }).getByLabel('Award made').check();
    await tab.getByLabel('Date of the award').fill('2030-01-23');
    await tab.getByLabel('Reference of the certificate').fill('NOCN-55012');
    await tab.getByRole('button', { name: 'Save the award' }).click();

    await tab.getByRole('button', { name: 'Completed', exact: true }).waitFor();
    await tab.close();
  });

  it('the referrer is told, asks where it stands, and reads how it ended in the tab', async () => {
    await card(`There is a result for your referral ${ref}.`).waitFor();
    // The earlier notice shows the present state too (D10).
    await card(`Both sessions of your referral ${ref} are done.`).getByText('Now: Completed').waitFor();
    await stage.chat.say(`status ${ref}`);
    const status = card('Sessions attended').filter({ hasText: 'Completed' });
    await status.waitFor();
    assert.match(await status.innerText(), /2 of 2/);

    const tab = await stage.tabOf('Priya Shah');
    await tab.getByRole('link', { name: 'Referrals' }).click();
    await tab.getByRole('link', { name: ref }).click();
    await tab.getByRole('region', { name: 'How it ended' }).getByText('2 of 2').waitFor();
    await tab.close();
  });

  it('another practice is told no more than that, whether or not the referral exists', async () => {
    await stage.chat.say('act as Grace Lindqvist');
    await card('Hello Grace Lindqvist').waitFor();
    await stage.chat.say(`status ${ref}`);

    const refused = card('This is not available to your role.');
    await refused.waitFor();
    assert.doesNotMatch(await refused.innerText(), /REF-/);
  });

  it('no page wrote an error or a warning to its console', () => {
    assert.deepEqual(stage.pageErrors, []);
  });
});
