import { isWeekend } from './bankHolidayRule.ts';
import type { Calendar } from './bankHolidays.ts';
import { LONDON } from './london.ts';
import { addDays } from './workingDays.ts';

/** A booked time: UTC instants, which order and overlap, beside the London wall time people read (DOMAIN §4.6). */
export interface SessionTime {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly startLocal: Temporal.PlainDateTime;
  readonly endLocal: Temporal.PlainDateTime;
}

/**
 * Why a wall time is no instant: the clocks skip it in March, or it comes twice in October and nobody has yet
 * said which of the two is meant.
 */
export interface SessionTimeProblem {
  readonly problem: 'does-not-exist' | 'ambiguous';
}

/** Which of the two, on the night the clocks go back: 'earlier' is summer time, 'later' winter time. */
export type Fold = 'earlier' | 'later';

export const SESSION_MINUTES = 180;

/** DL-22: the second session comes at most this many days after the first, or earns a warning. */
export const LONGEST_GAP_DAYS = 28;

const EARLIEST_START = Temporal.PlainTime.from('08:00');
const LATEST_END = Temporal.PlainTime.from('20:00');

/**
 * The session that begins at a London wall time and lasts `minutes` of elapsed time (DOMAIN §4.6). `fold`
 * matters only where the wall time comes twice. RangeError unless minutes is a whole number above 0.
 */
export function sessionAt(
  local: Temporal.PlainDateTime,
  { fold }: { fold?: Fold } = {},
  minutes: number = SESSION_MINUTES,
): SessionTime | SessionTimeProblem {
  if (!Number.isSafeInteger(minutes) || minutes < 1) {
    throw new RangeError(`A session lasts a whole number of minutes, not ${minutes}`);
  }
  const earlier = local.toZonedDateTime(LONDON, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(LONDON, { disambiguation: 'later' });
  if (!earlier.toPlainDateTime().equals(local)) return { problem: 'does-not-exist' };
  if (!earlier.equals(later) && fold === undefined) return { problem: 'ambiguous' };

  const start = (fold === 'later' ? later : earlier).toInstant();
  const end = start.add({ minutes });
  const endLocal = end.toZonedDateTimeISO(LONDON).toPlainDateTime();
  return { start, end, startLocal: local, endLocal };
}

/** Whether two sessions share any time. One that starts as the other ends does not. */
export function sessionsOverlap(a: SessionTime, b: SessionTime): boolean {
  return Temporal.Instant.compare(a.start, b.end) < 0 && Temporal.Instant.compare(b.start, a.end) < 0;
}

export type SessionWarning =
  | 'OUTSIDE_HOURS'
  | 'WEEKEND'
  | 'BANK_HOLIDAY'
  | 'SAME_DAY_AS_SESSION_1'
  | 'TOO_LONG_AFTER_SESSION_1';

/**
 * What is unusual about a booking but may stand (DOMAIN §4.6, DL-22). Give `session1` when the booking is a
 * patient's second session.
 */
export function sessionWarnings(
  session: SessionTime,
  calendar: Calendar,
  session1?: SessionTime,
): SessionWarning[] {
  const day = session.startLocal.toPlainDate();
  const warnings: SessionWarning[] = [];
  if (isOutsideHours(session)) warnings.push('OUTSIDE_HOURS');
  if (isWeekend(day)) warnings.push('WEEKEND');
  if (calendar.isBankHoliday(day)) warnings.push('BANK_HOLIDAY');
  if (session1 !== undefined) {
    const first = session1.startLocal.toPlainDate();
    if (day.equals(first)) warnings.push('SAME_DAY_AS_SESSION_1');
    if (Temporal.PlainDate.compare(day, addDays(first, LONGEST_GAP_DAYS)) > 0) {
      warnings.push('TOO_LONG_AFTER_SESSION_1');
    }
  }
  return warnings;
}

function isOutsideHours({ startLocal, endLocal }: SessionTime): boolean {
  const opens = startLocal.toPlainDate().toPlainDateTime(EARLIEST_START);
  const closes = startLocal.toPlainDate().toPlainDateTime(LATEST_END);
  return (
    Temporal.PlainDateTime.compare(startLocal, opens) < 0 ||
    Temporal.PlainDateTime.compare(endLocal, closes) > 0
  );
}
