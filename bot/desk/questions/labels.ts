/** Dates and deadlines in words, for every answer: no client computes one (D1). */
import type { DeadlineView } from '../../contract/answers.ts';
import type { Deadline } from '../../domain/decision.ts';
import { calendarOf } from '../../domain/time/bankHolidays.ts';
import { deadlineCatalogue } from '../../domain/time/deadlineCatalogue.ts';
import { dateOf, deadlineState, dueOf } from '../../domain/time/deadlines.ts';
import { dateWithDistanceLabel, momentLabel, timeLabel } from '../../domain/time/labels.ts';
import { LONDON, londonDate } from '../../domain/time/london.ts';

const calendar = calendarOf();

export function momentInWords(instant: string): string {
  return momentLabel(Temporal.Instant.from(instant));
}

export function deadlineInWords(rule: string, deadline: Deadline, now: Temporal.Instant): DeadlineView {
  const due = dueOf(deadline);
  const day = dateWithDistanceLabel(dateOf(due), londonDate(now), calendar);
  const time =
    due instanceof Temporal.Instant ? ` at ${timeLabel(due.toZonedDateTimeISO(LONDON).toPlainTime())}` : '';
  return { rule, what: whatIsDue(rule), state: deadlineState(deadline, now, calendar), due: `${day}${time}` };
}

function whatIsDue(rule: string): string {
  const catalogue: Readonly<Record<string, { readonly label: string }>> = deadlineCatalogue;
  return catalogue[rule]?.label ?? rule;
}
