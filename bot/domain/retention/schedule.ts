/**
 * How long each kind of record is kept (DOMAIN §8; NHS Records Management Code). Area profiles have no keys for these
 * yet, so they are constants, each with its basis. A kind without a row is kept until it gets one.
 */
import type { Head } from '../decision.ts';
import type { Incident } from '../incident/incident.ts';
import type { Item } from '../panel/item.ts';
import type { Meeting } from '../panel/meeting.ts';
import type { Referral } from '../rehab/referral.ts';
import type { SubjectAccessRequest } from '../subjectAccess/request.ts';
import { londonDate } from '../time/london.ts';

export interface RetentionRule {
  /** As the schedule is printed: "Incident report, serious". */
  readonly label: string;
  readonly years: number;
  /** What the years count from. */
  readonly from: string;
  /** `N` from the Records Management Code (§8), `A` an addition. */
  readonly basis: 'N' | 'A';
}

export const retentionSchedule = {
  INC: { label: 'Incident report', years: 10, from: 'the day it happened', basis: 'N' },
  INC_SERIOUS: { label: 'Incident report, serious', years: 20, from: 'the day it happened', basis: 'N' },
  REF: { label: 'Referral to the programme', years: 8, from: 'the day it ended', basis: 'A' },
  MTG: { label: 'Panel meeting', years: 10, from: 'the day of the meeting', basis: 'A' },
  ITM: { label: 'Panel item', years: 10, from: 'the day it was decided, put off or withdrawn', basis: 'A' },
  SAR: { label: 'Subject-access request', years: 3, from: 'the day it was closed', basis: 'A' },
} as const satisfies Record<string, RetentionRule>;

/** The states in which nothing more is to be done to a record, by its type: only then can it be destroyed. */
const atRest: Readonly<Record<string, readonly string[]>> = {
  INC: ['CLOSED_LOCAL', 'WARNED', 'REMOVAL_REQUESTED', 'ENTERED_IN_ERROR'],
  REF: ['DECLINED', 'UNREACHABLE', 'COMPLETED', 'COMPLETED_NO_AWARD', 'CLOSED_DNA', 'WITHDRAWN'],
  MTG: ['CLOSED'],
  ITM: ['DECIDED', 'DEFERRED', 'WITHDRAWN'],
  SAR: ['ANSWERED', 'WITHDRAWN'],
};

export const isAtRest = ({ type, state }: Head): boolean =>
  Object.hasOwn(atRest, type) && (atRest[type]?.includes(state) ?? false);

/**
 * Serious (§8 has no definition, so this is ours, A): physical violence, with or without a weapon, or anybody
 * attacked physically. The form asks for no injury.
 */
export function isSerious({ body: { report } }: Incident): boolean {
  return (
    report.incidentTypes.some((type) => type === 'PHYS' || type === 'AGGPHYS') ||
    report.directedAt.some((target) => target.endsWith(':PHYSICAL'))
  );
}

/** The row of the schedule a record falls under; undefined for a kind that has none. */
export function retentionRuleOf(head: Head): RetentionRule | undefined {
  if (head.type === 'INC') return retentionSchedule[isSerious(head as Incident) ? 'INC_SERIOUS' : 'INC'];
  return Object.hasOwn(retentionSchedule, head.type)
    ? retentionSchedule[head.type as keyof typeof retentionSchedule]
    : undefined;
}

/**
 * The London date from which a record may be reviewed for destruction: the schedule's, or the later one a review has
 * set. Undefined while it cannot be known: an open referral, a kind without a rule.
 */
export function retainUntilOf(head: Head): Temporal.PlainDate | undefined {
  const rule = retentionRuleOf(head);
  const start = startOf(head);
  if (!rule || !start) return undefined;
  // A record of 29 February is due on 28 February.
  const scheduled = start.add({ years: rule.years }, { overflow: 'constrain' });
  const kept = head.keepUntil === undefined ? scheduled : Temporal.PlainDate.from(head.keepUntil);
  return Temporal.PlainDate.compare(kept, scheduled) > 0 ? kept : scheduled;
}

function startOf(head: Head): Temporal.PlainDate | undefined {
  switch (head.type) {
    case 'INC':
      return Temporal.PlainDate.from((head as Incident).body.report.incidentDate);
    case 'REF':
      return dayOf((head as Referral).body.ended?.at);
    case 'MTG':
      return Temporal.PlainDateTime.from((head as Meeting).body.date).toPlainDate();
    case 'ITM':
      return dayOf(endOf((head as Item).body));
    case 'SAR':
      return dayOf((head as SubjectAccessRequest).body.closed?.at);
    default:
      return undefined;
  }
}

const endOf = ({ result, deferral, withdrawal }: Item['body']) => (result ?? deferral ?? withdrawal)?.at;

const dayOf = (instant: string | undefined) =>
  instant === undefined ? undefined : londonDate(Temporal.Instant.from(instant));

/** The fields of a head that lists of retention go by, which follow from the rest of it. */
export function retentionFields(head: Head): Pick<Head, 'retainUntil' | 'held'> {
  const until = retainUntilOf(head);
  return { held: head.held ?? false, ...(until ? { retainUntil: until.toString() } : {}) };
}
