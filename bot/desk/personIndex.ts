/** The person index (DOMAIN §10): by which keyed hashes a record is found when a person asks for their data (§8). */
import type { Head } from '../domain/decision.ts';
import type { Operation } from './ports.ts';
import type { HeadRow, PersonIndexRow } from './rows.ts';

/** Rows for the hashes that the head has now and had not before, and the other way round; its ETag guards them. */
export function personIndexOperations(head: Head, before: HeadRow | undefined, scope: string): Operation[] {
  const [had, has] = [hashesOf(before), hashesOf(head)];
  const row = (personHash: string): PersonIndexRow => ({
    id: idOf(head.ref, personHash),
    scope,
    kind: 'personIndex',
    ref: head.ref,
    personHash,
    at: head.createdAt,
  });
  return [
    ...has.filter((hash) => !had.includes(hash)).map((hash): Operation => ({ op: 'upsert', row: row(hash) })),
    ...had
      .filter((hash) => !has.includes(hash))
      .map((hash): Operation => ({ op: 'delete', id: idOf(head.ref, hash) })),
  ];
}

const idOf = (ref: string, hash: string) => `person-of:${ref}:${hash}`;

function hashesOf(head: Head | undefined): string[] {
  return [...new Set([...(head?.personHash ? [head.personHash] : []), ...(head?.personHashes ?? [])])];
}
