/** Takes apart what a destroyed record has left behind, a batch at a time (D6, D16). Safe to repeat at any point. */
import { collect } from './collect.ts';
import { originOf, theJobs, systemGrant } from './caller.ts';
import { entryId, sealEntry } from './digest.ts';
import type { Office } from './office.ts';
import type { Operation, Stored } from './ports.ts';
import type { EntryRow, StubRow } from './rows.ts';

/** Operations of one batch, the stub's own not counted. */
const chunk = 80;

/** The line of history that stays readable: who destroyed it, when, why, by which rule. */
export const destroyedAction = 'record.destroyed';

/**
 * One step: deadlines, sessions, claims, cards and the person index first, then the content and salt of each line of
 * history; its digests stay and still verify. Each batch replaces the stub, so two workers cannot both take a step.
 */
export async function purgeStep(office: Office, scope: string, ref: string): Promise<'more' | 'done'> {
  const stub = await office.records.read(scope, ref, 'stub');
  if (stub?.row.state !== 'DESTROYING') return 'done';
  const rows = await rowsBeside(office, scope, ref);
  if (rows.length > 0) {
    const deletions = rows.slice(0, chunk).map((id): Operation => ({ op: 'delete', id }));
    await commit(office, stub, stub.row, deletions);
    return 'more';
  }
  const last = stub.row.chain.seq;
  if (stub.row.purged < last) {
    const until = Math.min(stub.row.purged + chunk, last);
    await commit(office, stub, { ...stub.row, purged: until }, await emptied(office, stub.row, until));
    return 'more';
  }
  await commit(office, stub, ...concluded(office, stub.row));
  return 'more';
}

async function rowsBeside({ records }: Office, scope: string, ref: string): Promise<string[]> {
  const lists = await Promise.all([
    collect(records, scope, 'deadlinesOfRecord', { ref }),
    collect(records, scope, 'sessionsOfRecord', { ref }),
    collect(records, scope, 'claimsOfRecord', { ref }),
    collect(records, scope, 'postedOfRecord', { ref }),
    collect(records, scope, 'peopleOfRecord', { ref }),
  ]);
  return lists.flat().map(({ id }) => id);
}

async function emptied(
  { records }: Office,
  { scope, ref, purged }: StubRow,
  until: number,
): Promise<Operation[]> {
  const seqs = Array.from({ length: until - purged }, (_, index) => purged + 1 + index);
  const entries = await Promise.all(seqs.map((seq) => records.read(scope, entryId(ref, seq), 'entry')));
  return entries.flatMap((entry): Operation[] => {
    if (!entry || entry.row.action === destroyedAction) return [];
    const { content: _content, salt: _salt, ...row } = entry.row;
    return [{ op: 'replace', row, etag: entry.etag }];
  });
}

/** The end is a line of history too, the app's own. */
function concluded(office: Office, stub: StubRow): [StubRow, Operation[]] {
  const { scope, ref, area, chain } = stub;
  const draft = {
    scope,
    ref,
    at: office.clock.now().toString(),
    area,
    ...originOf(theJobs, () => office.random.uuid()),
    actor: theJobs.person,
    role: systemGrant.role,
    organisation: systemGrant.organisation,
    action: 'record.purged',
    commandId: `purge.${ref}`,
    content: {},
  };
  const entry: EntryRow = sealEntry(chain, draft, undefined, office.random);
  const next = { seq: entry.seq, digest: entry.digest };
  return [
    { ...stub, state: 'DESTROYED', version: stub.version + 1, chain: next, purged: entry.seq },
    [{ op: 'create', row: entry }],
  ];
}

/** A batch that finds the stub moved was overtaken by another worker's: the next step looks again. */
async function commit(
  { records }: Office,
  { etag, row }: Stored<StubRow>,
  next: StubRow,
  operations: readonly Operation[],
): Promise<void> {
  const result = await records.commit(row.scope, [{ op: 'replace', row: next, etag }, ...operations]);
  if (!result.committed && ![404, 412].includes(result.status))
    throw new Error(`The store refused to take ${row.ref} apart with ${result.status}.`);
}
