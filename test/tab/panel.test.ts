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
  sit,
  vote,
  type AtItem,
} from '../support/panel.ts';
import { appInBrowser } from './support/appInBrowser.ts';
import { visit } from './support/visit.ts';

const reason = 'The letter of appeal names a witness whom nobody has heard yet.';
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const roomOf = ({ meeting }: AtItem) => `/meetings/${meeting}`;

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
    await page.getByText('Choose the day and the time.').waitFor();
    assert.equal(await page.locator(':focus').getAttribute('type'), 'datetime-local');
    await page.getByLabel('Day and time').fill('2027-01-28T10:00');
    await page.getByRole('radio', { name: 'By video' }).check();
    await press(page, 'Plan this meeting');
    await page.getByRole('link', { name: 'Thursday 28 January 2027' }).click();

    await page.getByText('0 of 4 seats are here').waitFor();
    await press(page, 'Fill Lay member');
    await page.getByLabel('Lay member at this meeting').selectOption('Arthur Penrose');
    await press(page, 'Give the seat');
    await page.getByText('Arthur Penrose is the lay member at this meeting.').waitFor();
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

  it('V2 the chair proposes, the others agree in their own rooms, and it is decided without a vote', async () => {
    const { desk } = here.app;
    const item = await list(desk, await sit(desk));
    await done(desk, chair, 'item.open', { ...item });
    const chairs = await visit(here, { as: chair, at: roomOf(item) });
    const lay = await visit(here, { as: members.LAY, at: roomOf(item) });
    await press(chairs.page, 'Decide without a vote');
    await press(chairs.page, 'Ask whether all agree');
    await chairs.page.getByText('Choose what to propose.').waitFor();
    await chairs.page.getByRole('radio', { name: 'For: the placement is appropriate' }).check();
    await press(chairs.page, 'Ask whether all agree');
    await lay.page.getByRole('heading', { name: 'The chair proposes' }).waitFor();
    await press(lay.page, 'I agree');
    await lay.page.getByText('1 of 3 others agree.').waitFor();
    assert.equal(await lay.page.getByRole('button', { name: 'I agree' }).count(), 0);

    await done(desk, members.GP, 'item.answerConsensus', { ...item, agrees: true, revision: 3 });
    await done(desk, members.CONTRACTS, 'item.answerConsensus', { ...item, agrees: true, revision: 4 });

    for (const { page } of [chairs, lay]) {
      await page.getByText('Agreed by all four seats.').waitFor();
      await page.getByText('Agreed by Margaret Ellis, Joan Mistry, Helen Okafor, Arthur Penrose.').waitFor();
      assert.equal(await page.getByText('enough for a vote').count(), 0);
    }
    assert.deepEqual([...chairs.errors, ...lay.errors], []);
    await chairs.close();
    await lay.close();
  });

  it('MG6 a member steps out, an alternate gets the seat for the item, and votes in it', async () => {
    const { desk } = here.app;
    const item = await vote(desk);
    const lay = await visit(here, { as: members.LAY, at: roomOf(item) });
    await press(lay.page, 'Step out of this item');
    await press(lay.page, 'Step out');
    await lay.page.getByText('Choose why.').waitFor();
    await lay.page.getByLabel('Why?').selectOption('Knows the patient personally');
    await press(lay.page, 'Step out');
    await lay.page.getByText('Nothing is decided on this item until an alternate has the seat.').waitFor();
    assert.equal(await lay.page.getByRole('heading', { name: 'Your vote' }).count(), 0);
    const officer = await visit(here, { as: people.officer, at: roomOf(item) });
    await press(officer.page, 'Seat an alternate');
    await officer.page.getByLabel('Who sits there?').selectOption('Joyce Amadi');
    await press(officer.page, 'Give the seat for this item');
    await officer.page.getByText('Joyce Amadi has the seat for this item.').waitFor();

    const alternate = await visit(here, { as: { person: 'person-305' }, at: roomOf(item) });
    await alternate.page.getByText('You have the seat for this item.').waitFor();
    await alternate.page.getByRole('radio', { name: 'For' }).check();
    await press(alternate.page, 'Vote For');

    await alternate.page.getByText('You voted For.').waitFor();
    await officer.page.getByText('1 of 4 cast').first().waitFor();
    assert.deepEqual([...lay.errors, ...officer.errors, ...alternate.errors], []);
    for (const visitor of [lay, officer, alternate]) await visitor.close();
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
    await press(chairs.page, 'Say that the lay member is here');
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

  it('what was said goes once the item has moved on, and a step that moves it is still told', async () => {
    const { desk } = here.app;
    const item = await vote(desk);
    await castAll(desk, item, ['FOR', 'FOR', 'AGAINST', 'AGAINST']);
    const { page, errors, close } = await visit(here, { as: chair, at: roomOf(item) });
    await press(page, 'Close the vote');
    const banner = page.locator('output', { hasText: 'casting vote' });
    await banner.waitFor();
    assert.equal(await banner.evaluate((element) => element === document.activeElement), true);

    await done(desk, chair, 'item.castingVote', { ...item, direction: 'FOR', reason });

    await page.getByText('Decided', { exact: true }).first().waitFor();
    await banner.waitFor({ state: 'detached' });
    assert.deepEqual(errors, []);
    await close();
  });

  it('MG10 closing is asked once more; the chair’s page keeps the record, and nobody is said to be here', async () => {
    const { desk } = here.app;
    const meeting = await sit(desk);
    await list(desk, meeting);
    const { page, errors, close } = await visit(here, { as: chair, at: `/meetings/${meeting}` });
    await press(page, 'Close the meeting');
    await press(page, 'Not now');
    assert.equal(await page.locator(':focus').textContent(), 'Close the meeting');
    await press(page, 'Close the meeting');
    await press(page, 'Yes, close the meeting');

    await page.getByText('The meeting is closed.', { exact: true }).waitFor();
    await page.getByText('The meeting is closed. These members had the seats.').waitFor();
    await page.getByRole('heading', { name: 'New placement' }).waitFor();
    assert.equal(await page.getByText('All four seats are here').count(), 0);
    assert.equal(await page.getByText('Here', { exact: true }).count(), 0);
    assert.deepEqual(errors, []);
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
});
