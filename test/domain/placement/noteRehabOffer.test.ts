import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  placementState,
  rehabSteps,
  type RehabNote,
  type RehabStep,
} from '../../../bot/contract/placement.ts';
import { noteRehabOffer, stageAfter } from '../../../bot/domain/placement/noteRehabOffer.ts';
import type { Placement } from '../../../bot/domain/placement/placement.ts';
import { changesOf, factsFor } from '../incident/facts.ts';
import { openedPlacement } from './placements.ts';

const facts = factsFor({ now: Temporal.Instant.from('2027-03-01T09:00:00Z') });
const sent = ['2027-01-12T10:00:00Z', '2027-02-02T11:30:00.5Z', '2027-02-20T10:00:00Z'] as const;

/** What the referral sent as the `offer`th of this patient tells when it takes a step. */
const note = (step: RehabStep, offer: 0 | 1 | 2 = 0): RehabNote => ({
  ref: 'PLC-2027-0000000',
  area: 'brookshire',
  referral: `REF-2027-000000${offer}`,
  provider: 'steady-ground',
  referrer: 'crossfield',
  step,
  offeredAt: sent[offer],
  at: Temporal.Instant.from(sent[offer])
    .add({ hours: rehabSteps.indexOf(step) })
    .toString(),
});

const after = (placement: Placement, given: RehabNote): Placement =>
  (changesOf(noteRehabOffer(given, placement, facts)).heads[0] ?? placement) as Placement;
const afterAll = (notes: readonly RehabNote[]) => notes.reduce(after, openedPlacement());
/** All that people see of it; version and history grow with what was told, in whatever order it was. */
const shown = ({ body, deadlines, caseload, state }: Placement) => ({
  offer: body.rehabOffer,
  met: deadlines['DL-25']?.settledAt,
  caseload,
  state,
});

describe('§3.2, scheme duty: the rehab offer on a placement', () => {
  for (const step of rehabSteps)
    it(`${step} makes it ${stageAfter[step]}, with a line of history, in every state of the placement`, () => {
      for (const state of placementState.options) {
        const placement = { ...openedPlacement(), state };
        const changes = changesOf(noteRehabOffer(note(step), placement, facts));

        const [next] = changes.heads as Placement[];
        assert.equal(next?.body.rehabOffer.stage, stageAfter[step]);
        assert.equal(next?.state, state);
        assert.equal(next?.version, placement.version + 1);
        assert.deepEqual(
          changes.entries.map(({ action, content }) => [action, content['step']]),
          [['placement.rehabOffer', step]],
        );
      }
    });

  it('DL-25 is met by the first offer, on the day it was made and not when it was noted', () => {
    const placement = afterAll([note('SUBMITTED', 0), note('DECLINED', 0), note('SUBMITTED', 1)]);

    assert.equal(placement.deadlines['DL-25']?.settledAt, sent[0]);
  });

  it('a patient who could not be reached has still been offered it', () => {
    const { rehabOffer } = afterAll([note('SUBMITTED'), note('UNREACHABLE')]).body;

    assert.deepEqual(rehabOffer.stage, 'OFFERED');
  });

  it('a second referral, after a no, is an offer again', () => {
    const { rehabOffer } = afterAll([note('SUBMITTED'), note('DECLINED'), note('SUBMITTED', 1)]).body;

    assert.deepEqual(rehabOffer.stage, 'OFFERED');
  });

  it('what is known already, or was overtaken, changes nothing and writes no history', () => {
    const placement = afterAll([note('SUBMITTED'), note('ACCEPTED')]);

    for (const step of ['SUBMITTED', 'UNREACHABLE', 'ACCEPTED'] as const) {
      const changes = changesOf(noteRehabOffer(note(step), placement, facts));
      assert.deepEqual([changes.heads, changes.entries], [[], []]);
    }
  });

  it('late, repeated, in any order: the end is the same as told once, in order', () => {
    const notes = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...rehabSteps), fc.constantFrom<0 | 1 | 2>(0, 1, 2)),
      { minLength: 1, selector: ([step, offer]) => `${offer} ${step}` },
    );
    fc.assert(
      fc.property(
        notes.chain((told) =>
          fc.tuple(
            fc.constant(told),
            fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 }),
          ),
        ),
        ([told, delivered]) => {
          const inOrder = told.toSorted(
            ([one, first], [other, second]) =>
              first - second || rehabSteps.indexOf(one) - rehabSteps.indexOf(other),
          );

          const expected = shown(afterAll(inOrder.map(([step, offer]) => note(step, offer))));
          const actual = shown(afterAll(delivered.map(([step, offer]) => note(step, offer))));

          assert.deepEqual(actual, expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a later stage is never overwritten by an earlier one of the same referral, after every single note', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...rehabSteps), { minLength: 2 }), (steps) => {
        let highest = -1;
        let placement = openedPlacement();
        for (const step of steps) {
          placement = after(placement, note(step));
          highest = Math.max(highest, rehabSteps.indexOf(step));
          const { rehabOffer } = placement.body;
          assert.equal('step' in rehabOffer && rehabSteps.indexOf(rehabOffer.step), highest);
        }
      }),
    );
  });
});
