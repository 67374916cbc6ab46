import type { FieldProblem } from '../../contract/refusal.ts';

/** A London day that exists and has come. */
export function checkDay(day: string, field: string, today: Temporal.PlainDate): FieldProblem[] {
  const date = readDay(day);
  if (!date) return [{ field, message: 'This day is not in the calendar. Check the date.' }];
  if (Temporal.PlainDate.compare(date, today) <= 0) return [];
  return [{ field, message: 'This date is in the future. Give a day that has come.' }];
}

/** An ISO day, or undefined when the calendar has no such day. */
export function readDay(day: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
