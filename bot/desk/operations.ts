/** From what a rule decided to the operations of one batch, the receipt first (D6). */
import type { Head, Stub } from '../domain/decision.ts';
import { retentionFields } from '../domain/retention/schedule.ts';
import { londonDate } from '../domain/time/london.ts';
import { chainStart, sealEntry, type Chain } from './digest.ts';
import type { ToCommit } from './commit.ts';
import { intentOf, receiptId } from './load.ts';
import { orgScope, type Office } from './office.ts';
import type { Operation, Stored } from './ports.ts';
import type { DeadlineRow, EntryRow, HeadRow, OutboxRow, Row, StubRow } from './rows.ts';
import { personIndexOperations } from './personIndex.ts';
import { sortableInstant } from './sortableInstant.ts';

const create = (row: Row): Operation => ({ op: 'create', row });

export function operationsOf(office: Office, given: ToCommit): Operation[] {
  const work = withRetention(given);
  const at = office.clock.now().toString();
  const { decision, place, command } = work;
  const entries = sealEntries(office, work, at);
  return [
    create({
      id: receiptId(command.id, work.actor.person),
      scope: place.scope,
      kind: 'receipt',
      command: command.name,
      actor: work.actor.person,
      at,
      outcome: { ...decision.outcome },
    }),
    ...decision.heads.map((head) => headOperation(head, work, entries)),
    ...(decision.stubs ?? []).map((stub) => stubOperation(stub, work, entries)),
    ...(decision.guards ?? []).map((ref) => guardOperation(ref, work)),
    ...(decision.claims ?? []).map((claim) =>
      create({ id: claim.id, scope: place.scope, kind: 'claim', rule: claim.rule, ref: claim.ref, at }),
    ),
    ...(decision.releases ?? []).map((id) => releaseOperation(id, work)),
    ...(decision.surrenders ?? []).map((id): Operation => ({ op: 'delete', id })),
    ...entries.map(create),
    ...decision.heads.flatMap((head) => deadlineOperations(head, place.scope)),
    ...decision.heads.flatMap((head) =>
      personIndexOperations(head, loaded(work, head.ref)?.row, place.scope),
    ),
    ...(decision.facts ?? []).map(({ measure, ref, values }) =>
      create({
        id: `fact:${intentOf(command.id, work.actor.person)}:${measure}`,
        scope: place.scope,
        kind: 'fact',
        measure,
        ref,
        on: londonDate(office.clock.now()).toString(),
        values,
      }),
    ),
    ...outbox(work, office.clock.now()).map(create),
    ...(decision.rows ?? []),
  ];
}

/** Every record carries from when it may be reviewed, whichever command wrote it (§8). */
function withRetention(work: ToCommit): ToCommit {
  const heads = work.decision.heads.map(({ retainUntil: _before, ...head }) => ({
    ...head,
    ...retentionFields(head),
  }));
  return { ...work, decision: { ...work.decision, heads } };
}

function sealEntries(office: Office, work: ToCommit, at: string): EntryRow[] {
  const chains = new Map<string, Chain>();
  return work.decision.entries.map((draft) => {
    const chain = chains.get(draft.ref) ?? loaded(work, draft.ref)?.row.chain ?? chainStart;
    const head = work.decision.heads.find(({ ref }) => ref === draft.ref);
    const entry = sealEntry(
      chain,
      {
        scope: work.place.scope,
        ref: draft.ref,
        at,
        area: head?.area ?? loaded(work, draft.ref)?.row.area ?? work.place.grant.area,
        ...work.origin,
        actor: work.actor.person,
        role: work.place.grant.role,
        organisation: work.place.grant.organisation,
        action: draft.action,
        commandId: work.command.id,
        content: { ...draft.content, by: work.actor.name },
      },
      head,
      office.random,
    );
    chains.set(draft.ref, { seq: entry.seq, digest: entry.digest });
    return entry;
  });
}

function headOperation(head: Head, work: ToCommit, entries: readonly EntryRow[]): Operation {
  const before = loaded(work, head.ref);
  const last = entries.findLast((entry) => entry.ref === head.ref);
  if (!last) throw new Error(`${work.command.name} changes ${head.ref} without a line of history.`);
  const row: HeadRow = {
    ...head,
    id: head.ref,
    scope: work.place.scope,
    kind: 'head',
    chain: { seq: last.seq, digest: last.digest },
    guarded: before?.row.guarded ?? 0,
  };
  return before ? { op: 'replace', row, etag: before.etag } : create(row);
}

/** A stub takes the place of its head: whatever changed the head meanwhile makes the decision be taken anew. */
function stubOperation(stub: Stub, work: ToCommit, entries: readonly EntryRow[]): Operation {
  const before = loaded(work, stub.ref);
  const last = entries.findLast((entry) => entry.ref === stub.ref);
  if (!before || !last)
    throw new Error(`${work.command.name} destroys ${stub.ref} without reading or saying so.`);
  const chain = { seq: last.seq, digest: last.digest };
  const row: StubRow = { ...stub, id: stub.ref, scope: work.place.scope, kind: 'stub', chain, purged: 0 };
  return { op: 'replace', row, etag: before.etag };
}

/** A batch reads no ETag, so a head that must not have moved is written again unchanged (D6). */
function guardOperation(ref: string, work: ToCommit): Operation {
  const guarded = loaded(work, ref);
  if (!guarded) throw new Error(`${work.command.name} guards ${ref}, which it did not load.`);
  return { op: 'replace', row: { ...guarded.row, guarded: guarded.row.guarded + 1 }, etag: guarded.etag };
}

function releaseOperation(id: string, work: ToCommit): Operation {
  const claim = work.place.row('claim', id);
  if (!claim) throw new Error(`${work.command.name} releases ${id}, which it did not load.`);
  return { op: 'delete', id, etag: claim.etag };
}

function deadlineOperations(head: Head, scope: string): Operation[] {
  return Object.entries(head.deadlines).map(([rule, { duty, ...deadline }]) => {
    const row: DeadlineRow = {
      id: `deadline:${head.ref}:${rule}`,
      scope,
      kind: 'deadline',
      ref: head.ref,
      rule,
      organisation: duty ?? dutyOf(head, scope),
      ...deadline,
      open: deadline.settledAt === undefined && deadline.cancelled !== true,
    };
    return { op: 'upsert', row };
  });
}

/** Who has to act: in a provider's own scope the provider, whoever sent it the record; else the record's organisation. */
function dutyOf(head: Head, scope: string): string {
  return scope.startsWith(orgScope('')) ? scope.slice(orgScope('').length) : head.organisation;
}

/**
 * A row for each notice, for each card to be posted in the area's channel, for each changed record so that its posted
 * cards are edited (D10), and for each effect.
 */
function outbox(work: ToCommit, now: Temporal.Instant): OutboxRow[] {
  const { decision, place, command } = work;
  const row = (number: number, topic: string, payload: OutboxRow['payload']): OutboxRow => ({
    id: `outbox:${intentOf(command.id, work.actor.person)}:${number}`,
    scope: place.scope,
    kind: 'outbox',
    topic,
    at: now.toString(),
    pending: true,
    tries: 0,
    notBefore: sortableInstant(now),
    payload,
  });
  const notices = decision.notices ?? [];
  const posts = decision.posts ?? [];
  // A card about to be posted shows the present state by itself.
  const changed = decision.heads.filter(({ ref }) => hadCards(work, ref) && !posts.includes(ref));
  const jobs = [
    ...notices.map((notice) => ['notice', { ...notice }] as const),
    ...posts.map((ref) => ['post', { ref }] as const),
    ...changed.map((head) => ['cards', { ref: head.ref }] as const),
    ...(decision.effects ?? []).map((effect) => ['effect', { ...effect }] as const),
    ...(decision.stubs ?? []).map(({ ref }) => ['purge', { ref }] as const),
  ];
  return jobs.map(([topic, payload], index) => row(index, topic, payload));
}

/** A head that a command names; one it loaded as a row, because it may not be there yet, has no cards (people, places). */
const hadCards = ({ place }: ToCommit, ref: string) => place.heads.some((head) => head.row.ref === ref);

function loaded({ place }: ToCommit, ref: string): Stored<HeadRow> | undefined {
  return place.heads.find((head) => head.row.ref === ref) ?? place.row('head', ref);
}
