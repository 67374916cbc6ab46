/** What one scope's London day holds, and the seal over it (D16). */
import { createHash, type Hash } from 'node:crypto';
import { LONDON } from '../../domain/time/london.ts';
import { canonical, chainStart, sha256 } from '../digest.ts';
import { accessKey } from '../logAccess.ts';
import type { Office } from '../office.ts';
import type { AccessLine } from '../ports.ts';
import type { Sealed, SealRow } from '../rows.ts';

export type Books = Pick<Office, 'records' | 'access'>;

export const firstPrevious = chainStart.digest;
export const sealId = (day: string) => `seal:${day}`;
const pageSize = 200;

/** A window of whole London days. Its bounds lack the final Z, so that every fraction of their second lies behind them. */
export function windowOf(
  first: Temporal.PlainDate,
  last = first,
): { readonly from: string; readonly until: string } {
  return { from: startOf(first), until: startOf(last.add({ days: 1 })) };
}

export const startOf = (day: Temporal.PlainDate) =>
  day.toZonedDateTime(LONDON).toInstant().toString().slice(0, -1);

/** The history and access lines of a scope's day, counted and digested page by page: nothing is kept. */
export async function countDay(
  books: Books,
  scope: string,
  day: Temporal.PlainDate,
): Promise<Pick<SealRow, 'entries' | 'lines'>> {
  const window = windowOf(day);
  const entries = await tally((after) => entriesPage(books, scope, window, after));
  const lines = await tally((after) => linesPage(books, accessKey(scope, day), window, after));
  return { entries, lines };
}

type PageOf = (
  after: string | undefined,
) => Promise<{ readonly texts: readonly string[]; readonly next?: string }>;

async function tally(page: PageOf): Promise<Sealed> {
  const digest: Hash = createHash('sha256');
  let count = 0;
  let after: string | undefined;
  do {
    const { texts, next } = await page(after);
    for (const text of texts) digest.update(`${text}\n`);
    count += texts.length;
    after = next;
  } while (after !== undefined);
  return { count, digest: digest.digest('hex') };
}

/** An entry's digest stands for all of it, so its content may be destroyed one day and the seal still holds. */
async function entriesPage(
  { records }: Books,
  scope: string,
  window: { readonly from: string; readonly until: string },
  after: string | undefined,
) {
  const page = await records.list(scope, 'entriesOfWindow', window, paged(after));
  const texts = page.rows.map(({ row }) => `${row.id} ${row.digest}`);
  return page.next === undefined ? { texts } : { texts, next: page.next };
}

async function linesPage(
  { access }: Books,
  key: string,
  window: { readonly from: string; readonly until: string },
  after: string | undefined,
) {
  const page = await access.list(key, 'linesOfWindow', window, paged(after));
  const texts = page.lines.map((line) => `${line.id} ${sha256(canonical(fieldsOf(line)))}`);
  return page.next === undefined ? { texts } : { texts, next: page.next };
}

const paged = (after: string | undefined) => ({ size: pageSize, ...(after === undefined ? {} : { after }) });

const fieldsOf = (line: AccessLine): object => ({ ...line });

/** The seal of a day, continuing the one before. */
export function sealOf(
  scope: string,
  day: string,
  { entries, lines }: Pick<SealRow, 'entries' | 'lines'>,
  previous: string,
): SealRow {
  const digest = digestSeal({ scope, day, entries, lines, previous });
  return { id: sealId(day), scope, kind: 'seal', day, entries, lines, previous, digest };
}

export const digestSeal = ({
  scope,
  day,
  entries,
  lines,
  previous,
}: Omit<SealRow, 'id' | 'kind' | 'digest'>): string =>
  sha256(canonical([previous, scope, day, entries.count, entries.digest, lines.count, lines.digest]));
