import type { DeadlineView } from '../../contract/answers.ts';
import type { Deadline } from '../decision.ts';
import type { Calendar } from './bankHolidays.ts';
import { londonDate } from './london.ts';
import { addDays, prevWorkingDay, subWorkingDays } from './workingDays.ts';

/** A deadline is a London date, good until that day ends, or an instant where a rule counts hours. */
export type Due = Temporal.PlainDate | Temporal.Instant;

/** DOMAIN §4.5. */
export type DeadlineState = DeadlineView['state'];

const SOON_WORKING_DAYS = 3;

/**
 * Where a deadline stands at an instant (DOMAIN §4.5). Meeting one at its very last instant is in time. It may
 * be settled by a bare date, where a paper gives no hour; it is then in time on the whole of its last day.
 * RangeError when it has neither `dueOn` nor `dueAt`.
 */
export function deadlineState(deadline: Deadline, now: Temporal.Instant, calendar: Calendar): DeadlineState {
  const due = dueOf(deadline);
  if (deadline.cancelled === true) return 'CANCELLED';
  if (deadline.settledAt !== undefined) {
    return isAfter(readMoment(deadline.settledAt), due) ? 'MET_LATE' : 'MET';
  }
  if (isAfter(now, due)) return 'OVERDUE';

  const today = londonDate(now);
  if (today.equals(dateOf(due))) return 'DUE_TODAY';
  const soon = reminderDates(due, calendar).soon;
  return Temporal.PlainDate.compare(today, soon) >= 0 ? 'DUE_SOON' : 'ON_TRACK';
}

/**
 * The London dates on which whoever must act is reminded: 3 working days before, on the day, the day after
 * (DOMAIN §4.5). A deadline that falls on a day off is counted from the working day before it, the last one
 * it can be met on at work; so the first reminder and the state DUE_SOON always begin together. The first may
 * lie before the clock began.
 */
export function reminderDates(due: Due, calendar: Calendar) {
  const day = dateOf(due);
  return {
    soon: subWorkingDays(calendar, prevWorkingDay(calendar, day), SOON_WORKING_DAYS),
    due: day,
    late: addDays(day, 1),
  };
}

/** When a stored deadline is due. RangeError when it does not say. */
export function dueOf({ dueOn, dueAt }: Deadline): Due {
  const text = dueAt ?? dueOn;
  if (text === undefined) throw new RangeError('A deadline needs a date or an instant');
  return readMoment(text);
}

/** The London date of a deadline. */
export function dateOf(due: Due): Temporal.PlainDate {
  return due instanceof Temporal.Instant ? londonDate(due) : due;
}

function readMoment(text: string): Due {
  return text.includes('T') ? Temporal.Instant.from(text) : Temporal.PlainDate.from(text);
}

// Two instants compare as such; where either side is only a date, dates do.
function isAfter(moment: Due, due: Due): boolean {
  if (moment instanceof Temporal.Instant && due instanceof Temporal.Instant) {
    return Temporal.Instant.compare(moment, due) > 0;
  }
  return Temporal.PlainDate.compare(dateOf(moment), dateOf(due)) > 0;
}
