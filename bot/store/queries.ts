/**
 * The text of every fixed list (D8), in the dialect that the embedded store speaks and Cosmos serves by index alone.
 *
 * Each ORDER BY names the fields that the filters fix, then the field that sorts, then the id, which makes the order
 * total: so one composite index (see containers.ts) both finds and orders the rows, however many there are.
 */
import type { AccessListName, ListKinds, ListName } from '../desk/ports.ts';

export interface ListQuery<N extends ListName = ListName> {
  readonly kind: ListKinds[N];
  readonly query: string;
  /** Values that belong to the list itself, not to who asks. `@kind` is always given. */
  readonly fixed?: Readonly<Record<string, string | number | boolean>>;
}

export const queries: { readonly [N in ListName]: ListQuery<N> } = {
  incidentsOfOrganisation: {
    kind: 'head',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.type = @type AND c.organisation = @organisation ' +
      'ORDER BY c.kind, c.type, c.organisation, c.createdAt DESC, c.id DESC',
    fixed: { type: 'INC' },
  },
  incidentsOfOrganisationInState: {
    kind: 'head',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.type = @type AND c.organisation = @organisation ' +
      'AND c.state = @state ' +
      'ORDER BY c.kind, c.type, c.organisation, c.state, c.createdAt DESC, c.id DESC',
    fixed: { type: 'INC' },
  },
  incidentsOfArea: {
    kind: 'head',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.type = @type ' +
      'ORDER BY c.kind, c.type, c.createdAt DESC, c.id DESC',
    fixed: { type: 'INC' },
  },
  incidentsOfAreaInState: {
    kind: 'head',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.type = @type AND c.state = @state ' +
      'ORDER BY c.kind, c.type, c.state, c.createdAt DESC, c.id DESC',
    fixed: { type: 'INC' },
  },
  incidentsOfReporter: {
    kind: 'head',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.type = @type AND c.createdBy = @createdBy ' +
      'ORDER BY c.kind, c.type, c.createdBy, c.createdAt DESC, c.id DESC',
    fixed: { type: 'INC' },
  },
  placementsOfArea: {
    kind: 'head',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.type = @type ' +
      'ORDER BY c.kind, c.type, c.createdAt DESC, c.id DESC',
    fixed: { type: 'PLC' },
  },
  placementsOfScheme: {
    kind: 'head',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.type = @type AND c.scheme = @scheme ' +
      'ORDER BY c.kind, c.type, c.scheme, c.createdAt DESC, c.id DESC',
    fixed: { type: 'PLC' },
  },
  meetingsOfArea: {
    kind: 'head',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.type = @type ' +
      'ORDER BY c.kind, c.type, c.createdAt DESC, c.id DESC',
    fixed: { type: 'MTG' },
  },
  recordsOfParent: {
    kind: 'head',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.parent = @parent ' +
      'ORDER BY c.kind, c.parent, c.createdAt, c.id',
  },
  referralsOfProvider: {
    kind: 'head',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.type = @type ' +
      'ORDER BY c.kind, c.type, c.createdAt DESC, c.id DESC',
    fixed: { type: 'REF' },
  },
  referralsInQueue: {
    kind: 'head',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.type = @type AND c.queue = @queue ' +
      'ORDER BY c.kind, c.type, c.queue, c.nextAt, c.id',
    fixed: { type: 'REF' },
  },
  referralsOfOrganisation: {
    kind: 'head',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.type = @type AND c.organisation = @organisation ' +
      'ORDER BY c.kind, c.type, c.organisation, c.createdAt DESC, c.id DESC',
    fixed: { type: 'REF' },
  },
  sessionsOfTrainer: {
    kind: 'session',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.person = @person AND c.day = @day ' +
      'ORDER BY c.kind, c.person, c.day, c.at, c.id',
  },
  sessionsOfWeek: {
    kind: 'session',
    query: 'SELECT * FROM c WHERE c.kind = @kind AND c.week = @week ORDER BY c.kind, c.week, c.at, c.id',
  },
  openSessionsOfTrainer: {
    kind: 'session',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.person = @person AND c.open = @open AND c.at <= @until ' +
      'ORDER BY c.kind, c.person, c.open, c.at, c.id',
    fixed: { open: true },
  },
  openSessions: {
    kind: 'session',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.open = @open AND c.at <= @until ' +
      'ORDER BY c.kind, c.open, c.at, c.id',
    fixed: { open: true },
  },
  entriesOfRecord: {
    kind: 'entry',
    query: 'SELECT * FROM c WHERE c.kind = @kind AND c.ref = @ref ORDER BY c.kind, c.ref, c.seq, c.id',
  },
  entriesOfScope: {
    kind: 'entry',
    query: 'SELECT * FROM c WHERE c.kind = @kind ORDER BY c.kind, c.ref, c.seq, c.id',
  },
  headsOfScope: {
    kind: 'head',
    query: 'SELECT * FROM c WHERE c.kind = @kind ORDER BY c.kind, c.id',
  },
  stubsOfScope: {
    kind: 'stub',
    query: 'SELECT * FROM c WHERE c.kind = @kind ORDER BY c.kind, c.id',
  },
  entriesOfWindow: {
    kind: 'entry',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.at >= @from AND c.at < @until ORDER BY c.kind, c.at, c.id',
  },
  newestEntries: {
    kind: 'entry',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.area = @area AND c.at >= @from AND c.at < @until ' +
      'ORDER BY c.kind, c.area, c.at DESC, c.id DESC',
  },
  newestEntriesOfPerson: {
    kind: 'entry',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.area = @area AND c.actor = @actor AND c.at >= @from ' +
      'AND c.at < @until ORDER BY c.kind, c.area, c.actor, c.at DESC, c.id DESC',
  },
  sealsOfScope: {
    kind: 'seal',
    query: 'SELECT * FROM c WHERE c.kind = @kind ORDER BY c.kind, c.id',
  },
  newestSeals: {
    kind: 'seal',
    query: 'SELECT * FROM c WHERE c.kind = @kind ORDER BY c.kind DESC, c.id DESC',
  },
  deadlinesOfRecord: {
    kind: 'deadline',
    query: 'SELECT * FROM c WHERE c.kind = @kind AND c.ref = @ref ORDER BY c.kind, c.ref, c.id',
  },
  openDeadlinesOfOrganisation: {
    kind: 'deadline',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.organisation = @organisation AND c.open = @open ' +
      'AND c.dueOn <= @until ' +
      'ORDER BY c.kind, c.organisation, c.open, c.dueOn, c.id',
    fixed: { open: true },
  },
  outboxDue: {
    kind: 'outbox',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.pending = @pending AND c.notBefore <= @now ' +
      'ORDER BY c.kind, c.pending, c.notBefore, c.id',
    fixed: { pending: true },
  },
  inboxOfPerson: {
    kind: 'inbox',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.person = @person ORDER BY c.kind, c.person, c.at DESC, c.id DESC',
  },
  unreadInboxOfPerson: {
    kind: 'inbox',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.person = @person AND c.unread = @unread ' +
      'ORDER BY c.kind, c.person, c.unread, c.at DESC, c.id DESC',
    fixed: { unread: true },
  },
  postedOfRecord: {
    kind: 'posted',
    query: 'SELECT * FROM c WHERE c.kind = @kind AND c.ref = @ref ORDER BY c.kind, c.ref, c.id',
  },
  claimsOfRecord: {
    kind: 'claim',
    query: 'SELECT * FROM c WHERE c.kind = @kind AND c.ref = @ref ORDER BY c.kind, c.ref, c.id',
  },
  sessionsOfRecord: {
    kind: 'session',
    query: 'SELECT * FROM c WHERE c.kind = @kind AND c.ref = @ref ORDER BY c.kind, c.ref, c.id',
  },
  peopleOfRecord: {
    kind: 'personIndex',
    query: 'SELECT * FROM c WHERE c.kind = @kind AND c.ref = @ref ORDER BY c.kind, c.ref, c.id',
  },
  recordsOfPerson: {
    kind: 'personIndex',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.personHash = @personHash ' +
      'ORDER BY c.kind, c.personHash, c.at, c.id',
  },
  recordsDueForReview: {
    kind: 'head',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.held = @held AND c.retainUntil <= @today ' +
      'ORDER BY c.kind, c.held, c.retainUntil, c.id',
    fixed: { held: false },
  },
  recordsOnHold: {
    kind: 'head',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.held = @held ORDER BY c.kind, c.held, c.createdAt, c.id',
    fixed: { held: true },
  },
  stubs: {
    kind: 'stub',
    query: 'SELECT * FROM c WHERE c.kind = @kind ORDER BY c.kind, c.at DESC, c.id DESC',
  },
  subjectAccessOfArea: {
    kind: 'head',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.type = @type ' +
      'ORDER BY c.kind, c.type, c.createdAt DESC, c.id DESC',
    fixed: { type: 'SAR' },
  },
  people: {
    kind: 'person',
    query: 'SELECT * FROM c WHERE c.kind = @kind ORDER BY c.kind, c.name, c.id',
  },
  organisations: {
    kind: 'organisation',
    query: 'SELECT * FROM c WHERE c.kind = @kind ORDER BY c.kind, c.name, c.id',
  },
  imports: {
    kind: 'head',
    query:
      'SELECT * FROM c WHERE c.kind = @kind AND c.type = @type ' +
      'ORDER BY c.kind, c.type, c.createdAt DESC, c.id DESC',
    fixed: { type: 'IMP' },
  },
  areas: {
    kind: 'area',
    query: 'SELECT * FROM c WHERE c.kind = @kind ORDER BY c.kind, c.id',
  },
};

/** The lists of the container `access`, whose rows are lines and nothing else. */
export const accessQueries: { readonly [N in AccessListName]: string } = {
  linesOfWindow: 'SELECT * FROM c WHERE c.at >= @from AND c.at < @until ORDER BY c.at, c.id',
  newestLines: 'SELECT * FROM c WHERE c.at >= @from AND c.at < @until ORDER BY c.at DESC, c.id DESC',
  newestLinesOfPerson:
    'SELECT * FROM c WHERE c.person = @person AND c.at >= @from AND c.at < @until ' +
    'ORDER BY c.person, c.at DESC, c.id DESC',
};
