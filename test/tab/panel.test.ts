import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { people } from '../support/house.ts';
import {
  cast,
  castAll,
  caseRef,
  chair,
  done,
  itemOnPage,
  list,
  members,
  plan,
  sit,
  vote,
  type AtItem,
} from '../support/panel.ts';
import { appInBrowser, type AppInBrowser } from './support/appInBrowser.ts';
import { findBarriers } from './support/axe.ts';
import { remembered } from './support/remembered.ts';
import { visit, type VisitOptions } from './support/visit.ts';

const reason = 'The letter of appeal names a witness whom nobody has heard yet.';
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const roomOf = ({ meeting }: AtItem) => `/meetings/${meeting}`;

/** The panel's pages as they look in use: forms open, problems shown. */
async function walk(
  here: AppInBrowser,
  options: VisitOptions,
  look: (name: string, page: Page) => Promise<void>,
): Promise<void> {
  const { desk } = here.app;
  const planned = await plan(desk, '2027-02-11T14:00');
  const officer = await visit(here, { ...options, as: people.officer, at: '/meetings' });
  await press(officer.page, 'Plan a meeting');
  await press(officer.page, 'Plan this meeting');
  await officer.page.getByText('Give the day and the time').first().waitFor();
  await look('panel', officer.page);
  await officer.page.getByRole('link', { name: 'Thursday 11 February 2027' }).first().click();
  await press(officer.page, 'Add an item');
  await press(officer.page, 'Add to the agenda');
  await officer.page.getByText('Choose what the item is.').waitFor();
  await press(officer.page, 'Change Chair');
  await officer.page.getByLabel('Chair at this meeting').waitFor();
  await look(`planned ${planned}`, officer.page);
  assert.deepEqual(officer.errors, []);
  await officer.close();

  const item = await vote(desk);
  const member = await visit(here, { ...options, as: chair, at: roomOf(item) });
  await member.page.getByRole('radio', { name: 'For' }).check();
  await look('voting', member.page);
  await castAll(desk, item, ['FOR', 'ABSTAIN', 'AGAINST', 'ABSTAIN']);
  await done(desk, chair, 'item.close', { ...item });
  await press(member.page, 'Give the casting vote');
  await member.page.getByText('Give the reason: at least 20 characters.').waitFor();
  await look('tied', member.page);
  await done(desk, chair, 'item.castingVote', { ...item, direction: 'FOR', reason });
  await member.page.getByText(reason).waitFor();
  await look('decided', member.page);
  await member.page.getByRole('link', { name: 'Next meeting' }).click();
  await member.page.getByRole('heading', { name: 'Other meetings' }).waitFor();
  await look('next meeting', member.page);
  assert.deepEqual(member.errors, []);
  await member.close();
}

describe('the panel in the tab', () => {
  const here = appInBrowser();

  it('the lay member without a meeting is told what will appear', async () => {
    const { page, close } = await visit(here, { as: members.LAY });

    await page.getByRole('heading', { name: 'Next meeting' }).waitFor();
    await page.getByText('No meeting is planned in which you have a seat.').waitFor();
    await close();
  });

  it('MG1 MG2 MG3 an officer plans a meeting, gives a seat and lists an item, each problem at its field', async () => {
    const { page, errors, commands, close } = await visit(here, { as: people.officer });
    await page.getByRole('link', { name: 'Panel' }).click();
    await press(page, 'Plan a meeting');
    await press(page, 'Plan this meeting');
    await page.getByText('Give the day and the time, for example 2027-01-28T10:00.').waitFor();
    assert.equal(await page.locator(':focus').getAttribute('type'), 'datetime-local');
    await page.getByLabel('Day and time').fill('2027-01-28T10:00');
    await page.getByRole('radio', { name: 'By video' }).check();
    await press(page, 'Plan this meeting');
    await page.getByRole('link', { name: 'Thursday 28 January 2027' }).click();

    await page.getByText('0 of 4 seats are here').waitFor();
    await press(page, 'Fill Lay member');
    await page.getByLabel('Lay member at this meeting').selectOption('Arthur Penrose');
    await press(page, 'Give the seat');
    await page.getByText('Arthur Penrose has the seat lay member.').waitFor();
    await press(page, 'Add an item');
    await press(page, 'Not now');
    assert.equal(await page.locator(':focus').textContent(), 'Add an item');
    await press(page, 'Add an item');
    await page.getByLabel('What is it?').selectOption('Risk assessment');
    await page.getByLabel('What is it for?').selectOption('Including the patient in the scheme');
    await page.getByLabel('Reference of the case').fill('INC-2027-4839273');
    await press(page, 'Add to the agenda');
    await page.getByText('Check each digit of it.').waitFor();
    await page.getByLabel('Reference of the case').fill(caseRef);
    await press(page, 'Add to the agenda');

    await page.getByRole('heading', { name: 'Risk assessment' }).waitFor();
    await page.getByText('The patient should be included in the scheme.').waitFor();
    const ids = new Set(commands.map(({ body }) => body.id));
    assert.equal(ids.size, 3, 'one id for one intent, however often it is sent');
    assert.deepEqual(errors, []);
    await close();
  });

  it('V4 a vote takes two taps, can be changed, and nobody else’s is on the page or in what the page is sent', async () => {
    const { desk } = here.app;
    const item = await vote(desk);
    await cast(desk, item, 'CHAIR', 'AGAINST');
    const { page, errors, commands, close } = await visit(here, { as: members.CONTRACTS, at: roomOf(item) });
    const answers: Promise<string>[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('/meeting.page') && response.status() === 200)
        answers.push(response.text());
    });
    const ballot = page.getByRole('region', { name: 'Your vote' });
    await ballot.getByRole('radio', { name: 'For' }).check();
    assert.equal(commands.length, 0);
    await press(page, 'Vote For');
    await ballot.getByText('You voted For.').waitFor();
    await page.getByText('2 of 4 cast').first().waitFor();
    await ballot.getByRole('radio', { name: 'Abstain' }).check();
    await press(page, 'Change to Abstain');
    await ballot.getByText('You voted Abstain.').waitFor();

    assert.equal(new Set(commands.map(({ body }) => body.id)).size, 2);
    assert.equal((await itemOnPage(desk, members.CONTRACTS, item)).mine, 'ABSTAIN');
    const sent = (await Promise.all(answers)).join('');
    assert.ok(sent.includes('"mine":"FOR"'));
    assert.doesNotMatch(sent, /"AGAINST"|"tally"|"votes"/);
    assert.deepEqual(errors, []);
    await close();
  });

  it('V5 that a vote counts is said while it can be changed, and no longer', async () => {
    const { desk } = here.app;
    const item = await vote(desk);
    await castAll(desk, item, ['FOR', 'FOR', 'AGAINST', 'FOR']);
    const { page, close } = await visit(here, { as: members.GP, at: roomOf(item) });
    await page.getByRole('radio', { name: 'Abstain' }).check();
    await press(page, 'Change to Abstain');
    await page.getByText('Your vote is counted').waitFor();

    await done(desk, chair, 'item.close', { ...item });

    await page.getByRole('heading', { name: 'Result' }).waitFor();
    assert.equal(await page.getByText('Your vote is counted').count(), 0);
    await close();
  });

  it('MG4 one who leaves has no ballot, and everybody sees the seat empty itself', async () => {
    const item = await vote(here.app.desk);
    const lay = await visit(here, { as: members.LAY, at: roomOf(item) });
    const chairs = await visit(here, { as: chair, at: roomOf(item) });
    await lay.page.getByRole('heading', { name: 'Your vote' }).waitFor();

    await press(lay.page, 'I have to leave');

    await lay.page.getByText('The lay member has left.').waitFor();
    assert.equal(await lay.page.getByRole('heading', { name: 'Your vote' }).count(), 0);
    await chairs.page.getByText('3 of 4 seats are here. Nothing can be decided').waitFor();
    await press(chairs.page, 'Lay member is here');
    await lay.page.getByRole('heading', { name: 'Your vote' }).waitFor();
    await lay.close();
    await chairs.close();
  });

  it('V1 the room follows the panel to its next item, and stays where it was when an item ends', async () => {
    const { desk } = here.app;
    const meeting = await sit(desk);
    const first = await list(desk, meeting, 'NEW');
    const second = await list(desk, meeting, 'APPEAL');
    const { page, close } = await visit(here, { as: members.CONTRACTS, at: roomOf(first) });
    const current = () => page.getByRole('region', { name: 'Agenda' }).locator('[aria-current]').innerText();
    await page.getByRole('heading', { name: 'New placement' }).waitFor();

    await done(desk, chair, 'item.open', { ...second });
    await page.getByRole('heading', { name: 'Appeal', exact: true }).waitFor();
    await done(desk, chair, 'item.defer', { ...second, reason: 'More evidence is on its way.' });
    await page.getByText('Reason: More evidence is on its way.').waitFor();

    assert.match(await current(), /Appeal/);
    await page.getByRole('button', { name: 'New placement' }).click();
    assert.match(await current(), /New placement/);
    await close();
  });

  it('V7 the chair opens the notice of a tie and decides it in the room', async () => {
    const { desk } = here.app;
    const item = await vote(desk);
    await castAll(desk, item, ['FOR', 'FOR', 'AGAINST', 'AGAINST']);
    await done(desk, chair, 'item.close', { ...item });
    await here.app.deliverNotices();
    const { page, errors, close } = await visit(here, { as: chair, at: '/home' });
    await page.getByRole('link', { name: `${item.ref} is tied and waits for your casting vote.` }).click();
    await page.getByRole('radio', { name: 'Against' }).check();
    await page.getByLabel('Your reason').fill(reason);
    await press(page, 'Give the casting vote');

    const result = page.getByRole('region', { name: 'Result' });
    await result.getByText("Not carried by the chair's casting vote: 2 for, 2 against.").waitFor();
    await result.getByRole('heading', { name: 'Casting vote of the chair: Against' }).waitFor();
    await result.getByRole('row', { name: 'Chair Margaret Ellis For' }).waitFor();
    await page.getByText('Your casting vote is recorded.').waitFor();
    assert.deepEqual(errors, []);
    await close();
  });

  for (const theme of ['light', 'dark', 'contrast'] as const) {
    it(`axe finds no barrier on the panel's pages in the ${theme} theme`, async () => {
      const barriers: string[] = [];
      await walk(here, { theme }, async (name, page) => {
        barriers.push(...(await findBarriers(page)).map((barrier) => `${name}: ${barrier}`));
      });

      assert.deepEqual(barriers, []);
    }).timeout(40_000);
  }

  it('on a phone no page of it is wider than the screen, every target is for a finger, and nothing is remembered', async () => {
    const problems: string[] = [];
    const kept: string[] = [];
    await walk(here, { width: 375 }, async (name, page) => {
      if ((await page.evaluate(() => document.documentElement.scrollWidth)) > 375) problems.push(name);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('main button, main select, main input')]
          .filter((element) => element.getBoundingClientRect().height < 44)
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      problems.push(...small.map((element) => `${name}: ${element}`));
      kept.push(await remembered(page));
    });

    assert.deepEqual(problems, []);
    assert.doesNotMatch(kept.join('\n'), /Penrose|Ellis|FOR|AGAINST|witness/);
  }).timeout(40_000);
});
