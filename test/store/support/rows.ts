/** Rows for tests of the store, complete as the desk writes them; every text is fictional. */
import type {
  AreaRow,
  ClaimRow,
  DeadlineRow,
  EntryRow,
  HeadRow,
  InboxRow,
  OrganisationRow,
  OutboxRow,
  PersonRow,
  PostedRow,
  ReceiptRow,
  SealRow,
} from '../../../bot/desk/rows.ts';

const at = '2027-01-28T10:00:00Z';

type Given<R> = Partial<R> & { readonly scope: string };

export const head = (given: Given<HeadRow> & { readonly ref: string }): HeadRow => ({
  kind: 'head',
  id: `head:${given.ref}`,
  type: 'INC',
  area: 'north',
  organisation: 'P81001',
  createdBy: 'sam',
  createdAt: at,
  updatedAt: at,
  state: 'REPORTED',
  version: 1,
  profile: 'north@1',
  chain: { seq: 0, digest: 'none' },
  deadlines: {},
  guarded: 0,
  body: { report: 'Shouting at the desk.' },
  ...given,
});

export const entry = (given: Given<EntryRow> & { readonly ref: string; readonly seq: number }): EntryRow => ({
  kind: 'entry',
  id: `entry:${given.ref}:${given.seq}`,
  at,
  area: 'north',
  door: 'tab',
  request: 'request-1',
  headDigest: '',
  actor: 'sam',
  role: 'PPM',
  organisation: 'P81001',
  action: 'incident.reported',
  commandId: `command-${given.seq}`,
  contentDigest: 'digest',
  previous: 'none',
  digest: 'digest',
  ...given,
});

export const seal = (given: Given<SealRow> & { readonly day: string }): SealRow => ({
  kind: 'seal',
  id: `seal:${given.day}`,
  entries: { count: 0, digest: 'digest' },
  lines: { count: 0, digest: 'digest' },
  previous: 'none',
  digest: 'digest',
  ...given,
});

export const deadline = (given: Given<DeadlineRow> & { readonly ref: string }): DeadlineRow => ({
  kind: 'deadline',
  id: `deadline:${given.ref}:DL-01`,
  rule: 'DL-01',
  organisation: 'P81001',
  dueOn: '2027-01-29',
  open: true,
  ...given,
});

export const claim = (given: Given<ClaimRow> & { readonly id: string }): ClaimRow => ({
  kind: 'claim',
  rule: 'HS-09',
  ref: 'INC-2027-0000000',
  at,
  ...given,
});

export const outbox = (given: Given<OutboxRow> & { readonly id: string }): OutboxRow => ({
  kind: 'outbox',
  topic: 'notice',
  at,
  pending: true,
  tries: 0,
  notBefore: at,
  payload: {},
  ...given,
});

export const receipt = (given: Given<ReceiptRow> & { readonly id: string }): ReceiptRow => ({
  kind: 'receipt',
  command: 'reportIncident',
  actor: 'sam',
  at,
  outcome: { ref: 'INC-2027-0000000' },
  ...given,
});

export const inbox = (given: Given<InboxRow> & { readonly id: string }): InboxRow => ({
  kind: 'inbox',
  person: 'sam',
  template: 'incident.reported',
  ref: 'INC-2027-0000000',
  at,
  unread: true,
  delivery: 'waiting',
  fields: {},
  ...given,
});

export const posted = (given: Given<PostedRow> & { readonly id: string }): PostedRow => ({
  kind: 'posted',
  ref: 'INC-2027-0000000',
  card: 'incident',
  surface: 'personal',
  conversation: {},
  activity: 'activity-1',
  at,
  ...given,
});

export const person = (given: Given<PersonRow> & { readonly person: string }): PersonRow => ({
  kind: 'person',
  id: `person:${given.person}`,
  name: given.person,
  grants: [],
  ...given,
});

export const organisation = (
  given: Given<OrganisationRow> & { readonly organisation: string },
): OrganisationRow => ({
  kind: 'organisation',
  id: `organisation:${given.organisation}`,
  name: given.organisation,
  type: 'practice',
  area: 'north',
  sites: [],
  ...given,
});

export const area = (given: Given<AreaRow> & { readonly area: string }): AreaRow => ({
  kind: 'area',
  id: `area:${given.area}`,
  name: given.area,
  profile: 'north@1',
  ...given,
});
