import assert from 'node:assert/strict';
import { direction, panelSeat, type Direction } from '../../../bot/contract/panel.ts';
import { createDesk } from '../../../bot/desk/desk.ts';
import { brokenLink } from '../../../bot/desk/digest.ts';
import { asItem, asMeeting } from '../../../bot/desk/panelRecords.ts';
import { seatClaim } from '../../../bot/domain/panel/fillSeat.ts';
import { countWaits } from '../../support/countWaits.ts';
import { newId, openHouse, people, type House } from '../../support/house.ts';
import {
  cast,
  castAll,
  chair,
  done,
  give,
  list,
  members,
  plan,
  refusalOf,
  seatNames,
  sit,
  vote,
  type AtItem,
} from '../../support/panel.ts';

const scope = 'area:brookshire';
const reason = 'The evidence was heard in full and is clear enough.';

describe('panel races (D3, D6, D7)', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const itemNow = async ({ ref }: AtItem) =>
    asItem((await house.store.records.read(scope, ref, 'head'))?.row);
  const entriesOf = async (ref: string) => {
    const rows = [];
    let after: string | undefined;
    do {
      const page = await house.store.records.list(
        scope,
        'entriesOfRecord',
        { ref },
        { size: 100, ...(after ? { after } : {}) },
      );
      rows.push(...page.rows.map(({ row }) => row));
      after = page.next;
    } while (after);
    return rows;
  };

  it('V4 200 taps at once from four seats over two desks, doubled, late and crossed: one live vote a seat, and the history says so', async () => {
    const item = await vote(house.desk);
    const desks = [house.desk, createDesk(house.office)];
    const taps = Array.from({ length: 200 }, (_, index) => {
      const seat = seatNames[index % 4] ?? 'CHAIR';
      const way: Direction = direction.options[Math.floor(index / 4) % 3] ?? 'FOR';
      // A card of any age; the same seat, direction and revision is the same command (D7).
      const revision = 2 + (index % 7);
      return { seat, way, revision, desk: desks[index % 2] ?? house.desk };
    });

    const results = await Promise.all(
      taps.map(({ seat, way, revision, desk }) =>
        give(
          desk,
          members[seat],
          'ballot.cast',
          { ...item, direction: way, revision },
          `tap-${item.ref}-${seat}-${way}-${revision}`,
        ),
      ),
    );

    const now = await itemNow(item);
    const entries = await entriesOf(item.ref);
    const ballots = entries.filter(({ action }) => action.startsWith('ballot.'));
    const folded = new Map(ballots.map(({ content }) => [content?.['seat'], content?.['direction']]));
    const live = panelSeat.options.map((seat) => [seat, now.body.ballots[seat]?.direction]);
    const head = await house.store.records.read(scope, item.ref, 'head');
    assert(head);
    assert.equal(brokenLink(entries, head.row.chain), undefined);
    assert.deepEqual(
      live,
      panelSeat.options.map((seat) => [seat, folded.get(seat)]),
    );
    assert(live.every(([, way]) => way !== undefined));
    // Every accepted ballot moved the revision by one, and nothing else did.
    assert.equal(now.body.revision, 2 + ballots.length);
    const fresh = results.filter((result) => result.done && !result.repeated);
    assert.equal(fresh.length, ballots.length);
    for (const result of results) assert(result.done || result.refusal.code === 'stale');
  });

  it('V5 taps that cross the close are in before it or change nothing', async () => {
    const item = await vote(house.desk);
    await castAll(house.desk, item, ['FOR', 'FOR', 'FOR', 'AGAINST']);
    const taps = Array.from({ length: 20 }, (_, index) =>
      give(createDesk(house.office), members.LAY, 'ballot.cast', {
        ...item,
        direction: index % 2 === 0 ? 'FOR' : 'ABSTAIN',
        revision: 6,
      }),
    );

    const [closed] = await Promise.all([give(house.desk, chair, 'item.close', { ...item }), ...taps]);

    assert(closed.done);
    const entries = await entriesOf(item.ref);
    const close = entries.findIndex(({ action }) => action === 'item.voteClosed');
    assert.equal(close, entries.length - 1);
  });

  const tie = async () => {
    const item = await vote(house.desk);
    await castAll(house.desk, item, ['FOR', 'FOR', 'AGAINST', 'AGAINST']);
    await done(house.desk, chair, 'item.close', { ...item });
    return item;
  };

  it('HS-11 twenty casting votes at once from two surfaces: one is recorded', async () => {
    const item = await tie();

    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        give(createDesk(house.office), chair, 'item.castingVote', {
          ...item,
          direction: index % 2 === 0 ? 'FOR' : 'AGAINST',
          reason,
        }),
      ),
    );

    const refusals = results.flatMap((result) => (result.done ? [] : [result.refusal.rule]));
    const entries = await entriesOf(item.ref);
    assert.deepEqual(
      refusals,
      Array.from({ length: 19 }, () => 'HS-11'),
    );
    assert.equal(entries.filter(({ action }) => action === 'item.castingVote').length, 1);
  });

  it('V1 two items opened at once: the panel is at one', async () => {
    const meeting = await sit(house.desk);
    const items = [await list(house.desk, meeting), await list(house.desk, meeting, 'REVIEW')];

    const results = await Promise.all(
      items.map((item) => give(createDesk(house.office), chair, 'item.open', { ...item })),
    );

    const states = await Promise.all(items.map(async (item) => (await itemNow(item)).state));
    const head = await house.store.records.read(scope, meeting, 'head');
    assert.equal(results.filter((result) => result.done).length, 1);
    assert.deepEqual(states.toSorted(), ['LISTED', 'OPEN']);
    assert.equal(asMeeting(head?.row).body.openItem, items[states.indexOf('OPEN')]?.ref);
  });

  it('§1.1 one person for two seats at once: one seat; the claim goes when the seat does', async () => {
    const ref = await done(house.desk, people.officer, 'meeting.plan', {
      date: '2027-01-11T14:00',
      mode: 'VIRTUAL',
    });
    const { person } = people.contracts;

    const results = await Promise.all(
      ['CHAIR', 'CONTRACTS'].map((seat) =>
        give(createDesk(house.office), people.officer, 'meeting.fillSeat', { ref, seat, person }),
      ),
    );

    const refused = results.flatMap((result) => (result.done ? [] : [result.refusal]));
    assert.deepEqual(
      refused.map(({ rule }) => rule),
      ['§1.1'],
    );
    const claim = () => house.store.records.read(scope, seatClaim(ref, person), 'claim');
    assert(await claim());
    const seat = results[0]?.done ? 'CHAIR' : 'CONTRACTS';
    const replacing = { ref, seat, person: people.accountable.person, replaces: person };
    await done(house.desk, people.officer, 'meeting.fillSeat', replacing);
    assert.equal(await claim(), undefined);
  });

  it('§1.1 the claim alone, should the head ever miss it, keeps a person in one seat', async () => {
    const ref = await plan(house.desk);
    const person = people.officer.person;
    const claim = { id: seatClaim(ref, person), scope, kind: 'claim', rule: '§1.1', ref, at: '' } as const;
    await house.store.records.commit(scope, [{ op: 'create', row: claim }]);

    const input = { ref, seat: 'CHAIR', person, replaces: members.CHAIR.person };
    const refusal = await refusalOf(house.desk, people.officer, 'meeting.fillSeat', input);

    assert.equal(refusal.rule, '§1.1');
  });

  it('D7 a ballot given again with its id is answered as then and does nothing; as somebody else it is theirs', async () => {
    const item = await vote(house.desk);
    const id = newId();
    const input = { ...item, direction: 'FOR', revision: 2 };
    const first = await give(house.desk, members.GP, 'ballot.cast', input, id);
    await cast(house.desk, item, 'GP', 'AGAINST');

    const [again, stolen] = [
      await give(house.desk, members.GP, 'ballot.cast', input, id),
      await give(house.desk, members.LAY, 'ballot.cast', input, id),
    ];

    assert(first.done && again.done);
    assert.deepEqual([again.outcome, again.repeated], [first.outcome, true]);
    // An id is its giver's own: used by somebody else, it is another intent, of theirs alone.
    assert(stolen.done && !stolen.repeated);
    const { ballots } = (await itemNow(item)).body;
    assert.deepEqual([ballots.GP?.direction, ballots.LAY?.person], ['AGAINST', members.LAY.person]);
  });

  it('§5 a ballot waits three times for the store', async () => {
    const item = await vote(house.desk);
    const counter = countWaits();
    const desk = createDesk({ ...house.office, records: counter.around(house.office.records) });

    await done(desk, members.GP, 'ballot.cast', { ...item, direction: 'FOR', revision: 2 });

    assert.equal(counter.waits(), 3);
  });
});
