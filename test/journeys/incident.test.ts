/** Journey 1, lived by its people: from the first tap to the answer, in the Playground's page and in the tab. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { fillReport, narrative } from './support/fillReport.ts';
import { openStage, type Stage } from './support/stage.ts';

const referenceShape = /INC-\d{4}-\d{7}/;

/** The box or button of one choice; the Playground gives it the names of all its question's parts. */
const inputOf = (card: Locator, choice: string) =>
  card.locator('.fui-Checkbox, .fui-Radio').filter({ hasText: choice }).locator('input');

const send = (card: Locator) => card.getByRole('button', { name: 'Send report' });

describe('journey 1: a receptionist reports, the manager answers', function () {
  this.timeout(120_000);
  let stage: Stage;
  before(async function () {
    stage = await openStage(this);
  });
  after(() => stage?.close());

  const { say, card } = {
    say: (words: string) => stage.chat.say(words),
    card: (text: string | RegExp) => stage.chat.card(text),
  };
  const openReport = async () => {
    await say('report');
    const form = card('Send report');
    await form.waitFor();
    return form;
  };
  const receipts = () =>
    stage.chat.page.locator('.ac-adaptiveCard').filter({ hasText: 'Thank you for telling us' });
  /** Does what sends a report and gives the reference on the receipt that comes of it. */
  const refAfter = async (sending: () => Promise<unknown>): Promise<string> => {
    const before = await receipts().count();
    await sending();
    const receipt = receipts().nth(before);
    await receipt.waitFor();
    return referenceShape.exec(await receipt.innerText())?.[0] ?? '';
  };
  /** References on the newest list of the receptionist's reports. */
  const listedReports = async (expected: string): Promise<Set<string>> => {
    await say('my reports');
    const list = card('Newest first').filter({ hasText: expected });
    await list.waitFor();
    return new Set((await list.innerText()).match(new RegExp(referenceShape, 'g')));
  };

  let ref = '';

  it('a newcomer says who they are and is told what this is, and that it is no alarm', async () => {
    await say('act as Rosa Bell');

    const hello = card('Hello Rosa Bell');
    await hello.waitFor();
    const text = await hello.innerText();
    assert.match(text, /not an alarm/);
    assert.match(text, /999/);
  });

  it('a wrong field comes back with a sentence at it and everything else still filled in', async () => {
    const form = await openReport();
    await fillReport(form, 'Too short');
    await send(form).click();

    const refused = card('at least 10 characters');
    await refused.waitFor();
    assert.equal(await refused.getByLabel('In your words, what happened?').inputValue(), 'Too short');
    assert.equal(await inputOf(refused, 'Intimidation, abuse or threats').isChecked(), true);
    assert.equal(await inputOf(refused, 'A patient registered here').isChecked(), true);
    assert.equal(await inputOf(refused, 'Physical violence').isChecked(), false);
  });

  it('corrected and sent with two quick taps, it gives one reference at once', async () => {
    const form = card('Send report');
    await form.getByLabel('In your words, what happened?').fill('');
    await form.getByLabel('In your words, what happened?').click();
    await stage.chat.page.keyboard.type(narrative);

    ref = await refAfter(() => send(form).dblclick());

    assert.match(ref, referenceShape);
    assert.equal((await listedReports(ref)).size, 2);
  });

  it('the practice manager finds a notice that holds the reference and nothing else', async () => {
    const tab = await stage.tabOf('Priya Shah');
    const notice = tab.getByRole('link', { name: `waits for you: ${ref}` });
    await notice.waitFor();

    assert.equal(await notice.innerText(), `A new report waits for you: ${ref}.`);
    await notice.click();
    await tab.getByRole('heading', { name: ref }).waitFor();
    await tab.getByText('He leaned over the desk').waitFor();
    assert.match(tab.url(), new RegExp(`#/incidents/${ref}$`));
    await tab.close();
  });

  it('she takes it into review and answers with feedback', async () => {
    const tab = await stage.tabOf('Priya Shah');
    await tab.getByRole('link', { name: 'Incidents' }).click();
    await tab.getByRole('link', { name: ref }).click();
    await tab.getByRole('button', { name: 'Take into review' }).click();
    await tab.getByRole('button', { name: 'Close with feedback' }).click();
    await tab.getByLabel('How was it dealt with?').selectOption('We talked with the person');
    await tab.getByLabel('Feedback to the person').fill('I rang him. He has said sorry to the desk.');
    await tab.getByRole('button', { name: 'Close report' }).click();

    await tab.getByText('your feedback has gone to the person').waitFor();
    await tab.close();
  });

  it('the receptionist asks for the status and reads what was done', async () => {
    await say(`status ${ref}`);

    const status = card('He has said sorry to the desk');
    await status.waitFor();
    assert.match(await status.innerText(), /Closed/);
  });

  it('she was told in the chat too, by reference only', async () => {
    const notice = card(`There is an answer to your report ${ref}.`);

    await notice.waitFor();
    assert.doesNotMatch(await notice.innerText(), /sorry|Priya|leaned/);
  });

  it('a restart between the tap and the answer makes no second report', async () => {
    const form = await openReport();
    await fillReport(form, 'The phone rang and he shouted down the line at me.');
    const again = await refAfter(async () => {
      await Promise.all([send(form).click(), stage.crashAndRestart()]);
      // The same card, tapped again after the app has come back, unless the answer had come already.
      if (await send(form).isVisible()) await send(form).click();
    });

    assert.notEqual(again, ref);
    assert.equal((await listedReports(again)).size, 3);
  });

  it('reports for a colleague, and adds facts later', async () => {
    const form = await openReport();
    await fillReport(form, 'Tom was shouted at while I stood beside him.');
    await form.getByRole('button', { name: 'Add more' }).click();
    await form.getByLabel('colleague').click();
    await stage.chat.page.keyboard.type('Tom Asher');
    const forTom = await refAfter(() => send(form).click());

    await say(forTom);
    await card(forTom).getByRole('button', { name: 'Add facts' }).click();
    const facts = card('What else should be known?');
    await facts.getByRole('textbox').click();
    await stage.chat.page.keyboard.type('He came back at noon and apologised.');
    await facts.getByRole('button', { name: 'Send facts' }).click();
    await card('Your facts have been added').waitFor();

    const tab = await stage.tabOf('Priya Shah');
    await tab.goto(`${stage.url}/#/incidents/${forTom}`);
    await tab.getByText('He came back at noon and apologised.').waitFor();
    assert.match(await tab.locator('main').innerText(), /Tom Asher/);
    await tab.close();
  });

  it('the manager links two reports of one event in the tab', async () => {
    const tab = await stage.tabOf('Priya Shah');
    await tab.getByRole('link', { name: 'Incidents' }).click();
    const links = tab.getByRole('link', { name: referenceShape });
    await links.first().waitFor();
    const [first = '', second = ''] = await links.allInnerTexts();
    await links.first().click();
    await tab.getByRole('button', { name: 'Link another report' }).click();
    await tab.getByLabel('reference').fill(second);
    await tab.getByRole('button', { name: 'Link', exact: false }).last().click();

    await tab.getByText(`${first} and ${second} are now linked`).waitFor();
    await tab.getByRole('link', { name: second }).first().click();
    await tab.getByRole('heading', { name: second }).waitFor();
    await tab.getByRole('link', { name: first }).first().waitFor();
    await tab.close();
  });

  it('unknown words are met with what can be said', async () => {
    await say('xylophone please');

    const answer = card('I did not understand that');
    await answer.waitFor();
    await answer.getByRole('button', { name: 'Report', exact: true }).waitFor();
  });

  it('a wrong role is told no more than that, whether or not the record exists', async () => {
    await say('act as Ben Whitlow');
    await card('Hello Ben Whitlow').waitFor();
    await say(`status ${ref}`);

    const refused = card('This is not available to your role.');
    await refused.waitFor();
    assert.doesNotMatch(await refused.innerText(), /INC-/);
  });

  it('a stale card shows the present state', async () => {
    await say('act as Rosa Bell');
    await card('Rosa Bell').waitFor();
    const form = await openReport();
    await fillReport(form, 'Somebody threw a chair across the waiting room.');
    const fresh = await refAfter(() => send(form).click());
    await say('act as Priya Shah');
    await card('Hello Priya Shah').waitFor();
    await say(fresh);
    const { page } = stage.chat;
    const take = page.getByRole('button', { name: 'Take into review' });
    const stale = page.locator('.ac-adaptiveCard').filter({ hasText: fresh }).filter({ has: take }).last();
    await stale.waitFor();
    const tab = await stage.tabOf('Helen Okafor');
    await tab.goto(`${stage.url}/#/incidents/${fresh}`);
    await tab.getByRole('button', { name: 'Take into review' }).click();
    await tab.getByText('You are looking at this report now').waitFor();
    await tab.close();

    await stale.getByRole('button', { name: 'Take into review' }).click();

    await card('Helen Okafor is looking at it').waitFor();
  });

  it('chat alone will do: the manager takes a report into review and answers, the reporter reads it', async () => {
    const cards = stage.chat.page.locator('.ac-adaptiveCard');
    const button = (name: string) => stage.chat.page.getByRole('button', { name, exact: true });
    const actAs = async (name: string) => {
      const greetings = cards.filter({ hasText: new RegExp(`(You are now|Hello) ${name}`) });
      const before = await greetings.count();
      await say(`act as ${name}`);
      await greetings.nth(before).waitFor();
    };
    await actAs('Rosa Bell');
    const form = await openReport();
    await fillReport(form, 'She swore at me because there was no appointment.');
    const alone = await refAfter(() => send(form).click());

    await actAs('Priya Shah');
    await say(`status ${alone}`);
    const about = cards.filter({ hasText: alone });
    await about
      .filter({ has: button('Add facts') })
      .last()
      .getByText('Take into review')
      .click();
    await about.filter({ hasText: 'You are looking at this report now' }).getByText('Give feedback').click();
    const answer = card(`Give feedback on ${alone}`);
    await answer.getByText('We talked with the person').click();
    await answer.getByRole('textbox').click();
    await stage.chat.page.keyboard.type('We rang her and agreed how she books from now on.');
    await answer.getByRole('button', { name: 'Send feedback and close' }).click();
    await about.filter({ hasText: 'The report is closed' }).last().waitFor();

    await actAs('Rosa Bell');
    await say('my reports');
    const list = card('My reports').filter({ hasText: alone });
    await list.getByRole('button', { name: alone }).click();
    const read = about.filter({ hasText: 'agreed how she books from now on' }).last();
    await read.getByText('Feedback: We talked with the person').waitFor();
    assert.match(await read.innerText(), /Closed/);
  });

  it('no page threw, and no page of the tab wrote an error or a warning to its console', () => {
    assert.deepEqual(stage.pageErrors, []);
  });
});
