/** Journey 1: from the report to the answer. */
import { fillReport } from '../support/fillReport.ts';
import type { Stage } from '../support/stage.ts';
import { chatShot, phone, shot } from './camera.ts';

export async function picturesOfIncident(stage: Stage): Promise<void> {
  const { chat } = stage;
  const front = await stage.tabOf('Rosa Bell');
  await front.getByRole('button', { name: 'Switch person' }).click();
  await front.getByRole('heading', { name: 'Millbrook Surgery' }).waitFor();
  await shot(front, 'pick-a-person');
  await front.close();

  await chat.say('act as Rosa Bell');
  await chat.card('Hello Rosa Bell').waitFor();
  await chat.say('report');
  const form = chat.card('Send report');
  await fillReport(form);
  await form.getByText('Report an incident').scrollIntoViewIfNeeded();
  await chatShot(chat.page, 'report-in-chat');
  await form.getByRole('button', { name: 'Send report' }).click();
  const receipt = chat.card('Thank you for telling us');
  await receipt.waitFor();
  await chatShot(chat.page, 'receipt-in-chat');
  const ref = /INC-\d{4}-\d{7}/.exec(await receipt.innerText())?.[0] ?? '';

  const tab = await stage.tabOf('Priya Shah');
  const notice = tab.getByRole('link', { name: `waits for you: ${ref}` });
  await notice.waitFor();
  await shot(tab, 'manager-home');
  await notice.click();
  await tab.getByRole('button', { name: 'Take into review' }).click();
  await tab.getByText('You are looking at this report now').waitFor();
  await shot(tab, 'incident-page');
  await tab.getByRole('button', { name: 'Close with feedback' }).click();
  await tab.getByLabel('How was it dealt with?').selectOption('We talked with the person');
  await tab.getByLabel('Feedback to the person').fill('I rang him. He has said sorry to the desk.');
  await tab.getByRole('button', { name: 'Close report' }).click();
  await tab.getByText('your feedback has gone to the person').waitFor();

  await chat.say(`status ${ref}`);
  await chat.card('He has said sorry to the desk').waitFor();
  await chatShot(chat.page, 'status-in-chat');

  const small = await stage.tabOf('Rosa Bell', phone);
  await small.goto(`${stage.url}/?theme=contrast#/incidents/${ref}`);
  await small.getByRole('heading', { name: ref }).waitFor();
  await small.getByText('He leaned over the desk').waitFor();
  await shot(small, 'phone-contrast');
  const dark = await stage.tabOf('Priya Shah');
  await dark.goto(`${stage.url}/?theme=dark#/incidents`);
  await dark.getByRole('link', { name: ref }).waitFor();
  await shot(dark, 'incidents-dark');
}
