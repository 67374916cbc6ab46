/**
 * What a rule of the policy gives back: changes to make, or a refusal. Pure values; the desk carries them out (D3).
 */
import type { Outcome } from '../contract/answers.ts';
import type { FieldProblem, Refusal } from '../contract/refusal.ts';
import type { Role } from '../contract/roles.ts';
import type { Calendar } from './time/bankHolidays.ts';

/** Who acts, and under which one role and organisation (DOMAIN §1.1). */
export interface Actor {
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly area: string;
}

/** Everything a rule may know besides the records: no rule reads a clock, a directory or a random number itself. */
export interface Facts {
  readonly now: Temporal.Instant;
  readonly calendar: Calendar;
  readonly actor: Actor;
  /** The area profile in force, as `id@version`. */
  readonly profile: string;
  /** Who runs the behaviour programme for the actor's area, if anybody does. */
  readonly rehabProvider?: string;
  /** The actor's organisation. */
  readonly organisation: {
    readonly name: string;
    readonly sites: readonly string[];
    readonly odsCode?: string;
    readonly phone?: string;
    readonly email?: string;
  };
  /** Whether the reserved test range of NHS numbers is accepted (DOMAIN §5.1: never in production). */
  readonly allowTestNumbers: boolean;
  /** A new reference of a type, for example `INC` (D21). */
  readonly mintReference: (type: string) => string;
  /** The keyed hash by which a person is found again; the key never leaves the server. */
  readonly hashPerson: (identity: string) => string;
}

/** One deadline: a London date or an instant, and how it ended. */
export interface Deadline {
  readonly dueOn?: string;
  readonly dueAt?: string;
  readonly settledAt?: string;
  readonly cancelled?: boolean;
  /** The organisation that has to act, where it is not the one the record belongs to. */
  readonly duty?: string;
}

/** The present state of one record, as the domain sees it. Instants are UTC ISO strings. */
export interface Head<T extends string = string, S extends string = string, B extends object = object> {
  readonly type: T;
  readonly ref: string;
  readonly area: string;
  readonly organisation: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly state: S;
  readonly version: number;
  /** The record it belongs to, where lists go by that: an agenda item's meeting. */
  readonly parent?: string;
  /** The scheme practice a placement is with, where lists go by that. */
  readonly scheme?: string;
  /** The area profile's id and version in force when the record was opened (DOMAIN §0.3). */
  readonly profile: string;
  /** Keyed hash of the person's NHS number, or of name and date of birth; never the number itself. */
  readonly personHash?: string;
  /** Every keyed hash by which a person of it is found: `person` index rows are written from these (§10). */
  readonly personHashes?: readonly string[];
  /** Retention (§8): from which London date it may be reviewed, and whether a legal hold keeps it; set by the desk. */
  readonly retainUntil?: string;
  readonly held?: boolean;
  /** A review said to keep it until this London date. */
  readonly keepUntil?: string;
  /** Providers on whose caseload it is, and people it is assigned to (DOMAIN §1.2, suffix c). */
  readonly caseload?: readonly string[];
  readonly assignedTo?: readonly string[];
  /** The list of work it waits in, and when its turn comes (an instant or a London date); a closed one waits in none. */
  readonly queue?: string;
  readonly nextAt?: string;
  /** Deadlines by rule (DOMAIN §4.5); the `deadline` rows are written from these. */
  readonly deadlines: Readonly<Record<string, Deadline>>;
  readonly body: B;
}

/**
 * Who a notice is for: a person, or whoever holds one of the roles when it is sent (D11): the first role that anyone
 * holds, a later one standing in for it, or with `each` all of them.
 */
export type Addressee =
  | { readonly person: string }
  | { readonly roles: readonly Role[]; readonly organisation: string; readonly each?: true };

export interface Notice {
  readonly template: string;
  readonly ref: string;
  readonly to: Addressee;
}

/** A rule kept by the store itself: a row with this id may exist once (D3). */
export interface Claim {
  readonly id: string;
  readonly rule: string;
  readonly ref: string;
  /** What the person is told when somebody else holds it. */
  readonly message: string;
  /** What is told to who may read the record that holds it; `{ref}` stands for its reference. */
  readonly messageToReader?: string;
}

/** What the change asks of a record in another scope: a command given there after the commit, once (D6). */
export interface Effect {
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * What is left of a destroyed record (§8): which it was, where it lay, when it began and ended. Nothing of a patient;
 * who made it is said by its history alone, which names staff by their id.
 */
export interface Stub extends Pick<
  Head,
  'type' | 'ref' | 'area' | 'organisation' | 'profile' | 'createdAt' | 'caseload'
> {
  /** `DESTROYING` until the last line of its history has lost its content. */
  readonly state: 'DESTROYING' | 'DESTROYED';
  readonly version: number;
  /** When it was destroyed. */
  readonly at: string;
}

export interface Changes {
  readonly changed: true;
  /** New records, and records in their new state. */
  readonly heads: readonly Head[];
  /** Records destroyed: what each leaves. Background work removes the rest (D6). */
  readonly stubs?: readonly Stub[];
  /** References of records only read, which must not have moved meanwhile. */
  readonly guards?: readonly string[];
  readonly claims?: readonly Claim[];
  /** Ids of claims given up; the command has loaded them. */
  readonly releases?: readonly string[];
  /** Ids of claims that only one of `heads` held, given up with it: that head's ETag guards them unread. */
  readonly surrenders?: readonly string[];
  readonly effects?: readonly Effect[];
  readonly entries: readonly {
    readonly ref: string;
    readonly action: string;
    readonly content: Readonly<Record<string, unknown>>;
  }[];
  readonly facts?: readonly {
    readonly measure: string;
    readonly ref: string;
    readonly values: Readonly<Record<string, string | number | boolean>>;
  }[];
  readonly notices?: readonly Notice[];
  /** References of records that get a card in the area's own channel, once (D10). */
  readonly posts?: readonly string[];
  readonly outcome: Outcome;
}

export type Refused = { readonly changed: false; readonly refusal: Refusal };
export type Decision = Changes | Refused;

/** Refused by a rule of the policy. */
export function refuse(rule: string, message: string, field?: string): Refused {
  return { changed: false, refusal: { code: 'refused', rule, message, ...(field ? { field } : {}) } };
}

/**
 * Refused because fields need a correction; the first names the field to go to. Where a rule of the policy says no to one
 * of them, that is the one, and the rule is named.
 */
export function refuseFields(problems: readonly [FieldProblem, ...FieldProblem[]]): Refused {
  const ruled = problems.find(({ rule }) => rule !== undefined && isPolicy.test(rule));
  const { message, field, rule } = ruled ?? problems[0];
  return {
    changed: false,
    refusal: {
      code: ruled ? 'refused' : 'invalid',
      message,
      field,
      ...(ruled && rule ? { rule } : {}),
      fields: [...problems],
    },
  };
}

/** Hard stops and grounds say no; other rules name what a correction is about. */
const isPolicy = /^(HS-|G\d$)/;

/** The record has moved on; the sentence says where it stands now. */
export function refuseStale(message: string): Refused {
  return { changed: false, refusal: { code: 'stale', message } };
}

/** A warning that needs a reason to go ahead (DOMAIN §6.2). */
export function askReason(rule: string, message: string, field: string): Refused {
  return { changed: false, refusal: { code: 'warning', rule, message, field } };
}

/** The next state of a head: one version on, stamped now. */
export function advance<H extends Head>(
  head: H,
  now: Temporal.Instant,
  next: Partial<Pick<H, 'state' | 'body' | 'deadlines'>>,
): H {
  return { ...head, ...next, version: head.version + 1, updatedAt: now.toString() };
}

/** Deadlines with one settled now, if it was still open. */
export function settle(head: Head, rule: string, now: Temporal.Instant): Head['deadlines'] {
  const deadline = head.deadlines[rule];
  if (!deadline || deadline.settledAt || deadline.cancelled) return head.deadlines;
  return { ...head.deadlines, [rule]: { ...deadline, settledAt: now.toString() } };
}
