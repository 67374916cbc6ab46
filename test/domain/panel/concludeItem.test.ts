import assert from 'node:assert/strict';
import { direction, motionName, motions, panelSeat, type Direction } from '../../../bot/contract/panel.ts';
import { closeVote, deferItem, giveCastingVote } from '../../../bot/domain/panel/concludeItem.ts';
import { changesOf, refusalOf } from '../incident/facts.ts';
import { atItem, cast, chairFacts, factsOf, itemIn, meetingIn, members, next } from './facts.ts';

const reason = 'The papers answer every question that was asked.';
const all = direction.options.flatMap((one) =>
  direction.options.flatMap((two) =>
    direction.options.flatMap((three) => direction.options.map((four) => [one, two, three, four] as const)),
  ),
);

describe('closing a vote (V5, V6, V8)', () => {
  it('V5 V6 V8 each of the 81 ways four seats can vote ends as the policy says', () => {
    for (const votes of all) {
      const inFavour = votes.filter((vote) => vote === 'FOR').length;
      const against = votes.filter((vote) => vote === 'AGAINST').length;
      const expected = inFavour !== against ? 'DECIDED' : inFavour > 0 ? 'TIED' : 'DEFERRED';

      const item = next(
        closeVote(itemIn('VOTING', { ballots: cast(...votes) }), atItem(), chairFacts),
        'ITM',
      );

      assert.equal(item.state, expected, votes.join());
      assert.equal(item.body.result?.carried, expected === 'DECIDED' ? inFavour > against : undefined);
      assert.equal(item.body.closedAt, chairFacts.now.toString());
    }
  });

  for (const name of motionName.options) {
    it(`§3.3 ${name}: carried gives ${motions[name].carried.code}, not carried ${motions[name].notCarried.code}`, () => {
      const end = (...votes: Direction[]) =>
        next(
          closeVote(itemIn('VOTING', { motion: name, ballots: cast(...votes) }), atItem(), chairFacts),
          'ITM',
        ).body.result?.outcome;

      assert.equal(end('FOR', 'FOR', 'FOR', 'AGAINST'), motions[name].carried.code);
      assert.equal(end('FOR', 'AGAINST', 'AGAINST', 'AGAINST'), motions[name].notCarried.code);
    });
  }

  for (const missing of panelSeat.options) {
    it(`V5 not before the seat ${missing} has voted`, () => {
      const { [missing]: _left, ...ballots } = cast('FOR', 'FOR', 'FOR', 'FOR');

      const refusal = refusalOf(closeVote(itemIn('VOTING', { ballots }), atItem(), chairFacts));

      assert.equal(refusal.rule, 'V5');
      assert.match(refusal.message, /^3 of 4 have voted/);
    });

    it(`HS-10 not while the seat ${missing} is away, whatever it voted`, () => {
      const refusal = refusalOf(closeVote(itemIn('VOTING'), atItem([missing]), chairFacts));

      assert.equal(refusal.rule, 'HS-10');
    });
  }

  it('HS-10 not with an empty seat', () => {
    const { LAY: _nobody, ...seats } = atItem().body.seats;

    const refusal = refusalOf(closeVote(itemIn('VOTING'), meetingIn('IN_SESSION', { seats }), chairFacts));

    assert.equal(refusal.rule, 'HS-10');
    assert.match(refusal.message, /Missing now: the lay member\.$/);
  });

  it('MG5 by nobody but the holder of the CHAIR seat, also not the head of primary care without it', () => {
    const other = factsOf({ person: 'person-999', name: 'Another Head', role: 'HPC' });

    assert.equal(refusalOf(closeVote(itemIn('VOTING'), atItem(), other)).rule, 'MG5');
    assert.equal(refusalOf(deferItem({ reason }, itemIn('VOTING'), atItem(), other)).rule, 'MG5');
  });

  it('V6 a tie tells the chair, guards the meeting and leaves it at this item', () => {
    const changes = changesOf(closeVote(itemIn('VOTING'), atItem(), chairFacts));

    assert.deepEqual(changes.notices, [
      { template: 'item.tied', ref: itemIn('TIED').ref, to: { person: members.CHAIR.person } },
    ]);
    assert.deepEqual(changes.guards, [atItem().ref]);
    assert.equal(changes.heads.length, 1);
  });
});

describe('the casting vote (V7, HS-11)', () => {
  for (const way of ['FOR', 'AGAINST'] as const) {
    it(`V7 ${way} decides, as a second vote beside the chair's first, which is kept`, () => {
      const tied = itemIn('TIED');

      const changes = changesOf(giveCastingVote({ direction: way, reason }, tied, atItem(), chairFacts));

      const item = next(changes, 'ITM');
      assert.equal(item.state, 'DECIDED');
      assert.equal(item.body.result?.carried, way === 'FOR');
      assert.deepEqual(item.body.ballots, tied.body.ballots);
      assert.deepEqual(item.body.castingVote, {
        by: members.CHAIR.person,
        name: members.CHAIR.name,
        seat: 'CHAIR',
        direction: way,
        reason,
        at: chairFacts.now.toString(),
      });
      assert.equal(next(changes, 'MTG').body.openItem, undefined);
    });
  }

  for (const seat of ['CONTRACTS', 'GP', 'LAY'] as const) {
    it(`HS-11 never by the seat ${seat}`, () => {
      const decision = giveCastingVote(
        { direction: 'FOR', reason },
        itemIn('TIED'),
        atItem(),
        factsOf(members[seat]),
      );

      assert.equal(refusalOf(decision).rule, 'HS-11');
    });
  }

  it('HS-11 never twice', () => {
    const once = giveCastingVote({ direction: 'FOR', reason }, itemIn('TIED'), atItem(), chairFacts);

    const twice = giveCastingVote({ direction: 'AGAINST', reason }, next(once, 'ITM'), atItem(), chairFacts);

    assert.equal(refusalOf(twice).rule, 'HS-11');
    assert.match(refusalOf(twice).message, /has been given/);
  });

  it('HS-10 not once a seat has left', () => {
    const decision = giveCastingVote(
      { direction: 'FOR', reason },
      itemIn('TIED'),
      atItem(['GP']),
      chairFacts,
    );

    assert.equal(refusalOf(decision).rule, 'HS-10');
  });
});

describe('deferring (V9, MG7)', () => {
  it('V9 keeps the reason, leaves the votes unseen and frees the meeting', () => {
    const changes = changesOf(deferItem({ reason }, itemIn('VOTING'), atItem(), chairFacts));

    const item = next(changes, 'ITM');
    assert.equal(item.body.deferral?.reason, reason);
    assert.equal(item.body.closedAt, undefined);
    assert.equal(next(changes, 'MTG').body.openItem, undefined);
  });

  it('V9 a tie that has its quorum is for the casting vote, not for another day', () => {
    const refusal = refusalOf(deferItem({ reason }, itemIn('TIED'), atItem(), chairFacts));

    assert.equal(refusal.rule, 'V9');
  });
});
