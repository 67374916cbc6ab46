/** Journey 2: from the referral to the award. */
import type { Page } from 'playwright-core';
import { fillReferral } from '../support/fillReferral.ts';
import type { Stage } from '../support/stage.ts';
import { chatShot, phone, shot } from './camera.ts';

export async function picturesOfReferral(stage: Stage): Promise<void> {
  const ref = await refer(stage);
  const coordinator = await stage.tabOf('Owen Price');
  await noteTheCall(coordinator);
  await bookBoth(coordinator, ref);
  await attend(stage, '2030-01-16T13:05', 1);
  await attend(stage, '2030-01-23T16:35', 2);
  await recordTheAward(await stage.tabOf('Owen Price'), ref);

  await stage.chat.say(`status ${ref}`);
  await stage.chat.card('Sessions attended').filter({ hasText: 'Completed' }).waitFor();
  await chatShot(stage.chat.page, 'referral-status-in-chat');
}

async function refer({ chat }: Stage): Promise<string> {
  await chat.say('act as Priya Shah');
  await chat.card('Hello Priya Shah').waitFor();
  await chat.say('refer');
  const form = chat.card('Send referral');
  await form.waitFor();
  await fillReferral(form);
  await form.getByText('A warning letter in the last six months').scrollIntoViewIfNeeded();
  await chatShot(chat.page, 'refer-in-chat');
  await form.getByRole('button', { name: 'Send referral' }).click();
  const receipt = chat.card('Referral sent');
  await receipt.waitFor();
  return /REF-\d{4}-\d{7}/.exec(await receipt.innerText())?.[0] ?? '';
}

async function noteTheCall(tab: Page): Promise<void> {
  await tab.getByRole('link', { name: 'Calls' }).click();
  const call = tab.getByRole('listitem', { name: 'Maurice Loxley' });
  await call.getByRole('button', { name: 'Note the call' }).click();
  await call.getByLabel('How did the call go?').selectOption('Spoke: the patient will take part');
  await call.getByLabel('We went through what the patient needs').check();
  await shot(tab, 'coordinator-calls');
  await call.getByRole('button', { name: 'Save the call' }).click();
  await call.waitFor({ state: 'detached' });
}

async function bookBoth(tab: Page, ref: string): Promise<void> {
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
  await tab.getByRole('region', { name: 'Sessions' }).getByText('Session 2: Wednesday 23 January').waitFor();
  await tab.getByRole('link', { name: 'Schedule' }).click();
  await tab.getByText(ref).first().waitFor();
  await shot(tab, 'schedule');
  await tab.close();
}

/** The trainer marks a session on a phone, once it has begun. The picture is of the first. */
async function attend(stage: Stage, at: string, session: 1 | 2): Promise<void> {
  await stage.goTo(at);
  const tab = await stage.tabOf('Kezia Boateng', phone);
  const card = tab.getByRole('listitem', { name: `Maurice, session ${session}` });
  await card.getByRole('button', { name: 'Attended' }).waitFor();
  await card.scrollIntoViewIfNeeded();
  if (session === 1) await shot(tab, 'attendance-on-a-phone');
  await card.getByRole('button', { name: 'Attended' }).click();
  await card.getByRole('button', { name: 'Save now' }).click();
  const said = session === 1 ? 'The second session is now certain.' : 'Noted: both sessions are attended.';
  await tab.getByText(said).waitFor();
  await tab.close();
}

async function recordTheAward(tab: Page, ref: string): Promise<void> {
  await tab.getByRole('link', { name: 'Outcomes' }).click();
  await tab
    .getByRole('region', { name: 'Award to record' })
    .getByRole('link', { name: `Record the award ${ref}` })
    .click();
  await tab.getByRole('button', { name: 'Record the award' }).click();
  await tab.getByRole('radiogroup', { name: 'Was the award made?' }).getByLabel('Award made').check();
  await tab.getByLabel('Date of the award').fill('2030-01-23');
  await tab.getByLabel('Reference of the certificate').fill('NOCN-55012');
  await tab.getByRole('button', { name: 'Save the award' }).click();
  await tab.getByRole('button', { name: 'Completed', exact: true }).waitFor();
  await shot(tab, 'referral-outcome');
}
