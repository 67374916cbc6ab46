import assert from 'node:assert/strict';
import { createDesk } from '../../../bot/desk/desk.ts';
import { asItem } from '../../../bot/desk/panelRecords.ts';
import { openHouse, type House } from '../../support/house.ts';
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

  it('V5 a vote changed while the chair closes is counted as changed', async () => {
    const item = await vote(house.desk);
    await castAll(house.desk, item, ['FOR', 'FOR', 'FOR', 'AGAINST']);
    const change = () => cast(house.desk, item, 'CONTRACTS', 'AGAINST');

    await done(whileAt(item, change), chair, 'item.close', { ...item });

    assert.equal((await itemNow(item)).state, 'TIED');
  });
});
