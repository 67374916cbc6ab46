/** History that can be checked and, one day, partly destroyed (D16). */
import { createHash } from 'node:crypto';
import type { Random } from './ports.ts';
import type { EntryRow } from './rows.ts';

export const chainStart = { seq: 0, digest: '0'.repeat(64) } as const;

/** Id of an entry row: sorts by sequence within its record. */
export const entryId = (ref: string, seq: number) => `${ref}:${String(seq).padStart(6, '0')}`;

type Unsealed = Pick<
  EntryRow,
  'scope' | 'ref' | 'at' | 'actor' | 'role' | 'organisation' | 'action' | 'commandId'
> & {
  readonly content: Readonly<Record<string, unknown>>;
};

/** The next entry of a chain. The salt keeps a short content from being guessed once it has been destroyed. */
export function sealEntry(chain: { seq: number; digest: string }, draft: Unsealed, random: Random): EntryRow {
  const seq = chain.seq + 1;
  const salt = random.hex(16);
  const contentDigest = digestContent(salt, draft.content);
  const head = { ...draft, seq, contentDigest, previous: chain.digest };
  return { id: entryId(draft.ref, seq), kind: 'entry', ...head, salt, digest: digestEntry(head) };
}

/** Why a chain does not hold, naming the first broken link; undefined when it holds. Entries oldest first. */
export function brokenLink(
  entries: readonly EntryRow[],
  chain: { seq: number; digest: string },
): string | undefined {
  let previous: { seq: number; digest: string } = chainStart;
  for (const entry of entries) {
    const id = entryId(entry.ref, entry.seq);
    if (entry.seq !== previous.seq + 1) return `${id}: ${previous.seq + 1} is missing`;
    if (entry.previous !== previous.digest) return `${id}: does not continue the entry before it`;
    if (entry.content !== undefined && entry.salt !== undefined) {
      if (digestContent(entry.salt, entry.content) !== entry.contentDigest)
        return `${id}: its content was changed`;
    }
    if (digestEntry(entry) !== entry.digest) return `${id}: was changed`;
    previous = { seq: entry.seq, digest: entry.digest };
  }
  if (previous.seq !== chain.seq || previous.digest !== chain.digest)
    return 'the record does not end where its history ends';
  return undefined;
}

function digestContent(salt: string, content: unknown): string {
  return sha256(`${salt}\n${canonical(content)}`);
}

function digestEntry(e: Omit<EntryRow, 'id' | 'kind' | 'digest' | 'content' | 'salt'>): string {
  const signed = [
    e.previous,
    e.scope,
    e.ref,
    e.seq,
    e.at,
    e.actor,
    e.role,
    e.organisation,
    e.action,
    e.commandId,
  ];
  return sha256(canonical([...signed, e.contentDigest]));
}

/** JSON with sorted keys: the same content always gives the same text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
