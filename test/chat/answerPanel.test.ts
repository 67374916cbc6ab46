import assert from 'node:assert/strict';
import { openHouse, people, type House } from '../support/house.ts';
import {
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
import { buttonsOf, messageAt, textsOf } from './support/cards.ts';
import { openTeams, type Teams } from './support/teams.ts';

const reason = 'The letter of appeal names a witness whom nobody has heard yet.';
const wordsOf = (card: unknown) => textsOf(card).join(' ');

describe('the panel in a chat of one’s own', () => {
  let house: House;
  const opened: Teams[] = [];
  const open = async (options: Partial<Parameters<typeof openTeams>[0]> = {}): Promise<Teams> => {
    const teams = await openTeams({ desk: house.desk, ...options });
    opened.push(teams);
    return teams;
  };
  const tied = async (): Promise<AtItem> => {
    const item = await vote(house.desk);
    await castAll(house.desk, item, ['FOR', 'FOR', 'AGAINST', 'AGAINST']);
    await done(house.desk, chair, 'item.close', { ...item });
    return item;
  };
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(async () => {
    for (const teams of opened.splice(0)) await teams.close();
    house.close();
  });

  it('"next panel" says when it meets and which seat one has; the meeting in session comes first', async () => {
    const teams = await open({ person: members.LAY });
    assert.match(wordsOf((await teams.say('next panel')).at(-1)), /No panel meeting is planned/);

    await plan(house.desk, '2027-02-11T14:00');
    const [later] = await teams.say('next panel');
    assert.match(wordsOf(later), /When: Thursday 11 February 2027 at 2pm .*Your seat: Lay member/);
    const now = await sit(house.desk);
    const [card] = await teams.say('next panel');

    assert.ok(wordsOf(card).includes(now));
    assert.match(wordsOf(card), /State: In session/);
    assert.deepEqual(buttonsOf(card), ['Open in tab']);
  });

  it('"status" of a meeting and of an item says where they stand, with the ballot for a seat only', async () => {
    const item = await vote(house.desk);
    const gp = await open({ person: members.GP });
    const officer = await open({ person: people.officer });
    const ask = async (teams: Teams, ref: string) => (await teams.say(`status ${ref}`)).at(-1);

    assert.match(wordsOf(await ask(officer, item.meeting)), /In session/);
    assert.deepEqual(buttonsOf(await ask(officer, item.ref)), ['Open in tab']);
    const card = await ask(gp, item.ref);
    assert.deepEqual(buttonsOf(card), ['For', 'Against', 'Abstain', 'Open in tab']);
    const voted = await gp.press(card, 'For');
    assert.match(wordsOf(voted), /Your vote is counted.*1 of 4 cast/);
  });

  it('a role that may not see the panel gets the plain refusal', async () => {
    const meeting = await plan(house.desk);
    const item = await list(house.desk, meeting);
    const teams = await open({ person: people.receptionist });

    for (const ref of [meeting, item.ref])
      assert.match(wordsOf((await teams.say(`status ${ref}`)).at(-1)), /not available to your role/);
    const form = await teams.tap('item.castingVote.form', { ref: item.ref });
    assert.match(String(form), /not available to your role/);
  });

  it('V7 the chair opens the form from the item, and a short reason comes back filled in', async () => {
    const item = await tied();
    const teams = await open({ person: chair });
    const card = (await teams.say(item.ref)).at(-1);
    const form = await teams.press(card, 'Give the casting vote');
    assert.match(wordsOf(form), /Motion: The placement is appropriate\./);

    const typed = { direction: 'AGAINST', reason: 'Too short' };
    const again = await teams.press(form, 'Give the casting vote', typed);

    assert.match(String(messageAt(again, 'reason')), /at least 20 characters/);
    assert.match(JSON.stringify(again), /"value":"Too short"/);
    assert.equal((await itemOnPage(house.desk, chair, item)).state, 'TIED');
  });

  it('V7 sent twice by two taps it is one casting vote, and the card shows the item decided', async () => {
    const item = await tied();
    const teams = await open({ person: chair });
    const form = await teams.tap('item.castingVote.form', { ref: item.ref });
    const typed = { direction: 'AGAINST', reason };

    const first = await teams.press(form, 'Give the casting vote', typed);
    const second = await teams.press(form, 'Give the casting vote', typed);

    for (const card of [first, second]) {
      assert.match(wordsOf(card), /casting vote is recorded.*Decided/);
      assert.deepEqual(buttonsOf(card), ['Open in tab']);
    }
    const { result } = await itemOnPage(house.desk, chair, item);
    assert.equal(result?.castingVote?.reason, reason);
  });

  it('HS-11 a form opened before somebody was quicker, or on an item not tied, shows the item as it stands', async () => {
    const item = await tied();
    const teams = await open({ person: chair });
    const form = await teams.tap('item.castingVote.form', { ref: item.ref });
    await done(house.desk, chair, 'item.castingVote', { ...item, direction: 'FOR', reason });

    const late = await teams.press(form, 'Give the casting vote', { direction: 'AGAINST', reason });
    const reopened = await teams.tap('item.castingVote.form', { ref: item.ref });
    const others = await open({ person: members.LAY });
    const notTheChair = await others.tap('item.castingVote', {
      ...item,
      direction: 'FOR',
      reason,
      id: 'a-tap-of-mine',
    });

    assert.match(wordsOf(late), /there is only one.*Decided/);
    assert.match(wordsOf(reopened), /no casting vote for you to give/);
    assert.match(String(notTheChair), /not available to your role/);
    assert.equal((await itemOnPage(house.desk, chair, item)).result?.castingVote?.direction, 'FOR');
  });

  it('a tap by who may not leaves the card as it was, and says why beside it', async () => {
    const item = await tied();
    const lay = await open({ person: members.LAY });
    const outsider = await open({ person: people.receptionist });

    const casting = await lay.tap('item.castingVote.form', { ref: item.ref });
    const sent = await lay.tap('item.castingVote', {
      ...item,
      direction: 'FOR',
      reason,
      id: 'not-mine-to-give',
    });
    const opened = await outsider.tap('status', { ref: item.ref });
    const typed = { ...item, direction: 'FOR', reason, id: 'nor-mine-to-give' };
    const form = await outsider.tap('item.castingVote', typed);

    assert.equal(casting, 'There is no casting vote for you to give on this item.');
    for (const told of [sent, opened, form]) assert.match(String(told), /not available to your role/);
    assert.equal((await itemOnPage(house.desk, chair, item)).state, 'TIED');
  });

  it('"set up panel" said in private explains where to say it', async () => {
    const teams = await open({ person: people.officer });

    assert.match(wordsOf((await teams.say('set up panel')).at(-1)), /in the channel of the panel/);
  });

  it('the case an item is about is the tab’s to show: no card of the chat names it', async () => {
    const item = await vote(house.desk);
    const teams = await open({ person: members.GP });

    const cards = await teams.say(`status ${item.ref}`);

    assert.ok(!JSON.stringify(cards).includes(caseRef));
  });
});
