/**
 * Looks through history and access log of one area, newest first (D8): fixed queries, each of one scope or partition,
 * merged. A page goes on from the line the last one ended at.
 */
import { parseReference } from '../../domain/references.ts';
import { londonDate } from '../../domain/time/london.ts';
import type { AuditKind } from '../../contract/audit.ts';
import { collect } from '../collect.ts';
import { accessKey } from '../logAccess.ts';
import { areaScope, directory, orgScope, type Office } from '../office.ts';
import type { AccessLine } from '../ports.ts';
import type { EntryRow } from '../rows.ts';
import { windowOf } from './seal.ts';

export interface Search {
  readonly area: string;
  /** A reference as stored. */
  readonly ref?: string | undefined;
  /** Ids of people; any of them. */
  readonly people?: readonly string[] | undefined;
  readonly kind?: AuditKind | undefined;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
}

export type Line =
  | { readonly kind: 'act'; readonly at: string; readonly id: string; readonly entry: EntryRow }
  | {
      readonly kind: 'read' | 'refusal';
      readonly at: string;
      readonly id: string;
      readonly line: AccessLine;
    };

/** A place in the order: newest first, then by id. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

export interface LinesFound {
  readonly lines: readonly Line[];
  /** Where to go on; undefined at the end. */
  readonly next: Place | undefined;
}

type Source = AsyncGenerator<Line, undefined>;
type Window = { readonly from: string; readonly until: string };

/** How many lines one page looks at before it answers with what it has: what a page costs has an end. */
const mostLooked = 2_000;
const pageSize = 100;

export async function searchAudit(
  office: Pick<Office, 'records' | 'access'>,
  search: Search,
  size: number,
  after: Place | undefined,
): Promise<LinesFound> {
  const heads = await opened(await sourcesOf(office, search, after));
  const lines: Line[] = [];
  let looked = 0;
  let last: Place | undefined;
  while (heads.length > 0 && lines.length < size && looked < mostLooked) {
    heads.sort((one, other) => (isBehind(other.line, one.line) ? -1 : 1));
    const [first] = heads;
    if (!first) break;
    const { line } = first;
    const next = await first.source.next();
    if (next.done) heads.shift();
    else first.line = next.value;
    if (after && !isBehind(line, after)) continue;
    looked += 1;
    last = line;
    if (matches(line, search)) lines.push(line);
  }
  return { lines, next: heads.length > 0 ? last : undefined };
}

async function opened(sources: readonly Source[]): Promise<{ source: Source; line: Line }[]> {
  const first = await Promise.all(sources.map((source) => source.next()));
  return sources.flatMap((source, index) => {
    const result = first[index];
    return result && !result.done ? [{ source, line: result.value }] : [];
  });
}

const isBehind = (line: Place, place: Place) =>
  line.at < place.at || (line.at === place.at && line.id < place.id);

function matches(line: Line, { ref, kind }: Search): boolean {
  if (kind !== undefined && line.kind !== kind) return false;
  if (ref === undefined) return true;
  // A list that was read names every record it showed.
  return line.kind === 'act' ? line.entry.ref === ref : (line.line.ref ?? '').split(' ').includes(ref);
}

async function sourcesOf(
  office: Pick<Office, 'records' | 'access'>,
  search: Search,
  after: Place | undefined,
): Promise<Source[]> {
  const { from, until } = windowOf(search.from, search.until);
  // A space sorts behind the moment itself and before any other: lines of the same moment are looked at again.
  const window = { from, until: after && after.at < until ? `${after.at} ` : until };
  const scopes =
    search.kind === 'read' || search.kind === 'refusal' ? [] : await scopesOf(office, search.area);
  const people = search.people ?? [undefined];
  return [
    ...scopes.flatMap((scope) =>
      search.ref === undefined
        ? people.map((person) => entriesOf(office, scope, search.area, person, window))
        : [entriesOfRecord(office, scope, search, window)],
    ),
    ...(search.kind === 'act'
      ? []
      : people.map((person) => accessLines(office, search, person, window, after))),
  ];
}

/** The area's own records, and those of its people that providers keep. */
async function scopesOf({ records }: Pick<Office, 'records'>, area: string): Promise<string[]> {
  const organisations = await collect(records, directory, 'organisations', {});
  const providers = organisations.filter(({ type }) => type === 'rehabProvider' || type === 'schemeProvider');
  return [areaScope(area), ...providers.map(({ organisation }) => orgScope(organisation))];
}

async function* entriesOf(
  { records }: Pick<Office, 'records'>,
  scope: string,
  area: string,
  actor: string | undefined,
  window: Window,
): Source {
  let next: string | undefined;
  do {
    const paged = { size: pageSize, ...(next === undefined ? {} : { after: next }) };
    const page = actor
      ? await records.list(scope, 'newestEntriesOfPerson', { area, actor, ...window }, paged)
      : await records.list(scope, 'newestEntries', { area, ...window }, paged);
    yield* page.rows.map(({ row }) => act(row));
    next = page.next;
  } while (next !== undefined);
  return undefined;
}

async function* entriesOfRecord(
  { records }: Pick<Office, 'records'>,
  scope: string,
  { ref = '', area, people }: Search,
  window: Window,
): Source {
  const entries = await collect(records, scope, 'entriesOfRecord', { ref });
  const wanted = entries.filter(
    (entry) =>
      entry.area === area &&
      entry.at >= window.from &&
      entry.at < window.until &&
      (people === undefined || people.includes(entry.actor)),
  );
  yield* wanted.map(act).toSorted((one, other) => (isBehind(other, one) ? -1 : 1));
  return undefined;
}

const act = (entry: EntryRow): Line => ({ kind: 'act', at: entry.at, id: entry.id, entry });

/** Month by month, the newest first: the log has a partition for each. */
async function* accessLines(
  { access }: Pick<Office, 'access'>,
  search: Search,
  person: string | undefined,
  window: Window,
  after: Place | undefined,
): Source {
  const newest = after ? londonDate(Temporal.Instant.from(after.at)) : search.until;
  const scope = areaScope(search.area);
  let month = newest.toPlainYearMonth();
  const first = search.from.toPlainYearMonth();
  for (; Temporal.PlainYearMonth.compare(month, first) >= 0; month = month.subtract({ months: 1 })) {
    const key = accessKey(scope, month.toPlainDate({ day: 1 }));
    let next: string | undefined;
    do {
      const paged = { size: pageSize, ...(next === undefined ? {} : { after: next }) };
      const page = person
        ? await access.list(key, 'newestLinesOfPerson', { person, ...window }, paged)
        : await access.list(key, 'newestLines', window, paged);
      yield* page.lines.map((line): Line => {
        const kind = line.what === 'read' ? 'read' : 'refusal';
        return { kind, at: line.at, id: line.id, line };
      });
      next = page.next;
    } while (next !== undefined);
  }
  return undefined;
}

/** The records a line names; what else it says it was about (a search of the audit itself) is no record. */
export function refsOf(line: Line): readonly string[] {
  if (line.kind === 'act') return [line.entry.ref];
  return (line.line.ref ?? '').split(' ').filter((word) => parseReference(word) !== undefined);
}

const separator = '|';

/** A place as a page token, and back. `readPlace` throws RangeError for a text that is none. */
export const placeToken = ({ at, id }: Place) => Buffer.from(`${at}${separator}${id}`).toString('base64url');

export function readPlace(token: string): Place {
  const text = Buffer.from(token, 'base64url').toString();
  const cut = text.indexOf(separator);
  const at = text.slice(0, Math.max(cut, 0));
  Temporal.Instant.from(at);
  return { at, id: text.slice(cut + 1) };
}
