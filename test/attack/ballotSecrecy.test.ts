import assert from 'node:assert/strict';
import { idOf } from '../../bot/chat/commandIds.ts';
import type { Person } from '../../bot/desk/caller.ts';
import { aReport, openHouse, people, type House } from '../support/house.ts';
import { give, itemOnPage, members, pageOf, vote, type AtItem } from '../support/panel.ts';

/** The id of somebody's tap on a vote button: everything it is made of can be known or tried. */
const tapOf = (item: AtItem, who: Person, direction: string, revision: number) =>
  idOf('ballot', item.ref, '1', who.person, direction, String(revision));

describe('attack: ids of taps that others can work out (D7, V4)', () => {
  let house: House;
  let item: AtItem;
  before(async () => {
    house = await openHouse();
    item = await vote(house.desk);
    const input = { ...item, direction: 'FOR', revision: 2 };
    const cast = await give(
      house.desk,
      members.LAY,
      'ballot.cast',
      input,
      tapOf(item, members.LAY, 'FOR', 2),
    );
    assert(cast.done);
  });
  after(() => house.close());

  const strangers: readonly (readonly [string, Person])[] = [
    ['a receptionist', people.otherReceptionist],
    ['an officer without a seat', people.officer],
    ['another member, with a card that is out of date', members.CONTRACTS],
  ];
  for (const [who, stranger] of strangers) {
    it(`tell ${who} nothing of which way somebody voted`, async () => {
      const tried = await Promise.all(
        ['FOR', 'AGAINST', 'ABSTAIN'].map((way) =>
          // The revision is older than any: what is refused for it changes nothing.
          give(
            house.desk,
            stranger,
            'item.startVote',
            { ...item, ref: item.ref },
            tapOf(item, members.LAY, way, 2),
          ),
        ),
      );

      assert.ok(tried.every((answer) => !answer.done));
      assert.equal(new Set(tried.map((answer) => JSON.stringify(answer))).size, 1);
    });
  }

  it('keep nobody from voting when somebody else has used them first', async () => {
    for (const way of ['FOR', 'AGAINST', 'ABSTAIN']) {
      for (const revision of [2, 3, 4]) {
        const taken = await give(
          house.desk,
          people.otherReceptionist,
          'incident.report',
          aReport({ site: 'Harbour Lane' }),
          tapOf(item, members.GP, way, revision),
        );
        assert(taken.done);
      }
    }
    const { revision } = await itemOnPage(house.desk, members.GP, item);

    const cast = await give(
      house.desk,
      members.GP,
      'ballot.cast',
      { ...item, direction: 'AGAINST', revision },
      tapOf(item, members.GP, 'AGAINST', revision),
    );

    assert(cast.done);
    const page = await pageOf(house.desk, members.GP, item.meeting);
    assert.equal(page.items[0]?.mine, 'AGAINST');
  });
});
