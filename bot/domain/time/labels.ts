import type { Calendar } from './bankHolidays.ts';
import { LONDON } from './london.ts';
import { workingDaysUntil } from './workingDays.ts';

// Dates and times as people say them. The words are spelled out here because the runtime's own change with
// its language data.
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

// Beyond this nobody thinks in working days. It still holds an appeal window of 30 working days at Christmas.
const FAR_DAYS = 60;

/** "Thursday 28 January 2027". */
export function dateLabel(date: Temporal.PlainDate): string {
  return `${WEEKDAYS[date.dayOfWeek - 1]} ${date.day} ${MONTHS[date.month - 1]} ${date.year}`;
}

/** "Thursday 28 January 2027 (in 6 working days)". */
export function dateWithDistanceLabel(
  date: Temporal.PlainDate,
  today: Temporal.PlainDate,
  calendar: Calendar,
): string {
  return `${dateLabel(date)} (${distanceLabel(date, today, calendar)})`;
}

/**
 * How far a date is from today: "today", "tomorrow", "yesterday", "in 6 working days", "2 working days ago";
 * plain days when no working day lies between; about so many months or years when it is far.
 */
export function distanceLabel(
  date: Temporal.PlainDate,
  today: Temporal.PlainDate,
  calendar: Calendar,
): string {
  const days = today.until(date).days;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const [from, to] = days > 0 ? [today, date] : [date, today];
  const length = Math.abs(days) > FAR_DAYS ? longLength(from, to) : shortLength(from, to, calendar);
  return days > 0 ? `in ${length}` : `${length} ago`;
}

/** "Sunday 28 March 2027 at 6:25pm", London time. */
export function momentLabel(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO(LONDON);
  return `${dateLabel(local.toPlainDate())} at ${timeLabel(local.toPlainTime())}`;
}

/** "10am", "9:30am", "midday", "midnight": 12am and 12pm are too easily mistaken for each other. */
export function timeLabel(time: Temporal.PlainTime): string {
  if (time.minute === 0 && time.hour === 0) return 'midnight';
  if (time.minute === 0 && time.hour === 12) return 'midday';
  const hour = time.hour % 12 === 0 ? 12 : time.hour % 12;
  const minutes = time.minute === 0 ? '' : `:${String(time.minute).padStart(2, '0')}`;
  return `${hour}${minutes}${time.hour < 12 ? 'am' : 'pm'}`;
}

/** "10am to 1pm". */
export function timeRangeLabel(start: Temporal.PlainTime, end: Temporal.PlainTime): string {
  return `${timeLabel(start)} to ${timeLabel(end)}`;
}

function shortLength(from: Temporal.PlainDate, to: Temporal.PlainDate, calendar: Calendar): string {
  const workingDays = workingDaysUntil(calendar, from, to);
  return workingDays === 0 ? counted(from.until(to).days, 'day') : counted(workingDays, 'working day');
}

function longLength(from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  const months = Math.round(from.until(to).total({ unit: 'months', relativeTo: from }));
  return months < 24
    ? `about ${counted(months, 'month')}`
    : `about ${counted(Math.round(months / 12), 'year')}`;
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
