import assert from 'node:assert/strict';
import { direction, panelSeat } from '../../../bot/contract/panel.ts';
import { castBallot } from '../../../bot/domain/panel/castBallot.ts';
import { changesOf, refusalOf } from '../incident/facts.ts';
import { atItem, chairFacts, factsOf, itemIn, itemRef, meetingRef, members, next, officer } from './facts.ts';

describe('casting a ballot (V4, D7)', () => {
  for (const seat of panelSeat.options) {
    it(`V4 the holder of the seat ${seat} votes for that seat alone`, () => {
      const before = itemIn('VOTING', { ballots: {}, revision: 2 });

      const changes = changesOf(
        castBallot({ direction: 'AGAINST', revision: 2 }, before, atItem(), factsOf(members[seat])),
      );

      const { ballots, revision } = next(changes, 'ITM').body;
      assert.deepEqual(Object.keys(ballots), [seat]);
      assert.deepEqual([ballots[seat]?.direction, ballots[seat]?.person], ['AGAINST', members[seat].person]);
      assert.deepEqual([revision, ballots[seat]?.revision], [3, 3]);
    });

    it(`MG4 not while the seat ${seat} is away`, () => {
      const decision = castBallot(
        { direction: 'FOR', revision: 6 },
        itemIn('VOTING'),
        atItem([seat]),
        factsOf(members[seat]),
      );

      assert.equal(refusalOf(decision).rule, 'MG4');
    });
  }

  it('V4 somebody without a seat casts nothing', () => {
    const decision = castBallot(
      { direction: 'FOR', revision: 6 },
      itemIn('VOTING'),
      atItem(),
      factsOf(officer),
    );

    assert.equal(refusalOf(decision).rule, 'V4');
  });

  it('V4 a vote may change until close; the history has each change', () => {
    const first = changesOf(
      castBallot(
        { direction: 'FOR', revision: 2 },
        itemIn('VOTING', { ballots: {}, revision: 2 }),
        atItem(),
        chairFacts,
      ),
    );

    const second = changesOf(
      castBallot({ direction: 'ABSTAIN', revision: 3 }, next(first, 'ITM'), atItem(), chairFacts),
    );

    assert.equal(next(second, 'ITM').body.ballots.CHAIR?.direction, 'ABSTAIN');
    assert.deepEqual(
      [...first.entries, ...second.entries].map(({ action, content }) => [action, content['direction']]),
      [
        ['ballot.cast', 'FOR'],
        ['ballot.changed', 'ABSTAIN'],
      ],
    );
  });

  for (const [revision, why] of [
    [2, 'older than the last ballot'],
    [7, 'newer than the item itself'],
  ] as const) {
    it(`D7 a revision ${why} changes nothing`, () => {
      const item = itemIn('VOTING');

      const decision = castBallot({ direction: 'AGAINST', revision }, item, atItem(), chairFacts);

      assert.equal(refusalOf(decision).code, 'stale');
    });
  }

  it('D7 another seat’s ballot does not make a card old', () => {
    const item = itemIn('VOTING', { revision: 20 });

    const decision = castBallot({ direction: 'AGAINST', revision: 3 }, item, atItem(), chairFacts);

    assert.equal(next(decision, 'ITM').body.ballots.CHAIR?.direction, 'AGAINST');
  });

  it('V4 the meeting is guarded, and neither outcome nor notices nor facts tell the direction', () => {
    for (const way of direction.options) {
      const changes = changesOf(
        castBallot({ direction: way, revision: 6 }, itemIn('VOTING'), atItem(), chairFacts),
      );

      const { outcome, notices, facts, posts } = changes;
      assert.deepEqual(changes.guards, [meetingRef]);
      assert.deepEqual(
        { outcome, notices, facts, posts },
        {
          outcome: {
            ref: itemRef,
            state: 'VOTING',
            version: 2,
            message: 'Your vote is counted. You can change it until the chair closes.',
          },
          notices: undefined,
          facts: undefined,
          posts: undefined,
        },
      );
    }
  });
});
