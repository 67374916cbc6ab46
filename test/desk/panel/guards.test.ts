import assert from 'node:assert/strict';
import { createDesk } from '../../../bot/desk/desk.ts';
import { asItem } from '../../../bot/desk/panelRecords.ts';
import { openHouse, people, type House } from '../../support/house.ts';
import {
  cast,
  castAll,
  chair,
  done,
  list,
  members,
  refusalOf,
  sit,
  vote,
  type AtItem,
} from '../../support/panel.ts';

const scope = 'area:brookshire';
const reason = 'The evidence was heard in full and is clear enough.';

describe('what happens while a panel decides (D3, HS-10): each guard, at its worst moment', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const itemNow = async ({ ref }: AtItem) =>
    asItem((await house.store.records.read(scope, ref, 'head'))?.row);

  const away =
    (who = members.LAY) =>
    (meeting: string) =>
      done(house.desk, who, 'meeting.leave', { ref: meeting });
  /** A desk before whose first batch on the item something else happens. */
  const whileAt = (item: AtItem, meanwhile: (meeting: string) => Promise<unknown>) => {
    const inner = house.office.records;
    let isOver = false;
    return createDesk({
      ...house.office,
      records: {
        ...inner,
        commit: async (where, operations) => {
          const isOurs = operations.some((operation) => 'row' in operation && operation.row.id === item.ref);
          if (!isOver && isOurs) {
            isOver = true;
            await meanwhile(item.meeting);
          }
          return inner.commit(where, operations);
        },
      },
    });
  };

  it('HS-10 a seat that leaves while the item is opened: it is not opened', async () => {
    const item = await list(house.desk, await sit(house.desk));

    const refusal = await refusalOf(whileAt(item, away()), chair, 'item.open', { ...item });

    assert.equal(refusal.rule, 'HS-10');
    assert.equal((await itemNow(item)).state, 'LISTED');
  });

  it('MG4 a seat that leaves while it votes: the vote is not in', async () => {
    const item = await vote(house.desk);

    const input = { ...item, direction: 'FOR', revision: 2 };
    const refusal = await refusalOf(whileAt(item, away()), members.LAY, 'ballot.cast', input);

    assert.equal(refusal.rule, 'MG4');
    assert.deepEqual((await itemNow(item)).body.ballots, {});
  });

  for (const [votes, end] of [
    [['FOR', 'FOR', 'FOR', 'AGAINST'], 'DECIDED'],
    [['FOR', 'FOR', 'AGAINST', 'AGAINST'], 'TIED'],
    [['ABSTAIN', 'ABSTAIN', 'ABSTAIN', 'ABSTAIN'], 'DEFERRED'],
  ] as const) {
    it(`HS-10 a seat that leaves while the vote is closed: it does not end ${end}, and does once the seat is back`, async () => {
      const item = await vote(house.desk);
      await castAll(house.desk, item, votes);

      const refusal = await refusalOf(whileAt(item, away()), chair, 'item.close', { ...item });

      assert.equal(refusal.rule, 'HS-10');
      assert.equal((await itemNow(item)).state, 'VOTING');
      await done(house.desk, members.LAY, 'meeting.arrive', { ref: item.meeting });
      await done(house.desk, chair, 'item.close', { ...item });
      assert.equal((await itemNow(item)).state, end);
    });
  }

  const tie = async () => {
    const item = await vote(house.desk);
    await castAll(house.desk, item, ['FOR', 'FOR', 'AGAINST', 'AGAINST']);
    await done(house.desk, chair, 'item.close', { ...item });
    return item;
  };

  it('HS-10 a seat that leaves while the casting vote is recorded: it is not recorded', async () => {
    const item = await tie();

    const input = { ...item, direction: 'FOR', reason };
    const refusal = await refusalOf(whileAt(item, away(members.GP)), chair, 'item.castingVote', input);

    assert.equal(refusal.rule, 'HS-10');
    assert.equal((await itemNow(item)).body.castingVote, undefined);
  });

  it('MG7 a tie whose last seat comes back while it is deferred stays for the casting vote', async () => {
    const item = await tie();
    await away()(item.meeting);
    const back = (ref: string) => done(house.desk, members.LAY, 'meeting.arrive', { ref });

    const refusal = await refusalOf(whileAt(item, back), chair, 'item.defer', { ...item, reason });

    assert.equal(refusal.rule, 'V9');
    assert.equal((await itemNow(item)).state, 'TIED');
  });

  /** V2: proposed, and agreed to by all but the lay member; the input of the last answer. */
  const allButOneAgree = async () => {
    const item = await list(house.desk, await sit(house.desk));
    await done(house.desk, chair, 'item.open', { ...item });
    await done(house.desk, chair, 'item.proposeConsensus', { ...item, direction: 'FOR' });
    await done(house.desk, members.GP, 'item.answerConsensus', { ...item, agrees: true, revision: 2 });
    await done(house.desk, members.CONTRACTS, 'item.answerConsensus', { ...item, agrees: true, revision: 3 });
    return { item, last: { ...item, agrees: true, revision: 4 } };
  };

  it('HS-10 a seat that leaves while the chair proposes: nothing is proposed', async () => {
    const item = await list(house.desk, await sit(house.desk));
    await done(house.desk, chair, 'item.open', { ...item });

    const input = { ...item, direction: 'FOR' };
    const refusal = await refusalOf(whileAt(item, away()), chair, 'item.proposeConsensus', input);

    assert.equal(refusal.rule, 'HS-10');
    assert.equal((await itemNow(item)).state, 'OPEN');
  });

  it('HS-10 a seat that leaves while the last one agrees: it is not decided', async () => {
    const { item, last } = await allButOneAgree();

    const desk = whileAt(item, away(members.GP));
    const refusal = await refusalOf(desk, members.LAY, 'item.answerConsensus', last);

    assert.equal(refusal.rule, 'HS-10');
    assert.equal((await itemNow(item)).state, 'CONSENSUS');
  });

  it('V2 the same answer twice at once is one answer, and an objection at the same moment is not lost', async () => {
    const { item, last } = await allButOneAgree();
    const object = () => done(house.desk, members.GP, 'item.answerConsensus', { ...last, agrees: false });

    const refusal = await refusalOf(whileAt(item, object), members.LAY, 'item.answerConsensus', last);

    assert.equal(refusal.code, 'stale');
    assert.equal((await itemNow(item)).state, 'VOTING');
  });

  it('MG6 a member who steps out while the chair closes: nothing is decided without that seat', async () => {
    const item = await vote(house.desk);
    await castAll(house.desk, item, ['FOR', 'FOR', 'FOR', 'AGAINST']);
    const out = () => done(house.desk, members.GP, 'item.stepOut', { ...item, conflict: 'KNOWS_PATIENT' });

    const refusal = await refusalOf(whileAt(item, out), chair, 'item.close', { ...item });

    assert.equal(refusal.rule, 'HS-10');
    assert.equal((await itemNow(item)).body.ballots.GP, undefined);
  });

  it('§1.1 one person given two seats at the same moment gets one', async () => {
    const item = await vote(house.desk);
    for (const who of [members.CHAIR, members.CONTRACTS])
      await done(house.desk, who, 'item.stepOut', { ...item, conflict: 'SCHEME_PROVIDER' });
    const give = (seat: string) => ({ ...item, seat, person: people.officer.person });
    const other = () => done(house.desk, people.officer, 'item.seatAlternate', give('CONTRACTS'));

    const desk = whileAt(item, other);
    const refusal = await refusalOf(desk, people.officer, 'item.seatAlternate', give('CHAIR'));

    assert.equal(refusal.rule, '§1.1');
    assert.equal((await itemNow(item)).body.steppedOut?.CHAIR?.alternate, undefined);
  });

  it('MG6 an alternate seated from the meeting is not overlooked by who fills a seat of it', async () => {
    const item = await list(house.desk, await sit(house.desk));
    await done(house.desk, members.CHAIR, 'item.stepOut', { ...item, conflict: 'SCHEME_PROVIDER' });
    const officer = people.officer.person;
    const other = () =>
      done(house.desk, people.officer, 'meeting.fillSeat', {
        ref: item.meeting,
        seat: 'CONTRACTS',
        person: officer,
        replaces: members.CONTRACTS.person,
      });

    const input = { ...item, seat: 'CHAIR', person: officer };
    const refusal = await refusalOf(whileAt(item, other), people.officer, 'item.seatAlternate', input);

    assert.equal(refusal.rule, '§1.1');
  });

  it('V5 a vote changed while the chair closes is counted as changed', async () => {
    const item = await vote(house.desk);
    await castAll(house.desk, item, ['FOR', 'FOR', 'FOR', 'AGAINST']);
    const change = () => cast(house.desk, item, 'CONTRACTS', 'AGAINST');

    await done(whileAt(item, change), chair, 'item.close', { ...item });

    assert.equal((await itemNow(item)).state, 'TIED');
  });
});
