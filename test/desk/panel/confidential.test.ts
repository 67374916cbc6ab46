import assert from 'node:assert/strict';
import { receiptId } from '../../../bot/desk/load.ts';
import type { Direction } from '../../../bot/contract/panel.ts';
import type { Person } from '../../../bot/desk/caller.ts';
import { addPerson, newId, openHouse, people, type House } from '../../support/house.ts';
import {
  castAll,
  chair,
  done,
  itemOnPage,
  members,
  seatNames,
  vote,
  type AtItem,
} from '../../support/panel.ts';

const everybody: readonly Person[] = Object.values(people);
const reason = 'The evidence was heard in full and is clear enough.';

/** The same everywhere but for what is minted at random. */
const plain = (value: unknown) =>
  JSON.stringify(value).replaceAll(/(MTG|ITM|INC|REF|PLC)-\d{4}-\d{7}/g, '$1');

type Votes = readonly [Direction, Direction, Direction, Direction];

describe('what leaves the desk about a vote (V4, §8.1, HS-13)', () => {
  const houses: House[] = [];
  afterEach(() => {
    for (const house of houses.splice(0)) house.close();
  });

  /** A house of its own in which the four seats have voted so. */
  const voted = async (votes: Votes) => {
    const house = await openHouse();
    houses.push(house);
    const item = await vote(house.desk);
    await castAll(house.desk, item, votes);
    return { house, item };
  };
  const answersTo = async (house: House, item: AtItem, who: Person) => {
    const asked = [
      await house.desk.ask(who, { name: 'meeting.page', input: { ref: item.meeting } }),
      await house.desk.ask(who, { name: 'meeting.list', input: {} }),
      await house.desk.ask(who, { name: 'item.card', input: { ref: item.ref } }),
      await house.desk.ask(who, { name: 'inbox.list', input: {} }),
    ];
    // `identifiers` are for the gate and never leave; everything else is what a client gets.
    return plain(asked.map((one) => (one.answered ? one.answer : one.refusal)));
  };

  it('V4 before close nobody’s answers depend on how the others voted', async () => {
    const one = await voted(['FOR', 'FOR', 'FOR', 'FOR']);
    for (const [index, seat] of seatNames.entries()) {
      const votes = ['AGAINST', 'ABSTAIN', 'AGAINST', 'ABSTAIN'].map((way, place) =>
        place === index ? 'FOR' : way,
      ) as unknown as Votes;
      const other = await voted(votes);

      const [here, there] = [
        await answersTo(one.house, one.item, members[seat]),
        await answersTo(other.house, other.item, members[seat]),
      ];

      assert.equal(here, there, seat);
      assert.match(here, /"mine":"FOR"/);
    }
    const other = await voted(['AGAINST', 'ABSTAIN', 'AGAINST', 'ABSTAIN']);
    const others = everybody.filter(({ person }) => !Object.values(members).some((m) => m.person === person));
    for (const who of others) {
      assert.equal(
        await answersTo(one.house, one.item, who),
        await answersTo(other.house, other.item, who),
        who.person,
      );
    }
  });

  it('V4 how many have cast is said, who has is not', async () => {
    const cast = async (seat: (typeof seatNames)[number]) => {
      const house = await openHouse();
      houses.push(house);
      const item = await vote(house.desk);
      await done(house.desk, members[seat], 'ballot.cast', { ...item, direction: 'FOR', revision: 2 });
      return { house, item };
    };
    const [gp, lay] = [await cast('GP'), await cast('LAY')];

    const [one, other] = [
      await answersTo(gp.house, gp.item, chair),
      await answersTo(lay.house, lay.item, chair),
    ];

    assert.equal(one, other);
    assert.match(one, /1 of 4 cast/);
  });

  it('§8.1 a channel’s card is the same whatever was voted and decided', async () => {
    const cards = [];
    for (const votes of [
      ['FOR', 'FOR', 'FOR', 'AGAINST'],
      ['AGAINST', 'AGAINST', 'AGAINST', 'FOR'],
    ] as const) {
      const { house, item } = await voted(votes);
      const open = await house.desk.backroom.itemCard('area:brookshire', item.ref);
      await done(house.desk, chair, 'item.close', { ...item });
      const ended = await house.desk.backroom.itemCard('area:brookshire', item.ref);
      cards.push(plain([open?.card, ended?.card]));
      assert(ended?.identifiers.includes('Arthur Penrose'));
      assert.equal(ended?.card.stateWords, 'Decided. Open the tab for the result.');
    }

    assert.equal(cards[0], cards[1]);
    assert.doesNotMatch(cards[0] ?? '', /Penrose|Ellis|"APPROPRIATE|"FOR"|carried/i);
  });

  it('D7 the receipt of a ballot, and the work it leaves behind, hold no direction', async () => {
    const house = await openHouse();
    houses.push(house);
    const item = await vote(house.desk);
    const before = new Set((await house.desk.backroom.outboxDue('area:brookshire')).map(({ row }) => row.id));
    const kept = [];
    for (const [index, way] of (['FOR', 'AGAINST', 'ABSTAIN'] as const).entries()) {
      const id = newId();
      await done(house.desk, members.GP, 'ballot.cast', { ...item, direction: way, revision: 2 + index }, id);
      const receipt = await house.store.records.read(
        'area:brookshire',
        receiptId(id, members.GP.person),
        'receipt',
      );
      const { version: _version, ...outcome } = receipt?.row.outcome ?? {};
      kept.push(plain(outcome));
    }
    const left = (await house.desk.backroom.outboxDue('area:brookshire')).filter(
      ({ row }) => !before.has(row.id),
    );

    assert.deepEqual(new Set(kept).size, 1);
    assert.equal(left.length, 3);
    for (const { row } of left) assert.deepEqual([row.topic, row.payload], ['cards', { ref: item.ref }]);
  });

  it('V7 after close the seats see every vote, and the chair’s second one set apart', async () => {
    const { house, item } = await voted(['FOR', 'FOR', 'AGAINST', 'AGAINST']);
    await done(house.desk, chair, 'item.close', { ...item });
    await done(house.desk, chair, 'item.castingVote', { ...item, direction: 'AGAINST', reason });

    for (const who of [...Object.values(members), people.officer]) {
      const { result } = await itemOnPage(house.desk, who, item);

      assert.equal(result?.words, "Not carried by the chair's casting vote: 2 for, 2 against.");
      assert.deepEqual(result?.tally, { for: 2, against: 2, abstain: 0 });
      assert.deepEqual(
        result?.votes?.map(({ seat, direction }) => [seat, direction]),
        [
          ['CHAIR', 'FOR'],
          ['CONTRACTS', 'FOR'],
          ['GP', 'AGAINST'],
          ['LAY', 'AGAINST'],
        ],
      );
      assert.deepEqual(
        [result?.castingVote?.name, result?.castingVote?.direction, result?.castingVote?.reason],
        ['Margaret Ellis', 'AGAINST', reason],
      );
      assert.equal(result?.outcome?.code, 'INAPPROPRIATE');
    }
  });

  it('§1.2 an officer without a seat learns the outcome, not who voted how', async () => {
    const { house, item } = await voted(['FOR', 'FOR', 'AGAINST', 'AGAINST']);
    const officer = await addPerson(house.desk, 'person-305', [
      { role: 'CCM', organisation: 'brookshire-icb' },
    ]);
    await done(house.desk, chair, 'item.close', { ...item });
    await done(house.desk, chair, 'item.castingVote', { ...item, direction: 'FOR', reason });

    const { result, steps } = await itemOnPage(house.desk, officer, item);

    assert.deepEqual(result, {
      words: "Carried by the chair's casting vote.",
      outcome: { code: 'APPROPRIATE', label: 'The placement is appropriate.' },
    });
    assert.deepEqual(steps, []);
  });

  it('V9 the votes of an item deferred before close are never shown', async () => {
    const { house, item } = await voted(['FOR', 'FOR', 'AGAINST', 'AGAINST']);
    await done(house.desk, chair, 'item.defer', { ...item, reason });

    const { result } = await itemOnPage(house.desk, chair, item);

    assert.deepEqual(result, { words: 'Deferred.', reason });
  });
});
