/** From when to when a role holds. Access is never back-dated: nobody acted under a role they did not have (D13). */
import type { FieldProblem } from '../../contract/refusal.ts';
import type { Grant } from '../../contract/roles.ts';
import { dateLabel } from '../time/labels.ts';

export interface Period {
  /** London dates, both included. */
  readonly from: string;
  readonly to?: string;
}

/** Further ahead is a slip of the hand. */
const mostYearsAhead = 10;

/** The period as typed, or what is wrong with it. `from` left out is today. */
export function readPeriod(
  typed: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: Temporal.PlainDate,
): { readonly period: Period } | { readonly problem: FieldProblem } {
  const from = typed.from === undefined ? today : readDay(typed.from);
  if (!from) return problem('from', notADay);
  if (before(from, today))
    return problem('from', 'The first day cannot be before today: access is never given for days gone by.');
  const latest = today.add({ years: mostYearsAhead });
  if (before(latest, from)) return problem('from', `Give a first day within ${mostYearsAhead} years.`);
  if (typed.to === undefined) return { period: { from: from.toString() } };
  const to = readDay(typed.to);
  if (!to) return problem('to', notADay);
  if (before(to, from)) return problem('to', 'The last day cannot be before the first.');
  if (before(latest, to))
    return problem('to', `Give a last day within ${mostYearsAhead} years, or leave it out.`);
  return { period: { from: from.toString(), to: to.toString() } };
}

/** A London date as typed, or undefined where the calendar has no such day. */
export function readDay(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

export const notADay = 'This day is not in the calendar. Check the date.';

/** Whether a grant is over on a London date: its last day has passed, or it was ended at once. */
export const isOver = ({ endedAt, to }: Grant, today: string) =>
  endedAt !== undefined || (to !== undefined && to < today);

/** The same role at the same place, covering for the same person or for nobody, on a day of this period. */
export function findOverlap(grants: readonly Grant[], wanted: Grant): Grant | undefined {
  return grants.find(
    (grant) =>
      grant.endedAt === undefined &&
      grant.role === wanted.role &&
      grant.organisation === wanted.organisation &&
      grant.area === wanted.area &&
      grant.coverFor === wanted.coverFor &&
      (grant.to === undefined || grant.to >= wanted.from) &&
      (wanted.to === undefined || wanted.to >= grant.from),
  );
}

/** "from Monday 11 January 2027", "from … to …". */
export function periodInWords({ from, to }: Period): string {
  return to === undefined ? `from ${dayInWords(from)}` : `from ${dayInWords(from)} to ${dayInWords(to)}`;
}

export const dayInWords = (day: string) => dateLabel(Temporal.PlainDate.from(day));

const before = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0;
const problem = (field: string, message: string) => ({ problem: { field, message } });
