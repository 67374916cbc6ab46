import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  attendance,
  awardRecord,
  referralAttempt,
  referralBooking,
  referralState,
} from '../../../bot/contract/referral.ts';
import { attendanceMarks, contactOutcomes } from '../../../bot/contract/referralWords.ts';
import type { Decision } from '../../../bot/domain/decision.ts';
import { bookSession } from '../../../bot/domain/rehab/bookSession.ts';
import { logAttempt } from '../../../bot/domain/rehab/callPatient.ts';
import { cancelSession } from '../../../bot/domain/rehab/cancelSession.ts';
import { claimsOf, queueOf } from '../../../bot/domain/rehab/change.ts';
import { closeReferral, recordAward } from '../../../bot/domain/rehab/endReferral.ts';
import { identifiersOf } from '../../../bot/domain/rehab/identifiers.ts';
import { markAttendance } from '../../../bot/domain/rehab/markAttendance.ts';
import { hasEnded, type Referral } from '../../../bot/domain/rehab/referral.ts';
import { londonDate } from '../../../bot/domain/time/london.ts';
import { asCoordinator, findTrainer, referralIn } from './referrals.ts';

type Step = (referral: Referral, now: string) => Decision;
const keys = <T extends object>(labels: T) => Object.keys(labels) as (keyof T & string)[];
const sessionNumber = fc.constantFrom(1 as const, 2 as const);
const trainer = fc.constantFrom('person-602', 'person-603');
/** A wall time on a quarter of an hour, so many days after `now`; the walk runs through a clock change. */
const slot = fc
  .record({ trainer, day: fc.integer({ min: 0, max: 9 }), quarter: fc.nat({ max: 95 }) })
  .map((wanted) => (now: string) => ({
    trainer: wanted.trainer,
    start: londonDate(Temporal.Instant.from(now))
      .toPlainDateTime('00:00')
      .add({ days: wanted.day, minutes: wanted.quarter * 15 })
      .toString({ smallestUnit: 'minute' }),
  }));
const reasons = { '§4.6': 'The patient asked for this.', R9: 'The patient had to leave.' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(...keys(contactOutcomes).filter((outcome) => outcome !== 'SPOKE_DECLINED')).map(
    (outcome): Step =>
      (referral, now) =>
        logAttempt(
          referralAttempt.parse({ ref: referral.ref, outcome, accessConfirmed: true }),
          referral,
          asCoordinator(now),
        ),
  ),
  fc.record({ session: sessionNumber, slot, second: fc.option(slot, { nil: undefined }) }).map(
    ({ session, slot: wanted, second }): Step =>
      (referral, now) =>
        bookSession(
          referralBooking.parse({
            ref: referral.ref,
            session,
            ...wanted(now),
            second: second?.(now),
            reasons,
          }),
          referral,
          findTrainer,
          asCoordinator(now),
        ),
  ),
  sessionNumber.map(
    (session): Step =>
      (referral, now) =>
        cancelSession({ session, by: 'PROVIDER' }, referral, asCoordinator(now)),
  ),
  fc.record({ session: sessionNumber, mark: fc.constantFrom(...keys(attendanceMarks)) }).map(
    ({ session, mark }): Step =>
      (referral, now) =>
        markAttendance(
          attendance.parse({
            ref: referral.ref,
            session,
            mark,
            ...(mark === 'PARTIAL' ? { minutes: 90 } : {}),
          }),
          referral,
          asCoordinator(now),
        ),
  ),
  fc.constant<Step>((referral, now) =>
    recordAward(
      awardRecord.parse({ ref: referral.ref, award: 'NO_AWARD', noAwardReason: 'NOT_PASSED' }),
      referral,
      asCoordinator(now),
    ),
  ),
  fc.constant<Step>((referral, now) =>
    closeReferral({ how: 'UNREACHABLE', reason: 'x' }, referral, asCoordinator(now)),
  ),
);

/** What passes before each step: some hours, or the time until the next session is over. */
const passing = fc.oneof(fc.nat({ max: 60 }), fc.constant('session' as const));
const walk = fc.array(fc.tuple(passing, step), { minLength: 1, maxLength: 60, size: 'max' });
type Walk = readonly (readonly [number | 'session', Step])[];

function later(now: Temporal.Instant, passes: number | 'session', { body }: Referral): Temporal.Instant {
  if (passes !== 'session') return now.add({ hours: passes });
  const next = [body.sessions[1], body.sessions[2]].find((session) => session && !session.mark);
  const end = next ? Temporal.Instant.from(next.end) : now;
  return Temporal.Instant.compare(end, now) > 0 ? end : now;
}

/** Takes the steps one after the other, and gives every change to `see`, with what the store then holds. */
function live(
  steps: Walk,
  see: (before: Referral, after: Referral, claims: ReadonlySet<string>) => void,
): void {
  let referral = referralIn('SUBMITTED', { calls: [] });
  let now = Temporal.Instant.from('2027-03-11T10:00:00Z');
  const claims = new Set(claimsOf(referral).map(({ id }) => id));
  for (const [passes, take] of steps) {
    now = later(now, passes, referral);
    const decision = take(referral, now.toString());
    if (!decision.changed) continue;
    for (const id of decision.surrenders ?? []) {
      assert.ok(claims.delete(id), `${id} is given up but not held`);
    }
    for (const { id } of decision.claims ?? []) {
      assert.ok(!claims.has(id), `${id} is claimed twice`);
      claims.add(id);
    }
    const after = decision.heads[0] as Referral;
    assert.equal(decision.entries.length, 1);
    see(referral, after, claims);
    referral = after;
  }
}

describe('whatever happens to a referral', () => {
  it('reaches every state a walk of calls, bookings and marks can lead to', () => {
    const reached = new Set<string>();
    for (const steps of fc.sample(walk, { numRuns: 400, seed: 7 }))
      live(steps, (_before, after) => reached.add(after.state));

    const unreached = referralState.options.filter((state) => !reached.has(state));
    assert.deepEqual(unreached, ['SUBMITTED', 'DECLINED', 'COMPLETED', 'WITHDRAWN']);
  });

  it('HS-09 §4.6 the claims in the store are those its state needs, no more and no fewer', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        live(steps, (_before, after, claims) => {
          assert.deepEqual(new Set(claims), new Set(claimsOf(after).map(({ id }) => id)));
        });
      }),
      { numRuns: 200 },
    );
  });

  it('it moves one version at a time, never out of an ended state, and its work list follows its state', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        live(steps, (before, after) => {
          assert.equal(after.version, before.version + 1);
          assert.equal(hasEnded(before.state), false);
          assert.equal(after.queue, queueOf[after.state]);
          assert.equal(after.nextAt === undefined, after.queue === undefined);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('R12 session 2 is never before the end of session 1, and is certain only once that is attended', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        live(steps, (_before, { body: { sessions } }) => {
          const [one, two] = [sessions[1], sessions[2]];
          if (!two) return;
          assert.ok(one && Temporal.Instant.compare(one.end, two.start) < 0);
          assert.equal(two.provisional === true, one.mark?.as !== 'ATTENDED');
        });
      }),
      { numRuns: 200 },
    );
  });

  it('R18 a second miss ends it, and an ended one has no open deadline and nothing still to come', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        live(steps, (_before, after) => {
          assert.equal(after.body.dnaCount >= 2, after.state === 'CLOSED_DNA');
          if (!hasEnded(after.state)) return;
          const open = Object.values(after.deadlines).filter((kept) => !kept.settledAt && !kept.cancelled);
          assert.deepEqual(open, []);
          for (const session of Object.values(after.body.sessions)) assert.ok(session.mark);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('§1.2 it is assigned to the trainers of its sessions and to nobody else', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        live(steps, (_before, after) => {
          const trainers = Object.values(after.body.sessions).map((session) => session.trainer.person);
          assert.deepEqual(new Set(after.assignedTo), new Set(trainers));
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('HS-13 what identifies somebody in a referral', () => {
  it('names the patient, every number, the risks, the notes and the staff', () => {
    const referral = referralIn('S2_BOOKED', {
      calls: [
        { at: '2027-01-05T10:00:00Z', number: '07700 900177', outcome: 'NO_ANSWER', note: 'His sister.' },
      ],
    });
    const { form } = referral.body;

    const texts = identifiersOf(referral);

    for (const text of [form.patientFirstName, form.patientLastName, form.patientPhone, form.nhsNumber])
      assert.ok(texts.includes(String(text)));
    for (const text of ['07700 900177', 'His sister.', 'Kezia Boateng', 'Priya Shah', form.knownRisks])
      assert.ok(texts.includes(text));
  });
});
