import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PanelSeat } from '../../../bot/contract/panel.ts';
import { answerConsensus, proposeConsensus } from '../../../bot/domain/panel/consensus.ts';
import type { Item } from '../../../bot/domain/panel/item.ts';
import { refusalOf } from '../incident/facts.ts';
import { atItem, chairFacts, factsOf, itemIn, members, next, officer } from './facts.ts';

const open = itemIn('OPEN', { ballots: {}, revision: 1 });
const proposed = (direction: 'FOR' | 'AGAINST' = 'FOR') =>
  next(proposeConsensus({ direction }, open, atItem(), chairFacts), 'ITM');
const answer = (item: Item, seat: PanelSeat, agrees = true, away: readonly PanelSeat[] = []) =>
  answerConsensus({ agrees, revision: item.body.revision }, item, atItem(away), factsOf(members[seat]));
const agreed = (item: Item, ...seats: readonly PanelSeat[]) =>
  seats.reduce((before, seat) => next(answer(before, seat), 'ITM'), item);

describe('deciding without a vote (V2)', () => {
  for (const [direction, outcome] of [
    ['FOR', 'APPROPRIATE'],
    ['AGAINST', 'INAPPROPRIATE'],
  ] as const) {
    it(`V2 the last of the other seats to agree decides: ${outcome}`, () => {
      const item = agreed(proposed(direction), 'LAY', 'CONTRACTS');

      const decision = answer(item, 'GP');

      const { state, body } = next(decision, 'ITM');
      assert.equal(state, 'DECIDED');
      assert.deepEqual([body.result?.outcome, body.result?.how], [outcome, 'CONSENSUS']);
      assert.deepEqual(Object.keys(body.consensus?.confirmed ?? {}).toSorted(), ['CONTRACTS', 'GP', 'LAY']);
      assert.equal(next(decision, 'MTG').body.openItem, undefined);
    });
  }

  it('V3 one who does not agree is enough for a vote, and nothing of the proposal stands', () => {
    const item = agreed(proposed(), 'LAY', 'CONTRACTS');

    const { state, body } = next(answer(item, 'GP', false), 'ITM');

    assert.equal(state, 'VOTING');
    assert.deepEqual([body.consensus, body.result, body.ballots], [undefined, undefined, {}]);
  });

  it('MG5 only the chair proposes, and does not answer', () => {
    const by = (seat: PanelSeat) =>
      proposeConsensus({ direction: 'FOR' }, open, atItem(), factsOf(members[seat]));

    assert.equal(refusalOf(by('CONTRACTS')).rule, 'MG5');
    assert.equal(refusalOf(answer(proposed(), 'CHAIR')).rule, 'V2');
  });

  it('V2 somebody without a seat is not asked', () => {
    const decision = answerConsensus({ agrees: true, revision: 2 }, proposed(), atItem(), factsOf(officer));

    assert.equal(refusalOf(decision).rule, 'V2');
  });

  it('HS-10 nothing is proposed, and nothing decided, while a seat is away; who is away does not answer', () => {
    const propose = proposeConsensus({ direction: 'FOR' }, open, atItem(['GP']), chairFacts);
    const last = answer(agreed(proposed(), 'LAY', 'CONTRACTS'), 'GP', true, ['LAY']);

    assert.equal(refusalOf(propose).rule, 'HS-10');
    assert.equal(refusalOf(last).rule, 'HS-10');
    assert.equal(refusalOf(answer(proposed(), 'GP', true, ['GP'])).rule, 'MG4');
  });

  it('D7 an answer to what the page showed before somebody else answered changes nothing', () => {
    const item = proposed();
    const late = { agrees: true, revision: item.body.revision };
    const moved = agreed(item, 'LAY');

    const decision = answerConsensus(late, moved, atItem(), factsOf(members.GP));

    assert.equal(refusalOf(decision).code, 'stale');
  });

  it('whatever the order and however often they answer, it is decided only by three yeses, each of a seat of its own', () => {
    const acts = fc.array(
      fc.record({
        seat: fc.constantFrom<PanelSeat>('CHAIR', 'CONTRACTS', 'GP', 'LAY'),
        agrees: fc.oneof(
          { weight: 9, arbitrary: fc.constant(true) },
          { weight: 1, arbitrary: fc.constant(false) },
        ),
        away: fc.subarray<PanelSeat>(['CONTRACTS', 'GP', 'LAY'], { maxLength: 1 }),
      }),
      { maxLength: 12 },
    );
    let decided = 0;
    fc.assert(
      fc.property(acts, (steps) => {
        let item = proposed();
        const yes = new Set<PanelSeat>();
        for (const { seat, agrees, away } of steps) {
          const decision = answer(item, seat, agrees, away);
          if (!decision.changed) continue;
          item = next(decision, 'ITM');
          if (agrees) yes.add(seat);
          else assert.equal(item.state, 'VOTING');
          assert.equal(item.state === 'DECIDED', agrees && yes.size === 3);
          if (item.state !== 'CONSENSUS') break;
        }
        if (item.state === 'DECIDED') decided += 1;
      }),
      { numRuns: 2000 },
    );
    assert(decided > 50, `only ${decided} runs were decided`);
  });
});
