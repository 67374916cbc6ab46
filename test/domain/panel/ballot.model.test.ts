import assert from 'node:assert/strict';
import fc from 'fast-check';
import { direction, panelSeat, type Direction, type PanelSeat } from '../../../bot/contract/panel.ts';
import type { Changes, Decision } from '../../../bot/domain/decision.ts';
import { castBallot } from '../../../bot/domain/panel/castBallot.ts';
import { closeVote, giveCastingVote } from '../../../bot/domain/panel/concludeItem.ts';
import { tallyOf, type Item } from '../../../bot/domain/panel/item.ts';
import type { Meeting } from '../../../bot/domain/panel/meeting.ts';
import { atItem, factsOf, itemIn, members } from './facts.ts';

/** One thing somebody does: a tap on a card `behind` revisions old, the chair closing, or a casting vote. */
type Act =
  | { readonly act: 'tap'; readonly seat: PanelSeat; readonly way: Direction; readonly behind: number }
  | { readonly act: 'again'; readonly back: number }
  | { readonly act: 'close' | 'casting'; readonly seat: PanelSeat; readonly way: 'FOR' | 'AGAINST' };

const seat = fc.constantFrom(...panelSeat.options);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      act: fc.constant('tap' as const),
      seat,
      way: fc.constantFrom(...direction.options),
      behind: fc.oneof(
        { weight: 3, arbitrary: fc.constant(0) },
        { weight: 2, arbitrary: fc.nat({ max: 6 }) },
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('again' as const), back: fc.nat({ max: 8 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('close' as const, 'casting' as const),
      seat: fc.oneof({ weight: 3, arbitrary: fc.constant('CHAIR' as const) }, { weight: 1, arbitrary: seat }),
      way: fc.constantFrom('FOR' as const, 'AGAINST' as const),
    }),
  },
);

/** Receipts as the desk keeps them: an id that was accepted once does nothing again (D7). */
interface World {
  item: Item;
  meeting: Meeting;
  readonly receipts: Set<string>;
  readonly history: Changes['entries'][number][];
  readonly taps: (() => void)[];
  accepted: number;
}

function apply(world: World, id: string, decision: Decision): boolean {
  if (world.receipts.has(id) || !decision.changed) return false;
  world.receipts.add(id);
  world.history.push(...decision.entries);
  for (const head of decision.heads) {
    if (head.type === 'ITM') world.item = head as Item;
    else world.meeting = head as Meeting;
  }
  return true;
}

function tap(world: World, seat: PanelSeat, way: Direction, revision: number): void {
  const { item, meeting } = world;
  const before = item.body.ballots[seat];
  const decision = castBallot({ direction: way, revision }, item, meeting, factsOf(members[seat]));
  const stored = apply(world, `${seat} ${way} ${revision}`, decision);
  if (!stored) {
    assert.deepEqual(world.item, item);
    return;
  }
  world.accepted += 1;
  assert(item.state === 'VOTING', 'a ballot was accepted after close');
  assert(!before || revision >= before.revision, 'an older card changed a newer vote');
  assert(world.item.body.revision === item.body.revision + 1);
}

/** What the history alone says each seat's vote is. */
function fold(history: World['history']): Map<unknown, unknown> {
  const ballots = history.filter(({ action }) => action === 'ballot.cast' || action === 'ballot.changed');
  return new Map(ballots.map(({ content }) => [content['seat'], content['direction']]));
}

const isEnded = ({ state }: Item) => state === 'DECIDED' || state === 'DEFERRED';

describe('a model of the ballot (V4–V8, HS-11, D7)', () => {
  it('one live vote a seat, the tally is the fold of the history, nothing moves after close, a replay is a no-op', () => {
    const ends = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 40 }), (acts) => {
        const world: World = {
          item: itemIn('VOTING', { ballots: {}, revision: 2 }),
          meeting: atItem(),
          receipts: new Set(),
          history: [],
          taps: [],
          accepted: 0,
        };
        for (const [index, step] of acts.entries()) {
          const before = world.item;
          if (step.act === 'tap') {
            const { seat, way } = step;
            const revision = Math.max(0, before.body.revision - step.behind);
            const again = () => tap(world, seat, way, revision);
            world.taps.push(again);
            again();
          } else if (step.act === 'again') world.taps.at(-1 - step.back)?.();
          else if (step.act === 'close') {
            const who = factsOf(members[step.seat]);
            const closed = apply(world, `close ${index}`, closeVote(before, world.meeting, who));
            assert(!closed || (step.seat === 'CHAIR' && Object.keys(before.body.ballots).length === 4));
          } else {
            const input = { direction: step.way, reason: 'The evidence is clear enough to decide.' };
            const who = factsOf(members[step.seat]);
            const given = apply(
              world,
              `casting ${index}`,
              giveCastingVote(input, before, world.meeting, who),
            );
            assert(!given || (step.seat === 'CHAIR' && before.state === 'TIED'));
          }

          const { ballots } = world.item.body;
          const live = new Map<unknown, unknown>(
            Object.entries(ballots).map(([name, ballot]) => [name, ballot.direction]),
          );
          assert.deepEqual(live, fold(world.history));
          if (before.state !== 'VOTING') assert.deepEqual(ballots, before.body.ballots);
          if (isEnded(before)) assert.deepEqual(world.item, before);
        }
        const { item, history } = world;
        const tally = tallyOf(item);
        const castings = history.filter(({ action }) => action === 'item.castingVote');
        assert(castings.length <= 1);
        assert.equal(castings.length === 1, item.body.castingVote !== undefined);
        if (castings.length === 1) assert(tally.for === tally.against && tally.for > 0);
        ends.set(item.state, (ends.get(item.state) ?? 0) + 1);
      }),
      { numRuns: 5000 },
    );
    // The model is worth something only when runs reach every end.
    for (const state of ['VOTING', 'TIED', 'DECIDED'])
      assert((ends.get(state) ?? 0) > 5, JSON.stringify([...ends]));
  });
});
