/** What the caller knows about the one thing somebody wants to act on, and whether a right covers it. */
import type { Grant, Role } from '../../contract/roles.ts';
import type { PermissionObject } from './table.ts';
import type { Condition, Right, Seat } from './rights.ts';

/** A condition the caller must state; the other ones are answered by the subject's own fields. */
export type Fact = Exclude<Condition, keyof typeof derived>;

/** A seat `who` holds at a meeting whose agenda lists this record (§1.3 rule 5). */
export interface SeatAtMeeting {
  readonly seat: Seat;
  /** From `meetingWindowOpen`. */
  readonly windowOpen: boolean;
}

/** What is left out counts as not so; only the area of a practice's record may be, its organisation implies it. */
export interface Subject {
  /** The person who acts. */
  readonly who: string;
  readonly area?: string;
  /** The practice the record came from; where there is none, the organisation that keeps it. */
  readonly organisation?: string;
  /** The scheme or rehab providers whose caseload it is on. */
  readonly caseload?: readonly string[];
  /** Its author; for feedback and for a removal request's status, the reporter of the incident behind it. */
  readonly createdBy?: string;
  /** The people it is assigned to, such as a session's trainers. */
  readonly assignedTo?: readonly string[];
  readonly state?: string;
  /** For a safeguarding concern only: organisations contacted about it. It counts as theirs too. */
  readonly contacted?: readonly string[];
  /** For a ballot, a casting vote or a pack: the one meeting it belongs to. */
  readonly meetings?: readonly SeatAtMeeting[];
  /** What the caller has established, from records or configuration, never from input. */
  readonly facts?: readonly Fact[];
}

type Scope = 'practice' | 'area' | 'provider' | 'none';

/** §1.1: practice roles to their practice, scheme and rehab roles to their provider, the rest to an area. */
const scopeOf: Readonly<Record<Role, Scope>> = {
  PRS: 'practice',
  PPM: 'practice',
  PGP: 'practice',
  CPT: 'area',
  CCM: 'area',
  HPC: 'area',
  PGR: 'area',
  PLR: 'area',
  REG: 'area',
  SGP: 'provider',
  SAD: 'provider',
  RCO: 'provider',
  RTR: 'provider',
  OVS: 'area',
  EVA: 'area',
  AOF: 'area',
  IGO: 'area',
  SYS: 'none',
};

/** Objects that belong to a person, wherever their roles are. */
const personalObjects: readonly PermissionObject[] = ['inbox', 'self', 'directory'];

const isOwn = (grant: Grant, subject: Subject): boolean =>
  subject.organisation === grant.organisation || (subject.contacted ?? []).includes(grant.organisation);

const onCaseload = (grant: Grant, subject: Subject): boolean =>
  (subject.caseload ?? []).includes(grant.organisation);

const isAssigned = (subject: Subject): boolean => (subject.assignedTo ?? []).includes(subject.who);

type Test = (grant: Grant, subject: Subject) => boolean;

const scopeTests: Readonly<Record<Scope, Test>> = {
  practice: (grant, subject) =>
    isOwn(grant, subject) && (subject.area === undefined || subject.area === grant.area),
  area: (grant, subject) => subject.area === grant.area,
  // A provider serves many areas (DESIGN D6), so areas are not compared.
  provider: (grant, subject) => isOwn(grant, subject) || onCaseload(grant, subject),
  none: () => true,
};

/** Whether the record lies where the grant is held at all. */
export function inScope(grant: Grant, object: PermissionObject, subject: Subject): boolean {
  return personalObjects.includes(object) || scopeTests[scopeOf[grant.role]](grant, subject);
}

const derived = {
  draft: (_, subject) => subject.state === 'DRAFT',
  waitingForApproval: (_, subject) => subject.state === 'WAIT_APPROVAL',
  ownSessions: (_, subject) => isAssigned(subject),
  onAgenda: (_, subject) => (subject.meetings ?? []).length > 0,
  whenContacted: (grant, subject) => (subject.contacted ?? []).includes(grant.organisation),
} satisfies Partial<Record<Condition, Test>>;

const isDerived = (condition: Condition): condition is keyof typeof derived =>
  Object.hasOwn(derived, condition);

function holds(condition: Condition, grant: Grant, subject: Subject): boolean {
  return isDerived(condition)
    ? derived[condition](grant, subject)
    : (subject.facts ?? []).includes(condition);
}

/** Whether a right's suffixes and conditions are all met by the subject. */
export function covers(right: Right, grant: Grant, subject: Subject): boolean {
  const { limits } = right;
  if (limits.includes('o') && !isOwn(grant, subject)) return false;
  if (limits.includes('s') && subject.createdBy !== subject.who) return false;
  if (limits.includes('c') && !onCaseload(grant, subject) && !isAssigned(subject)) return false;
  if (limits.includes('m') && !(subject.meetings ?? []).some((meeting) => meeting.windowOpen)) return false;
  return right.when.every((condition) => holds(condition, grant, subject));
}
