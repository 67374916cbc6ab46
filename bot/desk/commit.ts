/** One batch, all or nothing, and what its refusal means (D3, D6, D7). */
import { setTimeout as wait } from 'node:timers/promises';
import type { Refusal } from '../contract/refusal.ts';
import { subjectOf } from './authorise.ts';
import type { Origin } from './caller.ts';
import { operationsOf } from './operations.ts';
import { receiptId, type Loaded } from './load.ts';
import type { Office } from './office.ts';
import { allows } from './permissions/allows.ts';
import type { Command } from './perform.ts';
import { StoreBusy, type CommitResult, type Operation } from './ports.ts';
import type { PersonRow, ReceiptRow } from './rows.ts';
import type { DeskDecision, Right } from './spec.ts';

export interface ToCommit {
  readonly command: Command;
  readonly decision: Extract<DeskDecision, { changed: true }>;
  readonly place: Loaded;
  readonly actor: PersonRow;
  readonly origin: Origin;
  readonly spec: Right;
}

export type Committed =
  | { readonly how: 'stored' }
  | { readonly how: 'already'; readonly receipt: ReceiptRow }
  | { readonly how: 'claimed'; readonly refusal: Refusal }
  | { readonly how: 'moved' }
  | { readonly how: 'busy' };

/** How often an unanswered batch is sent again: safe, because its receipt would refuse a second storing. */
const mostSends = 5;

export async function commit(office: Office, work: ToCommit): Promise<Committed> {
  const { scope } = work.place;
  const operations = operationsOf(office, work);
  const at =
    operations[0]?.op === 'create' && operations[0].row.kind === 'receipt' ? operations[0].row.at : '';
  const stored = (): Committed => {
    if (operations.some((o) => o.op === 'create' && o.row.kind === 'outbox')) office.afterCommit(scope);
    return { how: 'stored' };
  };
  let unanswered = false;
  for (let send = 1; send <= mostSends; send += 1) {
    try {
      const result = await office.records.commit(scope, operations);
      if (result.committed) return stored();
      const explained = await explain(office, work, operations, result);
      // Our own batch, stored by a try whose answer was lost.
      const isOurs = unanswered && explained.how === 'already' && explained.receipt.at === at;
      return isOurs ? stored() : explained;
    } catch (error) {
      if (!(error instanceof StoreBusy)) throw error;
      unanswered = true;
      await office.pause(10 * 2 ** send + office.random.below(20));
    }
  }
  return { how: 'busy' };
}

async function explain(
  office: Office,
  work: ToCommit,
  operations: readonly Operation[],
  result: Extract<CommitResult, { committed: false }>,
): Promise<Committed> {
  if (result.at === 0 && result.status === 409) {
    const id = receiptId(work.command.id, work.actor.person);
    const receipt = await office.records.read(work.place.scope, id, 'receipt');
    return receipt ? { how: 'already', receipt: receipt.row } : { how: 'moved' };
  }
  const failed = operations[result.at];
  if (result.status === 409 && failed?.op === 'create' && failed.row.kind === 'claim') {
    return { how: 'claimed', refusal: await claimRefusal(office, work, failed.row.id) };
  }
  // A stale head, a vanished row, or a reference that was taken: read again and decide anew.
  if ([404, 409, 412].includes(result.status)) return { how: 'moved' };
  throw new Error(`The store refused operation ${result.at} of ${work.command.name} with ${result.status}.`);
}

async function claimRefusal(office: Office, work: ToCommit, id: string): Promise<Refusal> {
  const claim = work.decision.claims?.find((candidate) => candidate.id === id);
  if (!claim) return { code: 'refused', message: 'Somebody else has just done this.' };
  const ref = claim.messageToReader === undefined ? undefined : await readableHolder(office, work, id);
  const message = ref === undefined ? claim.message : (claim.messageToReader?.replace('{ref}', ref) ?? '');
  return { code: 'refused', message, rule: claim.rule };
}

/** The record that holds a claim, for who may read it; of any other nothing is said. */
async function readableHolder(
  office: Office,
  { place: { scope, grant }, actor, spec }: ToCommit,
  id: string,
): Promise<string | undefined> {
  const claim = await office.records.read(scope, id, 'claim');
  const head = claim && (await office.records.read(scope, claim.row.ref, 'head'));
  if (!head) return undefined;
  return allows(grant, 'R', spec.object, subjectOf(head.row, actor.person)).allowed
    ? head.row.ref
    : undefined;
}

/** The pause the running app uses between tries. */
export const pauseFor = async (milliseconds: number): Promise<void> => {
  await wait(milliseconds);
};
