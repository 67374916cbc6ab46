import type { Attendance } from '../../contract/referral.ts';
import {
  askReason,
  refuse,
  refuseFields,
  refuseStale,
  settle,
  type Decision,
  type Facts,
  type Refused,
} from '../decision.ts';
import { deadlineCatalogue } from '../time/deadlineCatalogue.ts';
import { timeLabel } from '../time/labels.ts';
import { LONDON } from '../time/london.ts';
import { SESSION_MINUTES } from '../time/sessions.ts';
import { hasBegun } from './bookSession.ts';
import { changesTo, end, moveOn, tellReferrer, tellTrainers } from './change.ts';
import { programmeOf } from './programme.ts';
import { whereItStands, type Referral, type ReferralBody, type Session } from './referral.ts';
import { outOfDate } from './transitions.ts';

/** How long after the start a patient counts as not having come (R10). */
export const MISSED_AFTER_MINUTES = 30;

/**
 * R9, R10, R13, R14, R18: how a session went, by its trainer or the coordinator. Attended in full moves on, and makes a
 * held second session certain; in part is repeated and never counts; a second miss closes the referral.
 */
export function markAttendance(input: Attendance, referral: Referral, facts: Facts): Decision {
  const session = referral.body.sessions[input.session];
  const stale = outOfDate('referral.markAttendance', input, referral, {
    session: input.session,
    by: input.mark,
  });
  if (stale) return stale;
  if (!session || session.mark) return refuseStale(whereItStands(referral));
  const refused =
    checkWho(session, facts) ??
    checkTime(input, session, referral, facts) ??
    checkMinutes(input, session, referral, facts);
  if (refused) return refused;

  const minutes = input.mark === 'DNA' ? 0 : (input.minutes ?? SESSION_MINUTES);
  const marked: Session = { ...session, mark: { as: input.mark, minutes, at: facts.now.toString() } };
  const body: ReferralBody = {
    ...referral.body,
    sessions: { ...referral.body.sessions, [input.session]: marked },
    dnaCount: referral.body.dnaCount + (input.mark === 'DNA' ? 1 : 0),
  };
  switch (input.mark) {
    case 'ATTENDED':
      return attended(input, referral, body, facts);
    case 'PARTIAL':
      return repeat(input, referral, body, facts);
    case 'DNA':
      return body.dnaCount >= programmeOf(referral.profile).maxDna
        ? {
            ...end(referral, facts, { state: 'CLOSED_DNA', body }),
            ...noted(
              input,
              referral,
              'CLOSED_DNA',
              'Noted. This was the second miss, so the referral is closed.',
            ),
          }
        : repeat(input, referral, body, facts);
  }
}

function attended(input: Attendance, referral: Referral, body: ReferralBody, facts: Facts): Decision {
  if (input.session === 2) {
    const deadlines = settle(referral, 'DL-22', facts.now);
    const after = moveOn(referral, facts, { state: 'S2_DONE', body, deadlines });
    return {
      ...changesTo(referral, after),
      notices: [
        ...tellReferrer('referral.bothAttended', after, facts),
        {
          template: 'referral.awardDue',
          ref: after.ref,
          to: { roles: ['RCO'], organisation: referral.body.provider },
        },
      ],
      ...noted(input, referral, after.state, 'Noted: both sessions are attended. The award comes next.'),
    };
  }
  const [one, two] = [body.sessions[1], body.sessions[2]];
  const day = Temporal.PlainDateTime.from(one?.startLocal ?? '').toPlainDate();
  const deadlines = {
    ...referral.deadlines,
    'DL-22': { dueOn: deadlineCatalogue['DL-22'].due(day, facts.calendar).toString() },
  };
  const after = moveOn(referral, facts, {
    state: two ? 'S2_BOOKED' : 'S1_DONE',
    deadlines,
    body: two ? { ...body, sessions: { ...body.sessions, 2: { ...two, provisional: false } } } : body,
  });
  const message = two
    ? 'Noted. The second session is now certain.'
    : 'Noted. The second session is to be booked.';
  return { ...changesTo(referral, after), ...noted(input, referral, after.state, message) };
}

/** Not attended in full: the same session again. A held second one is let go, for it must come after the first. */
function repeat(input: Attendance, referral: Referral, body: ReferralBody, facts: Facts): Decision {
  const held = input.session === 1 ? body.sessions[2] : undefined;
  const { 2: _second, ...first } = body.sessions;
  const state = `S${input.session}_${input.mark === 'DNA' ? 'DNA' : 'CANCELLED'}` as const;
  const after = moveOn(referral, facts, {
    state,
    body: { ...body, sessions: input.session === 1 ? first : body.sessions },
  });
  return {
    ...changesTo(referral, after),
    notices: [
      ...tellTrainers('session.cancelled', after, held ? [held] : [], facts),
      {
        template: 'referral.bookAgain',
        ref: after.ref,
        to: { roles: ['RCO'], organisation: referral.body.provider },
      },
    ],
    ...noted(input, referral, state, `Noted. Session ${input.session} is to be booked again.`),
  };
}

function noted(input: Attendance, referral: Referral, state: Referral['state'], message: string) {
  return {
    entries: [
      {
        ref: referral.ref,
        action: 'referral.marked',
        content: {
          session: input.session,
          mark: input.mark,
          ...(input.minutes === undefined ? {} : { minutes: input.minutes }),
          ...(input.reasons ? { reasons: input.reasons } : {}),
        },
      },
    ],
    outcome: { ref: referral.ref, state, version: referral.version + 1, message },
  };
}

/** A trainer marks the sessions they hold themselves, also where they hold the other one of the same patient. */
function checkWho(session: Session, { actor }: Facts): Refused | undefined {
  if (actor.role !== 'RTR' || session.trainer.person === actor.person) return undefined;
  return {
    changed: false,
    refusal: { code: 'notAvailable', message: 'This is not available to your role.' },
  };
}

function checkTime(
  input: Attendance,
  session: Session,
  referral: Referral,
  facts: Facts,
): Refused | undefined {
  if (!hasBegun(session, facts)) {
    return refuse('R9', 'This session has not begun. Say how it went once it has.', 'mark');
  }
  if (input.mark === 'ATTENDED') return checkFullLength(input, session, referral, facts);
  const missedFrom = Temporal.Instant.from(session.start).add({ minutes: MISSED_AFTER_MINUTES });
  if (input.mark !== 'DNA' || Temporal.Instant.compare(facts.now, missedFrom) >= 0) return undefined;
  return refuse(
    'R10',
    `Wait until ${MISSED_AFTER_MINUTES} minutes after the start before you note that nobody came.`,
    'mark',
  );
}

/** R9, R13: nobody has been there for a full session before it can have lasted that long. */
function checkFullLength(
  input: Attendance,
  session: Session,
  referral: Referral,
  facts: Facts,
): Refused | undefined {
  const { minMinutes } = programmeOf(referral.profile);
  const from = attendedFrom(session, referral);
  const isShort = input.minutes !== undefined && input.minutes < minMinutes;
  if (isShort || Temporal.Instant.compare(facts.now, from) >= 0) return undefined;
  const time = timeLabel(from.toZonedDateTimeISO(LONDON).toPlainTime());
  return refuse(
    'R9',
    `A full session is at least ${minMinutes} minutes. You can mark it as attended from ${time}.`,
    'mark',
  );
}

/** The first moment at which a session can have been attended in full (R9, R13). */
export function attendedFrom({ start }: Session, { profile }: Referral): Temporal.Instant {
  return Temporal.Instant.from(start).add({ minutes: programmeOf(profile).minMinutes });
}

function checkMinutes(
  input: Attendance,
  session: Session,
  referral: Referral,
  facts: Facts,
): Refused | undefined {
  const { minMinutes } = programmeOf(referral.profile);
  const field = 'minutes';
  const passed = Math.floor(facts.now.since(Temporal.Instant.from(session.start)).total('minutes'));
  if (input.mark !== 'DNA' && (input.minutes ?? 0) > passed) {
    const message = `The session began ${passed} minutes ago. Give no more minutes than that.`;
    return refuseFields([{ field, message, rule: 'R9' }]);
  }
  switch (input.mark) {
    case 'ATTENDED':
      if ((input.minutes ?? SESSION_MINUTES) >= minMinutes || input.reasons?.['R9']) return undefined;
      return askReason(
        'R9',
        `A full session is at least ${minMinutes} minutes. Mark it as attended in part, or give a reason.`,
        field,
      );
    case 'PARTIAL':
      if (input.minutes === undefined) {
        return refuseFields([{ field, message: 'Give the minutes the patient was there.' }]);
      }
      if (input.minutes < minMinutes) return undefined;
      return refuseFields([
        { field, message: `From ${minMinutes} minutes on, mark the session as attended.` },
      ]);
    case 'DNA':
      if (input.minutes === undefined) return undefined;
      return refuseFields([
        { field, message: 'Leave the minutes empty, or mark the session as attended in part.' },
      ]);
  }
}
