/** The daily seals of a scope, each against what the day holds now and against its anchor outside the store. */
import { londonDate } from '../../domain/time/london.ts';
import { accessKey } from '../logAccess.ts';
import type { Sealed, SealRow } from '../rows.ts';
import { anchorName, anchorText, readAnchor } from './anchors.ts';
import { linesOf, rowsOf } from './pages.ts';
import { countDay, digestSeal, firstPrevious, startOf } from './seal.ts';
import type { Counts, Evidence } from './verify.ts';

export async function verifyDays(
  evidence: Evidence,
  scope: string,
  counts: Counts,
): Promise<string | undefined> {
  let last: SealRow | undefined;
  for await (const seal of rowsOf(evidence.records, scope, 'sealsOfScope', {})) {
    const broken =
      (last ? undefined : await beforeFirst(evidence, scope, seal)) ??
      brokenSeal(seal, last) ??
      (await anchored(evidence, seal)) ??
      (await changedDay(evidence, seal));
    if (broken) return `${scope}, ${broken}`;
    last = seal;
    counts.seals += 1;
    counts.anchors += 1;
    counts.lines += seal.lines.count;
  }
  await countUnsealed(evidence, scope, last, counts);
  return undefined;
}

function brokenSeal(seal: SealRow, last: SealRow | undefined): string | undefined {
  const day = last && Temporal.PlainDate.from(last.day).add({ days: 1 }).toString();
  if (day !== undefined && seal.day !== day) return `${day}: the seal of this day is missing.`;
  if (seal.previous !== (last?.digest ?? firstPrevious))
    return `${seal.day}: its seal does not continue the seal of the day before.`;
  return digestSeal(seal) === seal.digest ? undefined : `${seal.day}: its seal was changed.`;
}

async function anchored({ anchors }: Evidence, seal: SealRow): Promise<string | undefined> {
  const name = anchorName(seal.scope, seal.day);
  const text = await anchors.read(name);
  if (text === undefined) return `${seal.day}: its seal has no anchor outside the store (${name}).`;
  if (text === anchorText(seal)) return undefined;
  return readAnchor(text)
    ? `${seal.day}: its seal is not the one that the anchor ${name} holds outside the store.`
    : `${seal.day}: the anchor ${name} outside the store was changed and cannot be read.`;
}

async function changedDay(evidence: Evidence, seal: SealRow): Promise<string | undefined> {
  const now = await countDay(evidence, seal.scope, Temporal.PlainDate.from(seal.day));
  const entries = difference(seal.entries, now.entries, 'entries of history');
  const lines = difference(seal.lines, now.lines, 'lines of the access log');
  const what = entries ?? lines;
  return what && `${seal.day}: ${what}`;
}

function difference(then: Sealed, now: Sealed, what: string): string | undefined {
  if (then.count !== now.count)
    return `the ${what} were ${then.count} when the day was sealed, and are ${now.count} now.`;
  return then.digest === now.digest ? undefined : `the ${what} are not those that were sealed.`;
}

/** Nothing may stand before the first sealed day: it could only have been put there later. */
async function beforeFirst(
  { records, access }: Evidence,
  scope: string,
  { day }: SealRow,
): Promise<string | undefined> {
  const first = Temporal.PlainDate.from(day);
  const window = { from: '', until: startOf(first) };
  const entries = await records.list(scope, 'entriesOfWindow', window, { size: 1 });
  const lines = await access.list(accessKey(scope, first), 'linesOfWindow', window, { size: 1 });
  return entries.rows.length + lines.lines.length > 0
    ? `${day}: something of an earlier day stands before the first day that was sealed.`
    : undefined;
}

/** What came after the last seal, as far back as two months where nothing has been sealed. */
async function countUnsealed(
  { records, access, clock }: Evidence,
  scope: string,
  last: SealRow | undefined,
  counts: Counts,
): Promise<void> {
  const today = londonDate(clock.now());
  const since = last ? Temporal.PlainDate.from(last.day).add({ days: 1 }) : undefined;
  const window = { from: since ? startOf(since) : '', until: '9999' };
  for await (const _entry of rowsOf(records, scope, 'entriesOfWindow', window)) counts.unsealedEntries += 1;
  let month = (since ?? today.subtract({ months: 2 })).toPlainYearMonth();
  for (
    ;
    Temporal.PlainYearMonth.compare(month, today.toPlainYearMonth()) <= 0;
    month = month.add({ months: 1 })
  ) {
    const key = accessKey(scope, month.toPlainDate({ day: 1 }));
    for await (const _line of linesOf(access, key, window)) {
      counts.unsealedLines += 1;
      counts.lines += 1;
    }
  }
  const isEarlier = last && (counts.sealedUpTo === undefined || last.day < counts.sealedUpTo);
  if (isEarlier) counts.sealedUpTo = last.day;
}
