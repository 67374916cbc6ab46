/** Moving the demo clock (D14). */
import type { SettableClock } from '../clock.ts';
import type { Refusal } from '../contract/refusal.ts';
import { calendarOf } from '../domain/time/bankHolidays.ts';
import { momentLabel } from '../domain/time/labels.ts';
import { LONDON, londonDate } from '../domain/time/london.ts';
import { addDays, addWorkingDays } from '../domain/time/workingDays.ts';

const calendar = calendarOf();
const morning = '09:00';
const mostYears = 20;

const noSuchTime: Refusal = {
  code: 'invalid',
  field: 'to',
  message: 'There is no such date and time. Give one such as 2027-01-28T09:00.',
};
const backwards: Refusal = {
  code: 'refused',
  field: 'to',
  message:
    'The demo clock goes forward only: what was done already would lie in the future. Choose a later time.',
};
const tooFar: Refusal = {
  code: 'refused',
  field: 'to',
  message: `Choose a time within the next ${mostYears} years.`,
};

/** The clock in words, and as London wall-clock time to the minute. */
export function clockNow(clock: SettableClock) {
  const now = clock.now();
  const local = now.toZonedDateTimeISO(LONDON).toPlainDateTime();
  return { label: momentLabel(now), iso: local.toString({ smallestUnit: 'minute' }) };
}

/** How far ahead of the machine the clock must be to show `to`: 9am of a next day, or a London time. Milliseconds. */
export function offsetFor(clock: SettableClock, to: string): number | Refusal {
  const now = clock.now();
  const target = instantOf(to, londonDate(now));
  if (!target) return noSuchTime;
  if (Temporal.Instant.compare(target, now) < 0) return backwards;
  const latest = now.toZonedDateTimeISO(LONDON).add({ years: mostYears }).toInstant();
  if (Temporal.Instant.compare(target, latest) > 0) return tooFar;
  return clock.offset() + (target.epochMilliseconds - now.epochMilliseconds);
}

function instantOf(to: string, today: Temporal.PlainDate): Temporal.Instant | undefined {
  if (to === 'next-day') return morningOf(addDays(today, 1));
  if (to === 'next-working-day') return morningOf(addWorkingDays(calendar, today, 1));
  try {
    // A time skipped or repeated when the clocks change means what Temporal takes it to mean.
    return Temporal.PlainDateTime.from(to, { overflow: 'reject' }).toZonedDateTime(LONDON).toInstant();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function morningOf(date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: LONDON, plainTime: morning }).toInstant();
}
