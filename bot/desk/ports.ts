/** What the desk needs of the outside. The store, the outbound gate and the clock fill these. */
import type { Origin } from './caller.ts';
import type { Kind, Row, RowOf } from './rows.ts';

export interface Stored<R extends Row = Row> {
  readonly row: R;
  readonly etag: string;
}

export type Operation =
  | { readonly op: 'create'; readonly row: Row }
  | { readonly op: 'replace'; readonly row: Row; readonly etag: string }
  | { readonly op: 'upsert'; readonly row: Row }
  /** Without an ETag only where another row of the batch guards it. */
  | { readonly op: 'delete'; readonly id: string; readonly etag?: string };

/** A refused batch names the first operation that failed and Cosmos's status for it; nothing of it is stored. */
export type CommitResult =
  | { readonly committed: true; readonly etags: readonly (string | undefined)[] }
  | { readonly committed: false; readonly at: number; readonly status: number };

/** The fixed lists (D8), each bound to one scope. The store holds the query text of each. */
export interface ListParameters {
  /** Heads of a practice's incidents, newest first. */
  readonly incidentsOfOrganisation: { readonly organisation: string };
  /** The same, one state only. */
  readonly incidentsOfOrganisationInState: { readonly organisation: string; readonly state: string };
  /** Heads of every incident of the area whose scope is asked, newest first. */
  readonly incidentsOfArea: Readonly<Record<string, never>>;
  /** The same, one state only. */
  readonly incidentsOfAreaInState: { readonly state: string };
  /** Heads of one reporter's own incidents, newest first. */
  readonly incidentsOfReporter: { readonly createdBy: string };
  /** Heads of every referral of the provider whose scope is asked, newest first. */
  readonly referralsOfProvider: Readonly<Record<string, never>>;
  /** Heads of a provider's open referrals that wait in one queue, in the order their turn comes. */
  readonly referralsInQueue: { readonly queue: string };
  /** Heads of the referrals one organisation sent to the provider whose scope is asked, newest first. */
  readonly referralsOfOrganisation: { readonly organisation: string };
  /** One trainer's sessions of a London date, in the order they start. */
  readonly sessionsOfTrainer: { readonly person: string; readonly day: string };
  /** Sessions of the week that begins on a Monday, in the order they start. */
  readonly sessionsOfWeek: { readonly week: string };
  /** Heads of every placement of the area whose scope is asked, newest first. */
  readonly placementsOfArea: Readonly<Record<string, never>>;
  /** Those of one scheme practice. */
  readonly placementsOfScheme: { readonly scheme: string };
  /** One trainer's sessions without a result that had started by an instant, the longest ago first. */
  readonly openSessionsOfTrainer: { readonly person: string; readonly until: string };
  /** The same of every trainer. */
  readonly openSessions: { readonly until: string };
  /** Heads of every panel meeting of the area whose scope is asked, newest first. */
  readonly meetingsOfArea: Readonly<Record<string, never>>;
  /** Heads of the records that belong to another one, in the order they were made. */
  readonly recordsOfParent: { readonly parent: string };
  /** History of one record, oldest first. */
  readonly entriesOfRecord: { readonly ref: string };
  /** History of every record of the scope, record by record, each oldest first. */
  readonly entriesOfScope: Readonly<Record<string, never>>;
  /** Heads of every record of the scope, by reference. */
  readonly headsOfScope: Readonly<Record<string, never>>;
  /** What is left of every destroyed record of the scope, by reference. */
  readonly stubsOfScope: Readonly<Record<string, never>>;
  /** History of the scope between two instants, oldest first. Bounds without their final Z take fractions in. */
  readonly entriesOfWindow: { readonly from: string; readonly until: string };
  /** The same of one area's records, newest first. */
  readonly newestEntries: { readonly area: string; readonly from: string; readonly until: string };
  /** The same of one person's acts on them, newest first. */
  readonly newestEntriesOfPerson: {
    readonly area: string;
    readonly actor: string;
    readonly from: string;
    readonly until: string;
  };
  /** The daily seals of the scope, oldest first. */
  readonly sealsOfScope: Readonly<Record<string, never>>;
  readonly newestSeals: Readonly<Record<string, never>>;
  /** Deadlines of one record. */
  readonly deadlinesOfRecord: { readonly ref: string };
  /** Open dated deadlines of an organisation due on or before a London date, earliest first. */
  readonly openDeadlinesOfOrganisation: { readonly organisation: string; readonly until: string };
  /** Outbox rows still to do whose time has come, oldest first. */
  readonly outboxDue: { readonly now: string };
  /** A person's notices, newest first. */
  readonly inboxOfPerson: { readonly person: string };
  /** A person's unread notices, newest first. */
  readonly unreadInboxOfPerson: { readonly person: string };
  /** Cards posted about a record. */
  readonly postedOfRecord: { readonly ref: string };
  /** Claims a record holds; its sessions; the rows by which its people are found. */
  readonly claimsOfRecord: { readonly ref: string };
  readonly sessionsOfRecord: { readonly ref: string };
  readonly peopleOfRecord: { readonly ref: string };
  /** The records a person is found in by one keyed hash, in the order they were made. */
  readonly recordsOfPerson: { readonly personHash: string };
  /** Heads that may be reviewed for destruction on or before a London date and are not on hold, the longest due first. */
  readonly recordsDueForReview: { readonly today: string };
  /** Heads on legal hold, in the order they were made. */
  readonly recordsOnHold: Readonly<Record<string, never>>;
  /** What is left of destroyed records, the latest first. */
  readonly stubs: Readonly<Record<string, never>>;
  /** Heads of the area's subject-access requests, newest first. */
  readonly subjectAccessOfArea: Readonly<Record<string, never>>;
  /** Everyone in the directory, by name. */
  readonly people: Readonly<Record<string, never>>;
  /** Every organisation in the directory, by name. */
  readonly organisations: Readonly<Record<string, never>>;
  /** Heads of the imports of staff and practices, newest first. */
  readonly imports: Readonly<Record<string, never>>;
  /** Every area in the directory. */
  readonly areas: Readonly<Record<string, never>>;
}

export type ListName = keyof ListParameters;

/** The kind of row each list holds. */
export interface ListKinds {
  readonly incidentsOfOrganisation: 'head';
  readonly incidentsOfOrganisationInState: 'head';
  readonly incidentsOfArea: 'head';
  readonly incidentsOfAreaInState: 'head';
  readonly incidentsOfReporter: 'head';
  readonly referralsOfProvider: 'head';
  readonly referralsInQueue: 'head';
  readonly referralsOfOrganisation: 'head';
  readonly sessionsOfTrainer: 'session';
  readonly sessionsOfWeek: 'session';
  readonly placementsOfArea: 'head';
  readonly placementsOfScheme: 'head';
  readonly openSessionsOfTrainer: 'session';
  readonly openSessions: 'session';
  readonly meetingsOfArea: 'head';
  readonly recordsOfParent: 'head';
  readonly entriesOfRecord: 'entry';
  readonly entriesOfScope: 'entry';
  readonly headsOfScope: 'head';
  readonly stubsOfScope: 'stub';
  readonly entriesOfWindow: 'entry';
  readonly newestEntries: 'entry';
  readonly newestEntriesOfPerson: 'entry';
  readonly sealsOfScope: 'seal';
  readonly newestSeals: 'seal';
  readonly deadlinesOfRecord: 'deadline';
  readonly openDeadlinesOfOrganisation: 'deadline';
  readonly outboxDue: 'outbox';
  readonly inboxOfPerson: 'inbox';
  readonly unreadInboxOfPerson: 'inbox';
  readonly postedOfRecord: 'posted';
  readonly claimsOfRecord: 'claim';
  readonly sessionsOfRecord: 'session';
  readonly peopleOfRecord: 'personIndex';
  readonly recordsOfPerson: 'personIndex';
  readonly recordsDueForReview: 'head';
  readonly recordsOnHold: 'head';
  readonly stubs: 'stub';
  readonly subjectAccessOfArea: 'head';
  readonly people: 'person';
  readonly organisations: 'organisation';
  readonly imports: 'head';
  readonly areas: 'area';
}

export interface Page<R extends Row> {
  readonly rows: readonly Stored<R>[];
  /** Give it back as `after` for the next page; absent on the last one. */
  readonly next?: string;
}

/** At most so many rows, 50 unless told, behind the page whose `next` is given. */
export interface PageAsked {
  readonly size?: number;
  readonly after?: string;
}

export interface Records {
  /** One row by id, or undefined. Throws StoreBusy when the store cannot answer now. */
  read<K extends Kind>(scope: string, id: string, kind: K): Promise<Stored<RowOf<K>> | undefined>;
  /**
   * All operations or none, in one scope, at most 100 and 2 MB. Throws StoreBusy when it is not known whether they
   * were stored (449, 408, 503, a reset): the caller asks for operation 0 and repeats.
   */
  commit(scope: string, operations: readonly Operation[]): Promise<CommitResult>;
  list<N extends ListName>(
    scope: string,
    name: N,
    parameters: ListParameters[N],
    page?: PageAsked,
  ): Promise<Page<RowOf<ListKinds[N]>>>;
}

/** One line of the access log (D15): who read, or was refused, what. Holds references, never field values. */
export interface AccessLine extends Origin {
  readonly id: string;
  /** Partition: `<scope>|<yyyy-mm>`. */
  readonly key: string;
  readonly at: string;
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
  readonly what: 'read' | 'refused';
  readonly name: string;
  readonly ref?: string;
  /** The subject-access request under which it was read. */
  readonly under?: string;
  readonly rule?: string;
}

/** The fixed lists of the access log, each of one partition: from the first instant to just before the second. */
export interface AccessParameters {
  /** Oldest first, as a day is sealed. */
  readonly linesOfWindow: { readonly from: string; readonly until: string };
  readonly newestLines: { readonly from: string; readonly until: string };
  readonly newestLinesOfPerson: { readonly person: string; readonly from: string; readonly until: string };
}
export type AccessListName = keyof AccessParameters;

export interface AccessPage {
  readonly lines: readonly AccessLine[];
  readonly next?: string;
}

export interface AccessLog {
  /** Stored before it returns, so that no answer leaves without its line. */
  write(line: AccessLine): Promise<void>;
  list<N extends AccessListName>(
    key: string,
    name: N,
    parameters: AccessParameters[N],
    page?: PageAsked,
  ): Promise<AccessPage>;
}

/** The store could not answer, or its answer was lost. Safe to repeat: a receipt tells what happened. */
export class StoreBusy extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`The store is busy (${status}).`);
    this.name = 'StoreBusy';
    this.status = status;
  }
}

/** The one clock. */
export interface Clock {
  now(): Temporal.Instant;
}

/** Randomness, so that a test can repeat a run. */
export interface Random {
  /** A whole number, 0 ≤ n < below. */
  below(below: number): number;
  /** `bytes` random bytes as hexadecimal. */
  hex(bytes: number): string;
  uuid(): string;
}
