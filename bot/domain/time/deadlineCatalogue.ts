import type { Calendar } from './bankHolidays.ts';
import { dateOf } from './deadlines.ts';
import type { Due } from './deadlines.ts';
import { LONGEST_GAP_DAYS } from './sessions.ts';
import {
  addDays,
  addHours,
  addMonths,
  addWorkingDays,
  inclusiveDays,
  nextWorkingDay,
  subWorkingDays,
} from './workingDays.ts';

/** A clock that ends with a day. It starts at a date, or at an instant whose London date counts. */
export interface DayDeadlineRule {
  readonly rule: string;
  /** What has to be done, as a sentence begins: "Tell the reporter what happened". */
  readonly label: string;
  due(start: Due, calendar: Calendar): Temporal.PlainDate;
}

/** A clock of elapsed hours. */
export interface HourDeadlineRule {
  readonly rule: string;
  readonly label: string;
  due(start: Temporal.Instant): Temporal.Instant;
}

/**
 * The deadlines of DOMAIN §4.5 that depend on their start alone. Those an area profile sets (DL-02, 05, 07 to
 * 11, 13, 20) are worked out where that profile is known. DL-14 and DL-23 set two clocks each.
 */
export const deadlineCatalogue = {
  /** From the report. */
  'DL-01': workingDaysAfter('DL-01', 'Look at the incident report', 1),
  /** From the telephone notice; the day of notice is the first of 7. */
  'DL-03': dayRule('DL-03', 'Confirm the removal in writing', (day) => inclusiveDays(day, 7)),
  /** From the telephone notice; the same day as DL-03. */
  'DL-04': dayRule('DL-04', 'Add the police incident log number', (day) => inclusiveDays(day, 7)),
  /** From the allocation. */
  'DL-06': workingDaysAfter('DL-06', 'Post the removal letter', 2),
  /** Back from the panel's date. */
  'DL-14-request': workingDaysBefore('DL-14', 'Ask the scheme GP for a report', 20),
  /** Back from the panel's date. */
  'DL-14': workingDaysBefore('DL-14', 'Send the scheme GP’s report', 10),
  /** Back from the panel's date. */
  'DL-15': workingDaysBefore('DL-15', 'Send the panel its papers', 5),
  /** From the day the patient was told. */
  'DL-16': workingDaysAfter('DL-16', 'Tell registrations about the removal from the scheme', 2),
  /** From the panel's date. */
  'DL-17': workingDaysAfter('DL-17', 'Tell the oversight group what was decided', 10),
  /** From the submission, or a fresh offer. */
  'DL-19': workingDaysAfter('DL-19', 'Ring the patient for the first time', 2),
  /** From the patient's yes. */
  'DL-21': workingDaysAfter('DL-21', 'Offer a first session', 20),
  /** From the first session's date. */
  'DL-22': dayRule('DL-22', 'Hold the second session', (day) => addDays(day, LONGEST_GAP_DAYS)),
  /** From the moment the concern was raised. */
  'DL-23': hoursAfter('DL-23', 'Start contact about the safeguarding concern', 2),
  /** From the moment the concern was raised: the same London day. */
  'DL-23-reached': dayRule(
    'DL-23',
    'Reach the referrer or the practice about the safeguarding concern',
    (day) => day,
  ),
  /** From the referral's last state. */
  'DL-24': workingDaysAfter('DL-24', 'Send the outcome report to the referrer', 5),
  /** From entry to the scheme. */
  'DL-25': dayRule('DL-25', 'Offer the behaviour programme', (day, calendar) =>
    nextWorkingDay(calendar, addDays(day, 28)),
  ),
  /** From the decision to discharge. */
  'DL-26': workingDaysAfter('DL-26', 'Confirm that agencies removed the marker', 10),
  /** From the day the move became known. */
  'DL-27': workingDaysAfter('DL-27', 'Tell registrations about the move', 1),
  /** From the report. */
  'DL-28': workingDaysAfter('DL-28', 'Tell the reporter what happened', 5),
  /**
   * Addition (A), from the day a subject-access request arrived: UK GDPR Art. 12(3) gives one month. As with every duty
   * of an organisation (C18), a day off does not extend it.
   */
  'DL-29': dayRule('DL-29', 'Answer the subject-access request', (day) => addMonths(day, 1)),
} as const;

type CountDay = (day: Temporal.PlainDate, calendar: Calendar) => Temporal.PlainDate;

function dayRule(rule: string, label: string, count: CountDay): DayDeadlineRule {
  return { rule, label, due: (start, calendar) => count(dateOf(start), calendar) };
}

function workingDaysAfter(rule: string, label: string, n: number): DayDeadlineRule {
  return dayRule(rule, label, (day, calendar) => addWorkingDays(calendar, day, n));
}

function workingDaysBefore(rule: string, label: string, n: number): DayDeadlineRule {
  return dayRule(rule, label, (day, calendar) => subWorkingDays(calendar, day, n));
}

function hoursAfter(rule: string, label: string, hours: number): HourDeadlineRule {
  return { rule, label, due: (start) => addHours(start, hours) };
}
