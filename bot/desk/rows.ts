/**
 * Every kind of row the container `records` holds (DESIGN §4). Ids and scopes never hold patient data; instants are
 * UTC ISO strings, dates are London calendar dates (`2027-01-28`).
 */
import type { ImportStep } from '../contract/peopleImport.ts';
import type { Grant, Role } from '../contract/roles.ts';
import type { Head, Stub } from '../domain/decision.ts';
import type { Origin } from './caller.ts';
import type { Administrator } from '../domain/people/person.ts';

interface RowBase {
  /** Unique within its scope. */
  readonly id: string;
  /** Partition key: `area:<id>`, `org:<id>`, `directory` or `inbox:<personId>` (D6). */
  readonly scope: string;
}

/** The present state of one record. `version` is what people see; the ETag never leaves the store's callers. */
export interface HeadRow extends RowBase, Head {
  readonly kind: 'head';
  /** Where the record's history stands: the next entry continues this chain (D16). */
  readonly chain: { readonly seq: number; readonly digest: string };
  /** How often a guard has re-written this head without changing it (D6: a batch has no read-only ifMatch). */
  readonly guarded: number;
}

/**
 * What is left of a destroyed record, under its old id: no list and no command takes it for a record (§8). `purged` is
 * the last line of history whose content is gone.
 */
export interface StubRow extends RowBase, Stub {
  readonly kind: 'stub';
  readonly chain: { readonly seq: number; readonly digest: string };
  readonly purged: number;
}

/** That a record is about the person of this keyed hash (DOMAIN §10). One row for each hash of each record. */
export interface PersonIndexRow extends RowBase {
  readonly kind: 'personIndex';
  readonly ref: string;
  readonly personHash: string;
  /** When the record was made. */
  readonly at: string;
}

/**
 * One immutable line of history: who did what, under which role, from where. `content` and `salt` can be destroyed; the
 * digests still verify (D16).
 */
export interface EntryRow extends RowBase, Origin {
  readonly kind: 'entry';
  readonly ref: string;
  readonly seq: number;
  readonly at: string;
  /** The area of the record, by which the audit is read where a provider serves several. */
  readonly area: string;
  readonly actor: string;
  readonly role: Role;
  readonly organisation: string;
  readonly action: string;
  readonly commandId: string;
  readonly content?: Readonly<Record<string, unknown>>;
  readonly salt?: string;
  readonly contentDigest: string;
  /** What the record was after this, salted like the content; what it was before is in the entry before (DOMAIN §8). */
  readonly headDigest: string;
  readonly previous: string;
  readonly digest: string;
}

/** How many there were, and a digest over all of them in their order. */
export interface Sealed {
  readonly count: number;
  readonly digest: string;
}

/**
 * What the scope's history and its part of the access log were on one London day (D16): it continues the day before, so
 * that nothing can be taken out, or put in later, unseen. `id` is `seal:<day>`.
 */
export interface SealRow extends RowBase {
  readonly kind: 'seal';
  readonly day: string;
  readonly entries: Sealed;
  readonly lines: Sealed;
  /** Digest of the seal of the day before; zeros for the first. */
  readonly previous: string;
  readonly digest: string;
}

/** One deadline of one record (DOMAIN §4.5). Exactly one of `dueOn` (London date) and `dueAt` (instant) is set. */
export interface DeadlineRow extends RowBase {
  readonly kind: 'deadline';
  readonly ref: string;
  readonly rule: string;
  readonly organisation: string;
  readonly dueOn?: string;
  readonly dueAt?: string;
  readonly open: boolean;
  readonly settledAt?: string;
  readonly cancelled?: boolean;
}

/** A row whose id is a rule, so that the store itself keeps it unique (D3). */
export interface ClaimRow extends RowBase {
  readonly kind: 'claim';
  readonly rule: string;
  readonly ref: string;
  readonly at: string;
}

/** Where a session of a referral stands in the week, so that days and weeks are found. Holds nothing of the patient. */
export interface SessionRow extends RowBase {
  readonly kind: 'session';
  readonly ref: string;
  readonly session: 1 | 2;
  /** The trainer. */
  readonly person: string;
  /** When it starts; its London date; the Monday of its week. */
  readonly at: string;
  readonly day: string;
  readonly week: string;
  /** Certain, and nobody has said yet how it went. */
  readonly open: boolean;
}

/** A small row for statistics that identifies nobody (D8). */
export interface FactRow extends RowBase {
  readonly kind: 'fact';
  readonly measure: string;
  readonly ref: string;
  readonly on: string;
  readonly values: Readonly<Record<string, string | number | boolean>>;
}

/** Work to do after the commit (D17): at least once, by whoever holds the lease. */
export interface OutboxRow extends RowBase {
  readonly kind: 'outbox';
  readonly topic: string;
  readonly at: string;
  readonly pending: boolean;
  readonly tries: number;
  /** Not before this instant: a retry waits, a quiet hour passes. */
  readonly notBefore: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What a command answered, so that its repetition answers the same (D7). Holds no patient data, never expires. */
export interface ReceiptRow extends RowBase {
  readonly kind: 'receipt';
  readonly command: string;
  readonly actor: string;
  readonly at: string;
  readonly outcome: Readonly<Record<string, unknown>>;
}

/** A notice to one person (D11). The template and reference are all it knows; words are made when it is shown. */
export interface InboxRow extends RowBase {
  readonly kind: 'inbox';
  readonly person: string;
  readonly template: string;
  readonly ref: string;
  readonly at: string;
  readonly unread: boolean;
  readonly readAt?: string;
  /** How Teams delivery went: still to send, sent, or why not (the person lacks the app). */
  readonly delivery: 'waiting' | 'sent' | 'unreachable';
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * A card we posted, so that it can be edited to show its record's present state (D10); of a notice, from when it was
 * filed, so that it is settled with its record, posted or not.
 */
export interface PostedRow extends RowBase {
  readonly kind: 'posted';
  readonly ref: string;
  readonly card: string;
  readonly surface: string;
  readonly person?: string;
  /** The notice in the person's inbox that it shows. */
  readonly notice?: string;
  readonly conversation: Readonly<Record<string, unknown>>;
  /** Absent while nothing was posted. */
  readonly activity?: string;
  readonly at: string;
}

/** The channel an area's panel works in (D11). One per area, `id` is `channel`. */
export interface ChannelRow extends RowBase {
  readonly kind: 'channel';
  /** How to write to it in Teams. */
  readonly reference: Readonly<Record<string, unknown>>;
  readonly boundBy: string;
  readonly at: string;
}

/** A person of the directory with their roles (D13). `id` is `person:<personId>`. */
export interface PersonRow extends RowBase {
  readonly kind: 'person';
  readonly person: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Who has ever been given cover for this person; whether it holds today, their own grants say. */
  readonly coveredBy?: readonly string[];
}

/** Who is administrator today and later. One row, `id` is `administrators`. */
export interface AdministratorsRow extends RowBase {
  readonly kind: 'administrators';
  readonly people: readonly Administrator[];
}

/** A practice, provider, commissioner, or registrations body. `id` is `organisation:<id>`. */
export interface OrganisationRow extends RowBase {
  readonly kind: 'organisation';
  readonly organisation: string;
  readonly name: string;
  readonly type: string;
  readonly area: string;
  readonly odsCode?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly sites: readonly string[];
}

/** An area with its name and the profile in force (DOMAIN §6.4). `id` is `area:<id>`. */
export interface AreaRow extends RowBase {
  readonly kind: 'area';
  readonly area: string;
  readonly name: string;
  readonly profile: string;
  /** Who runs the behaviour programme here. */
  readonly rehabProvider?: string;
}

/** Steps of an import still to be carried out, some of many; `id` is `<reference>:part:<number>`. */
export interface ImportPartRow extends RowBase {
  readonly kind: 'importPart';
  readonly ref: string;
  readonly steps: readonly ImportStep[];
}

/** How to write to a person in Teams. `id` is `conversation:<personId>`. */
export interface ConversationRow extends RowBase {
  readonly kind: 'conversation';
  readonly person: string;
  readonly reference: Readonly<Record<string, unknown>>;
  readonly welcomedAt?: string;
}

/** Who a chat user acts as in demo mode (D14). `id` is `act-as:<chatUserId>`. */
export interface ActAsRow extends RowBase {
  readonly kind: 'actAs';
  readonly person: string;
}

/** A demo clock's distance from the machine's, in milliseconds (D14). */
export interface ClockRow extends RowBase {
  readonly kind: 'clock';
  readonly offset: number;
}

/** Who does the background work until when (D17). */
export interface LeaseRow extends RowBase {
  readonly kind: 'lease';
  readonly holder: string;
  readonly until: string;
}

export type Row =
  | HeadRow
  | StubRow
  | PersonIndexRow
  | EntryRow
  | SealRow
  | DeadlineRow
  | ClaimRow
  | SessionRow
  | FactRow
  | OutboxRow
  | ReceiptRow
  | InboxRow
  | PostedRow
  | ChannelRow
  | PersonRow
  | AdministratorsRow
  | ImportPartRow
  | OrganisationRow
  | AreaRow
  | ConversationRow
  | ActAsRow
  | ClockRow
  | LeaseRow;

export type Kind = Row['kind'];
export type RowOf<K extends Kind> = Extract<Row, { kind: K }>;
