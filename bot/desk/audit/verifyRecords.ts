/** Every record of a scope from its first entry to its head's end; histories without a record, records without one. */
import { collect } from '../collect.ts';
import { brokenAt, brokenEnd, brokenLink, chainStart, leftSo } from '../digest.ts';
import type { EntryRow, HeadRow, StubRow } from '../rows.ts';
import { rowsOf } from './pages.ts';
import type { Counts, Evidence } from './verify.ts';

/** Where a history ends: a record, or what is left of one that was destroyed at the end of its time (§8). */
type End = HeadRow | StubRow;

/**
 * Records and history are two lists in the order of their references, walked side by side. What looks broken is read once
 * more by itself before it is called so: somebody may be at work on it.
 */
export async function verifyRecords(
  evidence: Pick<Evidence, 'records'>,
  scope: string,
  counts: Counts,
): Promise<string | undefined> {
  const { records } = evidence;
  const heads = endsOf(records, scope);
  const histories = byRecord(rowsOf(records, scope, 'entriesOfScope', {}), counts);
  const confirm = async (ref: string) => brokenRecord(evidence, scope, ref);
  let [head, history] = [await heads.next(), await histories.next()];
  while (!head.done || !history.done) {
    const [one, other] = [head.value?.ref, history.value?.ref];
    const first = other === undefined || (one !== undefined && one < other) ? one : other;
    const isWhole = one === other && head.value && history.value && fits(head.value, history.value);
    const broken = first !== undefined && !isWhole ? await confirm(first) : undefined;
    if (broken) return broken;
    if (one === first) {
      counts.records += 1;
      head = await heads.next();
    }
    if (other === first) history = await histories.next();
  }
  return undefined;
}

/** Records and stubs of a scope in one order. */
async function* endsOf(records: Evidence['records'], scope: string): AsyncGenerator<End, undefined> {
  const heads = rowsOf(records, scope, 'headsOfScope', {});
  const stubs = rowsOf(records, scope, 'stubsOfScope', {});
  let [head, stub] = [await heads.next(), await stubs.next()];
  while (!head.done || !stub.done) {
    if (!head.done && (stub.done || head.value.ref < stub.value.ref)) {
      yield head.value;
      head = await heads.next();
    } else if (!stub.done) {
      yield stub.value;
      stub = await stubs.next();
    }
  }
  return undefined;
}

/** What is left of a record's history once it has been walked. */
interface Walked {
  readonly ref: string;
  readonly broken: boolean;
  readonly last: EntryRow;
}

async function* byRecord(
  entries: AsyncGenerator<EntryRow>,
  counts: Counts,
): AsyncGenerator<Walked, undefined> {
  let walked: Walked | undefined;
  for await (const entry of entries) {
    counts.entries += 1;
    if (entry.salt === undefined || entry.content === undefined) counts.stubs += 1;
    if (walked && walked.ref !== entry.ref) {
      yield walked;
      walked = undefined;
    }
    const broken = walked?.broken || brokenAt(entry, walked?.last ?? chainStart) !== undefined;
    walked = { ref: entry.ref, broken, last: entry };
  }
  if (walked) yield walked;
  return undefined;
}

const fits = (end: End, { broken, last }: Walked) =>
  !broken && brokenEnd(last, end.chain) === undefined && isLeftSo(last, end);

/** A stub holds nothing that an entry could have sealed. */
const isLeftSo = (last: EntryRow, end: End) => end.kind === 'stub' || leftSo(last, end);

/** As often as this a record may move between two readings before it is called broken. */
const mostReadings = 5;

async function brokenRecord(
  { records }: Pick<Evidence, 'records'>,
  scope: string,
  ref: string,
): Promise<string | undefined> {
  let broken: string | undefined;
  for (let reading = 1; reading <= mostReadings; reading += 1) {
    const entries = await collect(records, scope, 'entriesOfRecord', { ref });
    const stored = (await records.read(scope, ref, 'head')) ?? (await records.read(scope, ref, 'stub'));
    broken = whatIsWrong(stored?.row, entries);
    if (broken === undefined) return undefined;
  }
  return `${scope}, ${ref}: ${broken}.`;
}

function whatIsWrong(end: End | undefined, entries: readonly EntryRow[]): string | undefined {
  const last = entries.at(-1);
  if (!end && !last) return undefined;
  if (!end) return 'there is a history, but no record to it';
  if (!last) return 'there is a record without any history';
  return (
    brokenLink(entries, end.chain) ??
    (isLeftSo(last, end) ? undefined : `the record is not what its last entry, ${last.id}, left`)
  );
}
