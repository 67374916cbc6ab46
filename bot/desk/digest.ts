/** History that can be checked and, one day, partly destroyed (D16). */
import { createHash } from 'node:crypto';
import type { Random } from './ports.ts';
import type { EntryRow } from './rows.ts';

export const chainStart = { seq: 0, digest: '0'.repeat(64) } as const;
export type Chain = { readonly seq: number; readonly digest: string };

/** Id of an entry row: sorts by sequence within its record. */
export const entryId = (ref: string, seq: number) => `${ref}:${String(seq).padStart(6, '0')}`;

type Unsealed = Omit<
  EntryRow,
  'id' | 'kind' | 'seq' | 'salt' | 'content' | 'contentDigest' | 'headDigest' | 'previous' | 'digest'
> & {
  readonly content: Readonly<Record<string, unknown>>;
};

/**
 * The next entry of a chain. `head` is the record as it is after it. The salt keeps a short content from being guessed
 * once it has been destroyed.
 */
export function sealEntry(chain: Chain, draft: Unsealed, head: object | undefined, random: Random): EntryRow {
  const seq = chain.seq + 1;
  const salt = random.hex(16);
  const contentDigest = digestContent(salt, draft.content);
  const headDigest = head ? digestContent(salt, recordIn(head)) : '';
  const entry = { ...draft, seq, contentDigest, headDigest, previous: chain.digest };
  return { id: entryId(draft.ref, seq), kind: 'entry', ...entry, salt, digest: digestEntry(entry) };
}

/** Why a chain does not hold, naming the first broken link; undefined when it holds. Entries oldest first. */
export function brokenLink(entries: readonly EntryRow[], chain: Chain): string | undefined {
  let previous: Chain = chainStart;
  for (const entry of entries) {
    const broken = brokenAt(entry, previous);
    if (broken) return broken;
    previous = entry;
  }
  return brokenEnd(previous, chain);
}

/** Why an entry does not continue the one before it, or is not what it was; undefined when all is well. */
export function brokenAt(entry: EntryRow, previous: Chain): string | undefined {
  const id = entryId(entry.ref, entry.seq);
  if (entry.seq !== previous.seq + 1) return `${entryId(entry.ref, previous.seq + 1)} is missing`;
  if (entry.previous !== previous.digest) return `${id}: does not continue the entry before it`;
  if (
    entry.content !== undefined &&
    entry.salt !== undefined &&
    digestContent(entry.salt, entry.content) !== entry.contentDigest
  )
    return `${id}: its content was changed`;
  return digestEntry(entry) === entry.digest ? undefined : `${id}: was changed`;
}

export function brokenEnd(last: Chain, chain: Chain): string | undefined {
  const isEnd = last.seq === chain.seq && last.digest === chain.digest;
  return isEnd ? undefined : 'the record does not end where its history ends';
}

/** Whether the record is what its last entry left; also where the salt has been destroyed, and nobody can tell. */
export const leftSo = (last: EntryRow, head: object) =>
  last.salt === undefined ||
  last.headDigest === '' ||
  digestContent(last.salt, recordIn(head)) === last.headDigest;

/** The record itself, without what its row adds for the store. */
function recordIn(head: object): object {
  const {
    id: _id,
    scope: _scope,
    kind: _kind,
    chain: _chain,
    guarded: _guarded,
    ...record
  } = { ...head } as Record<string, unknown>;
  return record;
}

function digestContent(salt: string, content: unknown): string {
  return sha256(`${salt}\n${canonical(content)}`);
}

function digestEntry(e: Omit<EntryRow, 'id' | 'kind' | 'digest' | 'content' | 'salt'>): string {
  const signed = [e.previous, e.scope, e.ref, e.seq, e.at, e.area, e.actor, e.role, e.organisation];
  const more = [e.door, e.request, e.action, e.commandId, e.contentDigest, e.headDigest];
  return sha256(canonical([...signed, ...more]));
}

/** JSON with sorted keys: the same content always gives the same text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
