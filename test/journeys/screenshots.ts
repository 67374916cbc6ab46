/** `npm run screenshots`: walks the first journey in the running app and writes the README's pictures into docs/. */
import '../support/root.ts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openStage } from './support/stage.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');
mkdirSync(docs, { recursive: true });

const noHook = {
  skip(): never {
    throw new Error('There is no browser. Install Chrome or Chromium, or set CHROMIUM_PATH.');
  },
} as unknown as Mocha.Context;

const stage = await openStage(noHook);
const { chat } = stage;
const shot = (page: Page, name: string) => page.screenshot({ path: join(docs, `${name}.png`) });
/** Without the Playground's own log panel, which shows paths of this machine. */
const chatShot = (name: string) =>
  chat.page.screenshot({
    path: join(docs, `${name}.png`),
    clip: { x: 330, y: 46, width: 618, height: 1054 },
  });

const front = await stage.tabOf('Rosa Bell');
await front.getByRole('button', { name: 'Switch person' }).click();
await front.getByRole('heading', { name: 'Millbrook Surgery' }).waitFor();
await shot(front, 'pick-a-person');
await front.close();

await chat.say('act as Rosa Bell');
await chat.card('Hello Rosa Bell').waitFor();
await chat.say('report');
const form = chat.card('Send report');
await form.getByText('Intimidation, abuse or threats').click();
await form.getByText('In the surgery').click();
await form.getByText('Staff, in words').click();
await form.getByText('A patient registered here').click();
await form.getByLabel('In your words, what happened?').click();
await chat.page.keyboard.type('He leaned over the desk, shouted and would not leave when asked.');
await form.getByText('Not yet', { exact: true }).click();
await form.getByText('Yes', { exact: true }).last().click();
await form.scrollIntoViewIfNeeded();
await form.getByText('Report an incident').scrollIntoViewIfNeeded();
await chatShot('report-in-chat');
await form.getByRole('button', { name: 'Send report' }).click();
await chat.card('Thank you for telling us').waitFor();
await chatShot('receipt-in-chat');
const ref = /INC-\d{4}-\d{7}/.exec(await chat.card('Thank you for telling us').innerText())?.[0] ?? '';

const tab = await stage.tabOf('Priya Shah');
await tab.getByRole('link', { name: `waits for you: ${ref}` }).waitFor();
await shot(tab, 'manager-home');
await tab.getByRole('link', { name: `waits for you: ${ref}` }).click();
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
await chatShot('status-in-chat');

const phone = await stage.tabOf('Rosa Bell', { width: 390, height: 844 });
await phone.goto(`${stage.url}/?theme=contrast#/incidents/${ref}`);
await phone.getByRole('heading', { name: ref }).waitFor();
await phone.getByText('He leaned over the desk').waitFor();
await shot(phone, 'phone-contrast');
const dark = await stage.tabOf('Priya Shah');
await dark.goto(`${stage.url}/?theme=dark#/incidents`);
await dark.getByRole('link', { name: ref }).waitFor();
await shot(dark, 'incidents-dark');
await stage.close();
