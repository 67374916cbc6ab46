import assert from 'node:assert/strict';
import type { AccessLine } from '../../../bot/desk/ports.ts';
import type { Person } from '../../../bot/desk/caller.ts';
import { fileReport, openHouse, people, type House, noting } from '../../support/house.ts';
import {
  castAll,
  chair,
  done,
  give,
  itemOnPage,
  list,
  members,
  pageOf,
  plan,
  refusalOf,
  sit,
  vote,
} from '../../support/panel.ts';

const notYours = 'This is not available to your role.';
const reason = 'The evidence was heard in full and is clear enough.';
const reference = { conversation: { id: '19:panel@thread.tacv2' } };

describe('who may do what in a panel (§1.2, MG5)', () => {
  let house: House;
  const lines: AccessLine[] = [];
  beforeEach(async () => {
    lines.length = 0;
    house = await openHouse({ access: noting(async (line) => void lines.push(line)) });
  });
  afterEach(() => house.close());

  const inChat = (who: Person): Person => ({ ...who, from: 'chat' });

  it('D11 a commissioner’s officer binds a channel, in chat alone; a second time moves it', async () => {
    for (const [index, who] of [people.officer, people.contracts, people.accountable].entries()) {
      const input = { reference: { ...reference, index } };
      await done(house.desk, inChat(who), 'panel.bindChannel', input);
      const channel = await house.desk.backroom.channel('area:brookshire');
      assert.deepEqual([channel?.boundBy, channel?.reference], [who.person, input.reference]);
    }
    for (const who of [people.receptionist, people.manager, people.lay, people.gp])
      assert.equal(
        (await refusalOf(house.desk, inChat(who), 'panel.bindChannel', { reference })).message,
        notYours,
      );
    assert.equal(
      (await refusalOf(house.desk, people.officer, 'panel.bindChannel', { reference })).code,
      'unknown',
    );
  });

  it('§1.2 the Primary Care Team plans and lists, the head of primary care fills seats, others do not', async () => {
    const date = { date: '2027-01-11T14:00', mode: 'VIRTUAL' };
    for (const who of [people.accountable, people.lay, people.manager])
      assert.equal((await refusalOf(house.desk, who, 'meeting.plan', date)).message, notYours);
    const ref = await done(house.desk, people.officer, 'meeting.plan', date);

    await done(house.desk, people.accountable, 'meeting.fillSeat', {
      ref,
      seat: 'LAY',
      person: 'person-304',
    });

    const seat = { ref, seat: 'GP', person: 'person-104' };
    assert.equal((await refusalOf(house.desk, people.contracts, 'meeting.fillSeat', seat)).message, notYours);
    assert.equal((await refusalOf(house.desk, people.lay, 'meeting.fillSeat', seat)).message, notYours);
  });

  it('V4 somebody without a seat at this meeting casts nothing, and that is audited', async () => {
    const item = await vote(house.desk);
    const elsewhere = await sit(house.desk);
    for (const who of [people.officer, people.manager, people.receptionist]) {
      lines.length = 0;

      const input = { ...item, direction: 'FOR', revision: 2 };
      const refusal = await refusalOf(house.desk, who, 'ballot.cast', input);

      assert.equal(refusal.message, notYours);
      assert.deepEqual(
        lines.map(({ person, what, name }) => [person, what, name]),
        [[who.person, 'refused', 'ballot.cast']],
      );
    }
    // A seat elsewhere is no seat here: the item goes with its own meeting only.
    const crossed = { meeting: elsewhere, ref: item.ref, direction: 'FOR', revision: 2 };
    assert.equal((await refusalOf(house.desk, members.LAY, 'ballot.cast', crossed)).message, notYours);
  });

  it('HS-11 a casting vote that is not due is refused in words and audited', async () => {
    const item = await vote(house.desk);
    lines.length = 0;
    const input = { ...item, direction: 'FOR', reason };

    const early = await refusalOf(house.desk, chair, 'item.castingVote', input);
    const others = await refusalOf(house.desk, members.GP, 'item.castingVote', input);

    assert.equal(early.rule, 'HS-11');
    assert.equal(others.message, notYours);
    assert.deepEqual(
      lines.map(({ person, rule }) => [person, rule]),
      [
        [chair.person, 'HS-11'],
        [members.GP.person, 'castingVote:C'],
      ],
    );
  });

  it('MG5 the nominee who holds the chair chairs, and the head of primary care does not', async () => {
    const ref = await plan(house.desk);
    const swap = { ref, seat: 'CHAIR', person: people.officer.person, replaces: chair.person };
    await done(house.desk, people.officer, 'meeting.fillSeat', swap);

    assert.equal((await refusalOf(house.desk, chair, 'meeting.start', { ref })).rule, 'MG5');
    await done(house.desk, people.officer, 'meeting.start', { ref });

    assert.equal((await pageOf(house.desk, people.officer, ref)).state, 'IN_SESSION');
  });

  it('a record of another kind is as far away as one that is not there', async () => {
    const incident = await fileReport(house.desk, people.receptionist);
    const item = await list(house.desk, await sit(house.desk));
    const wrong = [
      ['meeting.fillSeat', { ref: incident, seat: 'GP', person: 'person-104' }],
      ['meeting.start', { ref: item.ref }],
      ['item.add', { ref: incident, type: 'NEW', about: incident }],
      ['item.open', { meeting: item.ref, ref: item.meeting }],
      ['item.open', { meeting: incident, ref: item.ref }],
      ['item.defer', { meeting: item.meeting, ref: incident, reason }],
    ] as const;
    for (const [name, input] of wrong)
      for (const who of [people.officer, chair])
        assert.equal((await refusalOf(house.desk, who, name, input)).message, notYours, name);
  });

  it('§1.3 a member sees the meetings they sit on, the commissioner all, a practice none', async () => {
    const sitsOn = await plan(house.desk);
    const other = await done(house.desk, people.officer, 'meeting.plan', {
      date: '2027-04-12T14:00',
      mode: 'FACE_TO_FACE',
    });
    const listed = async (who: Person) => {
      const asked = await house.desk.ask(who, { name: 'meeting.list', input: {} });
      return asked.answered ? asked.answer.rows.map(({ ref }) => ref) : asked.refusal.message;
    };

    assert.deepEqual(await listed(people.officer), [other, sitsOn]);
    for (const who of [people.gp, people.lay]) assert.deepEqual(await listed(who), [sitsOn]);
    assert.equal(await listed(people.manager), notYours);
    for (const who of [people.lay, people.manager]) {
      const page = await house.desk.ask(who, { name: 'meeting.page', input: { ref: other } });
      assert(!page.answered && page.refusal.message === notYours);
    }
    const card = await house.desk.ask(people.lay, { name: 'item.card', input: { ref: sitsOn } });
    assert(!card.answered);
  });

  it('who could take each seat: office holders first, then nominees', async () => {
    const asked = await house.desk.ask(people.officer, { name: 'panel.candidates', input: {} });

    assert(asked.answered);
    const names = asked.answer.seats.map(({ seat, people }) => [
      seat,
      people.map(({ name, nominee }) => `${name}${nominee ? ' (nominee)' : ''}`),
    ]);
    assert.deepEqual(names, [
      ['CHAIR', ['Margaret Ellis', 'Daniel Reyes (nominee)', 'Joan Mistry (nominee)']],
      ['CONTRACTS', ['Joan Mistry', 'Daniel Reyes (nominee)', 'Margaret Ellis (nominee)']],
      ['GP', ['Helen Okafor', 'Nikhil Verma']],
      ['LAY', ['Arthur Penrose', 'Joyce Amadi']],
    ]);
  });

  it('every step a page offers can be carried out, and it offers a way on from each point', async () => {
    const meeting = await plan(house.desk);
    const item = await list(house.desk, meeting);
    const steps = async (who: Person) => {
      const page = await pageOf(house.desk, who, meeting);
      return [...page.steps, ...(page.items[0]?.steps ?? [])];
    };
    const officers = ['meeting.fillSeat', 'item.add', 'meeting.arrive', 'item.stepOut', 'item.withdraw'];
    assert.deepEqual(await steps(people.officer), officers);
    assert.deepEqual(await steps(people.lay), ['meeting.arrive', 'item.stepOut']);
    const atFirst = ['meeting.fillSeat', 'meeting.arrive', 'meeting.start', 'item.stepOut'];
    assert.deepEqual(await steps(chair), atFirst);
    await done(house.desk, chair, 'meeting.start', { ref: meeting });
    for (const seat of ['CONTRACTS', 'GP', 'LAY'] as const)
      await done(house.desk, members[seat], 'meeting.arrive', { ref: meeting });
    const inSession = ['meeting.fillSeat', 'meeting.leave', 'meeting.close', 'item.open', 'item.stepOut'];
    assert.deepEqual(await steps(chair), inSession);
    await done(house.desk, chair, 'item.open', { ...item });
    const atOpen = ['item.startVote', 'item.proposeConsensus', 'item.defer', 'item.stepOut'];
    assert.deepEqual(await steps(chair), ['meeting.leave', ...atOpen]);
    await done(house.desk, chair, 'item.proposeConsensus', { ...item, direction: 'FOR' });
    assert.deepEqual(await steps(people.lay), ['meeting.leave', 'item.answerConsensus', 'item.stepOut']);
    await done(house.desk, people.lay, 'item.answerConsensus', { ...item, agrees: true, revision: 2 });
    assert.deepEqual(await steps(people.lay), ['meeting.leave', 'item.stepOut']);
    await done(house.desk, chair, 'item.startVote', { ...item });
    assert.deepEqual(await steps(people.lay), ['meeting.leave', 'ballot.cast', 'item.stepOut']);
    await castAll(house.desk, item, ['FOR', 'AGAINST', 'ABSTAIN', 'ABSTAIN']);
    const atVote = ['ballot.cast', 'item.close', 'item.defer', 'item.stepOut'];
    assert.deepEqual(await steps(chair), ['meeting.leave', ...atVote]);
    await done(house.desk, chair, 'item.close', { ...item });
    assert.deepEqual(await steps(chair), ['meeting.leave', 'item.castingVote']);
    assert.deepEqual(await steps(people.lay), ['meeting.leave']);
    await done(house.desk, chair, 'item.castingVote', { ...item, direction: 'FOR', reason });
    await done(house.desk, chair, 'meeting.close', { ref: meeting });
    assert.deepEqual(await steps(chair), []);
    assert.equal((await itemOnPage(house.desk, people.lay, item)).stateLabel, 'Decided');
  });

  it('MG2 the agenda is in the fixed order of its sections, each as listed', async () => {
    const meeting = await plan(house.desk);
    for (const type of ['NOLONGER', 'APPEAL', 'NEW', 'REVIEW', 'NEW', 'RETURNING'])
      await list(house.desk, meeting, type);

    const { items } = await pageOf(house.desk, people.officer, meeting);

    assert.deepEqual(
      items.map(({ type, number }) => `${type} ${number}`),
      ['REVIEW 4', 'NEW 3', 'NEW 5', 'RETURNING 6', 'APPEAL 2', 'NOLONGER 1'],
    );
  });

  it('D15 the panel room is a read that is logged', async () => {
    const meeting = await plan(house.desk);
    lines.length = 0;

    await pageOf(house.desk, people.lay, meeting);

    assert.deepEqual(
      lines.map(({ what, ref, person }) => [what, ref, person]),
      [['read', meeting, people.lay.person]],
    );
  });

  it('an input that does not fit is refused at its field', async () => {
    const item = await vote(house.desk);
    const short = { ...item, direction: 'FOR', reason: 'Too short.' };
    const abstain = { ...item, direction: 'ABSTAIN', reason };

    const results = [
      await give(house.desk, chair, 'item.castingVote', short),
      await give(house.desk, chair, 'item.castingVote', abstain),
    ];

    assert.deepEqual(
      results.map((result) => (result.done ? '' : result.refusal.field)),
      ['reason', 'direction'],
    );
  });
});
