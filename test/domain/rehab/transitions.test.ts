import assert from 'node:assert/strict';
import {
  awardRecord,
  referralAttempt,
  referralBooking,
  referralState,
  type ReferralState,
} from '../../../bot/contract/referral.ts';
import { attendanceMarks, awards, closeWays, contactOutcomes } from '../../../bot/contract/referralWords.ts';
import type { Decision } from '../../../bot/domain/decision.ts';
import { bookSession } from '../../../bot/domain/rehab/bookSession.ts';
import { logAttempt } from '../../../bot/domain/rehab/callPatient.ts';
import { cancelSession } from '../../../bot/domain/rehab/cancelSession.ts';
import { queueOf } from '../../../bot/domain/rehab/change.ts';
import { closeReferral, recordAward, withdrawReferral } from '../../../bot/domain/rehab/endReferral.ts';
import { markAttendance } from '../../../bot/domain/rehab/markAttendance.ts';
import { hasEnded, type Referral, type SessionNumber } from '../../../bot/domain/rehab/referral.ts';
import { referralTransitions } from '../../../bot/domain/rehab/transitions.ts';
import { changesOf, refusalOf } from '../incident/facts.ts';
import { asCoordinator, asReferrer, asTrainer, day1, day2, findTrainer, referralIn } from './referrals.ts';

interface Step {
  readonly command: string;
  readonly session?: SessionNumber;
  readonly by?: string;
  readonly take: (referral: Referral) => Decision;
}

const keys = <T extends object>(labels: T) => Object.keys(labels) as (keyof T)[];
const numbers = [1, 2] as const;
const before = '2027-01-11T10:00:00Z';
const later = '2027-02-20T10:00:00Z';
const afterSession = { 1: `${day1}T13:05:00Z`, 2: `${day2}T13:05:00Z` } as const;
const reason = 'The patient is moving away.';
const mark = (session: SessionNumber, as: keyof typeof attendanceMarks) => (referral: Referral) =>
  markAttendance(
    { ref: referral.ref, session, mark: as, ...(as === 'PARTIAL' ? { minutes: 60 } : {}) },
    referral,
    asTrainer(afterSession[session]),
  );

/** Every step there is, each with whatever its guard asks for. */
const steps: readonly Step[] = [
  ...keys(contactOutcomes).map((by) => ({
    command: 'referral.logAttempt',
    by,
    take: (referral: Referral) =>
      logAttempt(
        referralAttempt.parse({ ref: referral.ref, outcome: by, accessConfirmed: true }),
        referral,
        asCoordinator(before),
      ),
  })),
  ...keys(closeWays).map((by) => ({
    command: 'referral.close',
    by,
    take: (referral: Referral) => closeReferral({ how: by, reason }, referral, asCoordinator(later)),
  })),
  {
    command: 'referral.withdraw',
    take: (referral) => withdrawReferral({ reason }, referral, asReferrer()),
  },
  ...numbers.map((session) => ({
    command: 'referral.book',
    session,
    take: (referral: Referral) =>
      bookSession(
        referralBooking.parse({
          ref: referral.ref,
          session,
          trainer: 'person-603',
          start: session === 1 ? '2027-01-21T10:00' : '2027-02-03T10:00',
        }),
        referral,
        findTrainer,
        asCoordinator(before),
      ),
  })),
  ...numbers.map((session) => ({
    command: 'referral.cancelSession',
    session,
    take: (referral: Referral) => cancelSession({ session, by: 'PATIENT' }, referral, asCoordinator(before)),
  })),
  ...numbers.flatMap((session) =>
    keys(attendanceMarks).map((by) => ({
      command: 'referral.markAttendance',
      session,
      by,
      take: mark(session, by),
    })),
  ),
  ...keys(awards).map((by) => ({
    command: 'referral.recordAward',
    by,
    take: (referral: Referral) =>
      recordAward(
        awardRecord.parse({
          ref: referral.ref,
          award: by,
          ...(by === 'AWARDED'
            ? { awardedOn: '2027-01-28', certificate: 'SG-1' }
            : { noAwardReason: 'NOT_PASSED' }),
        }),
        referral,
        asCoordinator(later),
      ),
  })),
];

const rowsFor = (step: Step, state: ReferralState) =>
  referralTransitions.filter(
    (row) =>
      row.command === step.command &&
      row.from.includes(state) &&
      (row.session === undefined || row.session === step.session) &&
      (row.by === undefined || row.by.includes(step.by ?? '')),
  );

describe('the life of a referral (§3.2), every step in every state', () => {
  for (const step of steps) {
    for (const state of referralState.options) {
      const row = rowsFor(step, state).find(({ id }) => id !== 'R18');
      const what = [step.command, step.session, step.by].filter(Boolean).join(' ');
      it(`${row?.id ?? 'no row'}: ${what} from ${state} ${row ? `gives ${row.to}` : 'shows the present state'}`, () => {
        // Session 2 can be called off in S1_BOOKED only where one is held.
        const isHeld = row?.id === 'R12a, let go';
        const held = { ...referralIn('S2_BOOKED').body.sessions[2], provisional: true };
        const base = referralIn(state);
        const sessions = { ...base.body.sessions, 2: held } as Referral['body']['sessions'];
        const decision = step.take(isHeld ? referralIn(state, { sessions }) : base);

        if (!row) {
          assert.equal(refusalOf(decision).code, 'stale');
          return;
        }
        const { heads, entries } = changesOf(decision);
        const to = row.to === 'the same' ? state : row.to;
        assert.equal(heads[0]?.state, to);
        assert.equal(heads[0]?.queue, queueOf[to]);
        assert.equal(heads[0]?.version, base.version + 1);
        assert.equal(entries.length, 1);
      });
    }
  }

  it('every transition of the table is taken by a step of this test, or makes the record', () => {
    const taken = new Set(
      steps.flatMap((step) => referralState.options.flatMap((state) => rowsFor(step, state))),
    );

    const missing = referralTransitions.filter((row) => row.from.length > 0 && !taken.has(row));

    assert.deepEqual(missing, []);
  });

  for (const session of numbers) {
    it(`R18: a second miss, of session ${session}, closes the referral and tells the referrer`, () => {
      const referral = referralIn(session === 1 ? 'S1_BOOKED' : 'S2_BOOKED', { dnaCount: 1 });

      const changes = changesOf(mark(session, 'DNA')(referral));

      assert.equal(changes.heads[0]?.state, 'CLOSED_DNA');
      assert.deepEqual(
        changes.notices?.map(({ template }) => template),
        ['referral.outcome'],
      );
    });
  }

  it('a referral that is not ended always waits in a list, an ended one in none', () => {
    for (const state of referralState.options) assert.equal(queueOf[state] === undefined, hasEnded(state));
  });
});
