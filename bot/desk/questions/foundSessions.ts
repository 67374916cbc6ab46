/** Sessions as the lists find them: each row with its referral, and those that still wait for a result. */
import type { Referral, Session } from '../../domain/rehab/referral.ts';
import { asReferral } from '../commands/referral.ts';
import type { Office } from '../office.ts';
import type { ListParameters, Stored } from '../ports.ts';
import type { HeadRow, SessionRow } from '../rows.ts';

export interface FoundSession {
  readonly row: SessionRow;
  readonly head: HeadRow;
  readonly referral: Referral;
  readonly held: Session;
}

/** The referral behind each row, read at once; a row whose session has gone meanwhile is left out. */
export async function withReferrals(
  office: Office,
  scope: string,
  rows: readonly Stored<SessionRow>[],
): Promise<FoundSession[]> {
  const heads = await Promise.all(rows.map(({ row }) => office.records.read(scope, row.ref, 'head')));
  return rows.flatMap(({ row }, index) => {
    const head = heads[index]?.row;
    if (head?.type !== 'REF') return [];
    const referral = asReferral(head);
    const held = referral.body.sessions[row.session];
    return held?.start === row.at ? [{ row, head, referral, held }] : [];
  });
}

/** How many sessions without a result are shown at once; the next come as these get theirs. */
const mostShown = 20;

export const noneOpen: { found: FoundSession[]; more: boolean } = { found: [], more: false };

/** Sessions of which nobody has said how they went, that had started by an instant; the longest ago first. */
export async function openSessions<N extends 'openSessions' | 'openSessionsOfTrainer'>(
  office: Office,
  scope: string,
  list: N,
  parameters: ListParameters[N],
): Promise<typeof noneOpen> {
  const page = await office.records.list(scope, list, parameters, { size: mostShown });
  return { found: await withReferrals(office, scope, page.rows), more: page.next !== undefined };
}

/** Absent where there is none. */
export function noResult<T>(rows: T[], more: boolean) {
  if (rows.length === 0) return {};
  const count = more
    ? `More than ${rows.length} sessions`
    : rows.length === 1
      ? '1 session'
      : `${rows.length} sessions`;
  return { noResult: { label: `${count} ${rows.length === 1 ? 'has' : 'have'} no result yet`, rows } };
}
