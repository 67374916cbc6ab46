import assert from 'node:assert/strict';
import { noticeMessage } from '../../bot/outbound/noticeCards.ts';
import { fileReport, openHouse, people, type House } from '../support/house.ts';
import { buttonOf, buttonsOf, inputsOf, messageAt, textsOf } from './support/cards.ts';
import { openTeams, shownIn, type Teams } from './support/teams.ts';

const feedback = 'I rang the patient and we agreed how he will speak to the desk.';

/** Puts what waits in the outbox into inboxes, as background work does. */
async function fileNotices({ desk }: House): Promise<void> {
  for (const scope of await desk.backroom.scopes()) {
    for (const row of await desk.backroom.outboxDue(scope)) {
      if (row.row.topic === 'notice') await desk.backroom.fileNotice(row.row);
      await desk.backroom.settle(row);
    }
  }
}

const shownText = (card: unknown) => textsOf(card).join('\n');

describe('what happens to a report, in chat (journey 1)', () => {
  let house: House;
  let reporter: Teams;
  let manager: Teams;
  let ref: string;
  before(async () => {
    house = await openHouse();
    reporter = await openTeams({ desk: house.desk, person: people.receptionist });
    manager = await openTeams({ desk: house.desk, person: people.manager });
    await Promise.all([reporter.install(), manager.install()]);
  });
  after(async () => {
    await Promise.all([reporter.close(), manager.close()]);
    house.close();
  });
  beforeEach(async () => {
    ref = await fileReport(house.desk, people.receptionist);
  });

  it('the manager finds a notice with the reference only, and opening it marks it as read', async () => {
    await fileNotices(house);
    const [inbox] = await manager.say('inbox');

    const [opened] = await manager.pressOld(inbox, 'Open');

    assert.match(shownText(inbox), new RegExp(`A new report waits for you: ${ref}`));
    assert.match(shownText(opened), new RegExp(`${ref}\nReported. `));
    const [after] = await manager.say('inbox');
    assert.doesNotMatch(shownText(after), new RegExp(ref));
  });

  it('the button of a notice card opens the report in its place and reads the notice', async () => {
    await fileNotices(house);

    const opened = await manager.tap('status', { ref });

    assert.ok(buttonsOf(opened).includes('Take into review'));
    const [inbox] = await manager.say('inbox');
    assert.doesNotMatch(shownText(inbox), new RegExp(ref));
    const inPlace = await manager.tap('inbox', {});
    assert.deepEqual(inPlace, inbox);
  });

  it('I3 I4 the manager takes it into review and answers; the reporter sees both', async () => {
    const [status] = await manager.say(`status ${ref}`);
    assert.deepEqual(buttonsOf(status), ['Take into review', 'Add facts', 'Open in tab']);

    const inReview = await manager.press(status, 'Take into review');
    assert.match(
      shownText(inReview),
      /You are looking at this report now[^]*Being looked at[^]*With: Priya Shah/,
    );
    assert.deepEqual(shownIn((await manager.connector.nextEdit()).activity), inReview);
    const [seen] = await reporter.say(ref.toLowerCase());
    assert.match(
      shownText(seen),
      /Being looked at[^]*With: Priya Shah[^]*Next: .* by Monday 18 January 2027/,
    );
    assert.deepEqual(buttonsOf(seen), ['Add facts', 'Open in tab']);

    const form = await manager.press(inReview, 'Give feedback');
    const wrong = await manager.press(form, 'Send feedback and close', { outcome: '', feedback: 'ok' });
    assert.match(String(messageAt(wrong, 'outcome')), /how it was dealt with/);
    assert.match(String(messageAt(wrong, 'feedback')), /at least 10 characters/);
    assert.equal(inputsOf(wrong)['feedback'], 'ok');
    const closed = await manager.press(wrong, 'Send feedback and close', { outcome: 'TALKED', feedback });
    assert.match(shownText(closed), /The report is closed/);
    await manager.connector.nextEdit();

    const [answered] = await reporter.say(`status ${ref}`);
    assert.match(
      shownText(answered),
      new RegExp(`Closed[^]*We talked with the person[^]*${feedback}[^]*Priya Shah`),
    );
    const [list] = await reporter.say('my reports');
    assert.match(shownText(list), /Closed, with Priya Shah/);
    assert.ok(buttonsOf(list).includes(ref));
  });

  it('D7 two taps on one step act once; a crossed tap shows the present state and says so', async () => {
    const gp = await openTeams({ desk: house.desk, person: people.gp });
    await gp.install();
    const [forManager] = await manager.say(`status ${ref}`);
    const [forGp] = await gp.say(`status ${ref}`);

    const [first, second] = await Promise.all([
      manager.press(forManager, 'Take into review'),
      manager.press(forManager, 'Take into review'),
    ]);
    const crossed = await gp.press(forGp, 'Take into review');

    assert.deepEqual(second, first);
    assert.match(
      shownText(crossed),
      /This report has moved on: Priya Shah is looking at it\.[^]*Being looked at/,
    );
    await gp.connector.nextEdit();
    await gp.close();
    await Promise.all([manager.connector.nextEdit(), manager.connector.nextEdit()]);
  });

  it('D7 two taps on the button of a notice, in a new and an old client, act once', async () => {
    const message = noticeMessage(
      { template: 'incident.reported', ref },
      { state: 'REPORTED', label: 'Reported' },
    );
    const card = shownIn({ ...message });

    const [taken, again] = [
      await manager.press(card, 'Take into review'),
      await manager.pressOld(card, 'Take into review'),
    ];

    assert.match(shownText(taken), /You are looking at this report now[^]*Being looked at/);
    assert.deepEqual(again, [taken]);
    const page = await house.desk.ask(people.manager, { name: 'incident.page', input: { ref } });
    assert.ok(page.answered);
    assert.equal(page.answer.status.version, 2);
  });

  it('D9 a form that cannot be sent any more shows the present state and keeps what was written', async () => {
    const [status] = await manager.say(`status ${ref}`);
    const inReview = await manager.press(status, 'Take into review');
    const [form, other] = await Promise.all([
      manager.press(inReview, 'Give feedback'),
      manager.press(inReview, 'Give feedback'),
    ]);
    await manager.press(form, 'Send feedback and close', { outcome: 'TALKED', feedback });

    const stale = await manager.press(other, 'Send feedback and close', {
      outcome: 'NO_ACTION',
      feedback: 'A second answer, too late.',
    });
    const late = await manager.press(inReview, 'Give feedback');

    assert.match(shownText(stale), /moved on[^]*Closed[^]*You had written:[^]*A second answer, too late\./);
    assert.match(shownText(late), /moved on[^]*Closed/);
    await Promise.all([manager.connector.nextEdit(), manager.connector.nextEdit()]);
  });

  it('facts are added later, once however often they are sent', async () => {
    const [status] = await reporter.say(`status ${ref}`);
    const form = await reporter.press(status, 'Add facts');

    const wrong = await reporter.press(form, 'Send facts', { text: 'hm' });
    const asks = await reporter.press(form, 'Send facts', { text: 'He gave 999 000 0026 as his number.' });
    const text = 'He came back an hour later and apologised.';
    const added = await reporter.press(form, 'Send facts', { text });
    await reporter.press(form, 'Send facts', { text });

    assert.match(String(messageAt(wrong, 'text')), /at least 10 characters/);
    assert.ok('reasonW08' in inputsOf(asks));
    assert.match(shownText(added), /Your facts have been added/);
    const page = await house.desk.ask(people.manager, { name: 'incident.page', input: { ref } });
    assert.ok(page.answered);
    assert.equal(page.answer.timeline.filter((line) => line.text === text).length, 1);
    const back = await reporter.press(form, 'Back');
    assert.match(shownText(back), new RegExp(ref));
    await Promise.all([reporter.connector.nextEdit(), reporter.connector.nextEdit()]);
  });

  it('two reports of one event are linked by saying so, and saying it again does no harm', async () => {
    const other = await fileReport(house.desk, people.colleague);

    const [linked] = await manager.say(`link ${ref} and ${other}`);
    const [again] = await manager.say(`link ${ref} and ${other}`);
    const [crossed] = await manager.say(`link ${other} ${ref}`);
    const [itself] = await manager.say(`link ${ref} ${ref}`);
    const [alone] = await manager.say('link');

    assert.match(shownText(linked), /are now linked as reports of one event/);
    assert.match(shownText(again), /are now linked as reports of one event/);
    assert.match(shownText(crossed), /already linked/);
    assert.match(shownText(itself), /the other report, not of this one/);
    assert.match(shownText(alone), /references of the two reports/);
  });

  it('§1.2 another practice, another role and a report that is not there get one and the same sentence', async () => {
    const others = [people.otherReceptionist, people.coordinator, people.administrator];
    const said: string[] = [];
    for (const person of others) {
      const teams = await openTeams({ desk: house.desk, person });
      await teams.install();
      said.push(shownText((await teams.say(`status ${ref}`)).at(-1)));
      said.push(String(await teams.tap('incident.takeIntoReview', { ref, version: 1 })));
      await teams.close();
    }
    const [absent] = await reporter.say('status INC-2027-4839272');

    assert.equal(new Set([...said, shownText(absent)]).size, 1, said.join(' | '));
    assert.match(shownText(absent), /^This is not available to your role\.$/);
  });

  it('due lists what the practice must do, and only to who may see it', async () => {
    const [due] = await manager.say('due');
    const [notForMe] = await reporter.say('due');

    assert.match(shownText(due), /What is due/);
    assert.match(shownText(due), /(Due|On track|Overdue)/);
    assert.match(shownText(notForMe), /not available to your role/);
  });

  it('§8.1 a card holds references and ids, never what a record says', async () => {
    const [status] = await manager.say(`status ${ref}`);
    const form = await manager.tap('incident.addFacts.form', { ref });

    const held = JSON.stringify([status, form]);
    assert.doesNotMatch(held, /Maurice|Tindall|Leaned over/);
    assert.deepEqual(Object.keys(buttonOf(form, 'Send facts')['data'] as object).toSorted(), ['id', 'ref']);
  });
});
