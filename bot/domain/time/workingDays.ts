import type { Calendar } from './bankHolidays.ts';
import { isWeekend } from './bankHolidayRule.ts';

// The functions of DOMAIN §4.2. Dates are London calendar dates; every count is a whole number, or RangeError.

/** `n` calendar days after the date, which is day 0: addDays(2 October, 14) is 16 October. */
export function addDays(date: Temporal.PlainDate, n: number): Temporal.PlainDate {
  return date.add({ days: n });
}

/** The last day of a period of `n` days that begins with the date. RangeError for n < 1: no such period. */
export function inclusiveDays(date: Temporal.PlainDate, n: number): Temporal.PlainDate {
  requireCount(n);
  return date.add({ days: n - 1 });
}

/** The same day of the month `n` months later, or that month's last day when it is shorter. */
export function addMonths(date: Temporal.PlainDate, n: number): Temporal.PlainDate {
  return date.add({ months: n }, { overflow: 'constrain' });
}

/** Elapsed hours on the UTC line, across clock changes too. */
export function addHours(instant: Temporal.Instant, n: number): Temporal.Instant {
  return instant.add({ hours: n });
}

/** Monday to Friday and no bank holiday. */
export function isWorkingDay(calendar: Calendar, date: Temporal.PlainDate): boolean {
  return !isWeekend(date) && !calendar.isBankHoliday(date);
}

/** The `n`-th working day strictly after the date. RangeError for n < 1: the zeroth has no meaning. */
export function addWorkingDays(calendar: Calendar, date: Temporal.PlainDate, n: number): Temporal.PlainDate {
  return walkWorkingDays(calendar, date, n, 1);
}

/** The `n`-th working day strictly before the date. RangeError for n < 1. */
export function subWorkingDays(calendar: Calendar, date: Temporal.PlainDate, n: number): Temporal.PlainDate {
  return walkWorkingDays(calendar, date, n, -1);
}

/** The date itself if it is a working day, else the next one. */
export function nextWorkingDay(calendar: Calendar, date: Temporal.PlainDate): Temporal.PlainDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);
}

/** The date itself if it is a working day, else the one before. */
export function prevWorkingDay(calendar: Calendar, date: Temporal.PlainDate): Temporal.PlainDate {
  return isWorkingDay(calendar, date) ? date : subWorkingDays(calendar, date, 1);
}

/**
 * How many working days lie after `from`, up to and including `to`; 0 when `to` is not later. So
 * workingDaysUntil(d, addWorkingDays(d, n)) is n. Its cost grows with the distance.
 */
export function workingDaysUntil(
  calendar: Calendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): number {
  let count = 0;
  for (let day = to; Temporal.PlainDate.compare(day, from) > 0; day = day.subtract({ days: 1 })) {
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

function walkWorkingDays(calendar: Calendar, date: Temporal.PlainDate, n: number, step: 1 | -1) {
  requireCount(n);
  let day = date;
  for (let left = n; left > 0;) {
    day = day.add({ days: step });
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

function requireCount(n: number): void {
  if (!Number.isSafeInteger(n) || n < 1) {
    throw new RangeError(`A count of days is a whole number from 1 up, not ${n}`);
  }
}
