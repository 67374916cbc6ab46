/** A session in words, and what may be done with it now. */
import type { Answer } from '../../contract/questions.ts';
import { accessNeeds, attendanceMarks, digitalWays, interpreterNeeds } from '../../contract/referralWords.ts';
import { attendedFrom, MISSED_AFTER_MINUTES } from '../../domain/rehab/markAttendance.ts';
import type { Referral, Session, SessionNumber } from '../../domain/rehab/referral.ts';
import { mayMove } from '../../domain/rehab/transitions.ts';
import { dateLabel, timeLabel, timeRangeLabel } from '../../domain/time/labels.ts';
import { LONDON } from '../../domain/time/london.ts';

type SessionView = Answer<'referral.page'>['sessions'][number];

export function sessionView(number: SessionNumber, session: Session, now: Temporal.Instant) {
  const start = Temporal.PlainDateTime.from(session.startLocal);
  const end = Temporal.Instant.from(session.end).toZonedDateTimeISO(LONDON);
  return {
    session: number,
    day: dateLabel(start.toPlainDate()),
    time: timeRangeLabel(start.toPlainTime(), end.toPlainTime()),
    startLocal: session.startLocal,
    standing: standingOf(session, now),
    provisional: session.provisional === true && !session.mark,
  } satisfies SessionView;
}

/** With who holds it and where: for the coordinator. */
export function fullSessionView(number: SessionNumber, session: Session, now: Temporal.Instant): SessionView {
  return {
    ...sessionView(number, session, now),
    trainer: session.trainer.person,
    trainerName: session.trainer.name,
    ...(session.joinLink ? { joinLink: session.joinLink } : {}),
  };
}

/** Which sessions each step would take now. */
export function sessionSteps(referral: Referral, now: Temporal.Instant) {
  const numbers = [1, 2] as const;
  const coming = (number: SessionNumber) => {
    const session = referral.body.sessions[number];
    return session !== undefined && !session.mark && !hasCome(session, now);
  };
  return {
    bookable: numbers.filter((number) => {
      const session = referral.body.sessions[number];
      const isUnderWay = session !== undefined && !session.mark && hasCome(session, now);
      return mayMove('referral.book', referral.state, { session: number }) && !isUnderWay;
    }),
    cancellable: numbers.filter(
      (number) => mayMove('referral.cancelSession', referral.state, { session: number }) && coming(number),
    ),
    markable: numbers.filter((number) => isMarkable(referral, number, now)),
  };
}

export function isMarkable(referral: Referral, number: SessionNumber, now: Temporal.Instant): boolean {
  const session = referral.body.sessions[number];
  const isAllowed = mayMove('referral.markAttendance', referral.state, { session: number });
  return isAllowed && session !== undefined && !session.mark && hasCome(session, now);
}

/** Whether the patient can already be marked as not having come (R10). */
export function isMissable(referral: Referral, number: SessionNumber, now: Temporal.Instant): boolean {
  const start = referral.body.sessions[number]?.start;
  if (start === undefined || !isMarkable(referral, number, now)) return false;
  const from = Temporal.Instant.from(start).add({ minutes: MISSED_AFTER_MINUTES });
  return Temporal.Instant.compare(now, from) >= 0;
}

/** For a session that has begun: until it can be marked as attended, the time from which it can (R9, R13). */
export function attendableFrom(
  referral: Referral,
  number: SessionNumber,
  now: Temporal.Instant,
): { attendedFrom?: string } {
  const session = referral.body.sessions[number];
  if (!session || !isMarkable(referral, number, now)) return {};
  const from = attendedFrom(session, referral);
  if (Temporal.Instant.compare(now, from) >= 0) return {};
  return { attendedFrom: timeLabel(from.toZonedDateTimeISO(LONDON).toPlainTime()) };
}

/** What the patient needs, in words, for the trainer and the coordinator. */
export function needsInWords({ body: { form } }: Referral): string[] {
  const interpreter =
    form.interpreter === 'NO'
      ? []
      : [`Interpreter: ${form.interpreterLanguage ?? interpreterNeeds[form.interpreter]}`];
  return [
    ...form.accessNeeds.filter((need) => need !== 'NONE').map((need) => accessNeeds[need]),
    ...interpreter,
    `Teams: ${digitalWays[form.digitalAccess]}`,
  ];
}

function standingOf(session: Session, now: Temporal.Instant): string {
  const { mark, provisional } = session;
  if (mark)
    return mark.as === 'DNA' ? attendanceMarks.DNA : `${attendanceMarks[mark.as]} (${mark.minutes} minutes)`;
  if (provisional) return 'Held';
  return isOver(session, now) ? 'No result yet' : 'Booked';
}

const hasCome = ({ start }: Session, now: Temporal.Instant) =>
  Temporal.Instant.compare(Temporal.Instant.from(start), now) <= 0;

/** Whether its time has passed: from then on it waits for a result. */
export const isOver = ({ end }: Pick<Session, 'end'>, now: Temporal.Instant) =>
  Temporal.Instant.compare(Temporal.Instant.from(end), now) <= 0;
