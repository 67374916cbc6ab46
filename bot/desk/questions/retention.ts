import type { RetentionRecord, RetentionRow } from '../../contract/retention.ts';
import type { Grant } from '../../contract/roles.ts';
import { isAtRest, retainUntilOf, retentionRuleOf } from '../../domain/retention/schedule.ts';
import { dateLabel } from '../../domain/time/labels.ts';
import { londonDate } from '../../domain/time/london.ts';
import { subjectOf } from '../authorise.ts';
import { collect } from '../collect.ts';
import { asRecord } from '../commands/retention.ts';
import { subjectOf as subjectOfStub } from '../destroyed.ts';
import { kindOf, stateInWords } from '../kinds.ts';
import type { Office } from '../office.ts';
import { keepsRecord, organisationOf } from '../officerReach.ts';
import { allows } from '../permissions/allows.ts';
import type { Page } from '../ports.ts';
import { destroyedAction } from '../purge.ts';
import type { EntryRow, HeadRow, Row, StubRow } from '../rows.ts';
import { providerOf, scopesOfArea } from '../scopesOfArea.ts';
import type { Answered, QuestionContext, QuestionSpecs } from '../spec.ts';
import { tidyReference } from '../tidyReference.ts';
import { notAvailableAnswer } from './find.ts';
import { pagingOf } from './incident.ts';
import { momentInWords } from './labels.ts';

const readRetention = { object: 'retention', action: 'R' } as const;

interface ListInput {
  readonly after?: string | undefined;
  readonly size?: number | undefined;
}

export const retentionQuestions = {
  'retention.due': {
    ...readRetention,
    answer: async (context) => {
      const today = londonDate(context.now);
      const listed = await listOver(context, (scope, paging) =>
        context.office.records.list(scope, 'recordsDueForReview', { today: today.toString() }, paging),
      );
      return listOf(listed, (await reached(context, listed.rows)).map(rowOf));
    },
  },
  'retention.held': {
    ...readRetention,
    answer: async (context) => {
      const listed = await listOver(context, (scope, paging) =>
        context.office.records.list(scope, 'recordsOnHold', {}, paging),
      );
      return listOf(listed, (await reached(context, listed.rows)).map(rowOf));
    },
  },
  'retention.destroyed': {
    ...readRetention,
    answer: async (context) => {
      const listed = await listOver(context, (scope, paging) =>
        context.office.records.list(scope, 'stubs', {}, paging),
      );
      return listOf(listed, (await reached(context, listed.rows)).map(stubRowOf));
    },
  },
  'retention.record': {
    ...readRetention,
    answer: async (context) => {
      const { office, input } = context;
      const ref = tidyReference(input.ref);
      const row = await findRow(office, context.grants, ref);
      const [found] = await reached(context, row ? [row] : []);
      if (!found) return notAvailableAnswer;
      const entries = await collect(office.records, found.scope, 'entriesOfRecord', { ref });
      const timeline = entries.flatMap(decisionInWords);
      const answer: RetentionRecord =
        found.kind === 'stub'
          ? { row: stubRowOf(found), facts: [], timeline, steps: [] }
          : { row: rowOf(found), facts: factsOf(found), timeline, steps: stepsOf(found, context.now) };
      return { answered: true, answer, identifiers: timeline.flatMap(({ text }) => text ?? []), read: ref };
    },
  },
} satisfies Partial<QuestionSpecs>;

type Lister<R extends Row> = (
  scope: string,
  paging: { readonly size?: number; readonly after?: string },
) => Promise<Page<R>>;

/** One list for each scope of the officer's area, one after the other; the page token says in which scope to go on. */
async function listOver<R extends Row>(
  context: QuestionContext<ListInput>,
  list: Lister<R>,
  begin = context.input.after,
): Promise<{ readonly rows: readonly R[]; readonly next?: string }> {
  const { office, grants, input } = context;
  const scopes = await scopesOfArea(office, grants[0].area);
  const [start = '0', ...rest] = (begin ?? '0').split(':');
  if (scopes[Number(start)] === undefined) throw new RangeError('This page token names no scope.');
  const page = await list(scopes[Number(start)] ?? '', pagingOf({ size: input.size, after: rest.join(':') }));
  const rows = page.rows.map(({ row }) => row);
  if (page.next) return { rows, next: `${start}:${page.next}` };
  const further = await firstWithAny(scopes, Number(start) + 1, list);
  if (further === undefined) return { rows };
  // What there is comes with the first page: an empty one helps nobody.
  if (rows.length === 0) return listOver(context, list, `${further}`);
  return { rows, next: `${further}` };
}

async function firstWithAny(
  scopes: readonly string[],
  start: number,
  list: Lister<Row>,
): Promise<number | undefined> {
  for (let at = start; at < scopes.length; at += 1) {
    const page = await list(scopes[at] ?? '', { size: 1 });
    if (page.rows.length > 0) return at;
  }
  return undefined;
}

function listOf<T>({ next }: { readonly next?: string }, rows: T[]): Answered<{ rows: T[]; next?: string }> {
  return { answered: true, answer: { rows, ...(next ? { next } : {}) }, identifiers: [] };
}

/** Which of these the officer decides about: a provider's scope holds other areas' records, an area other controllers'. */
async function reached<R extends HeadRow | StubRow>(
  { office, grants, person }: Pick<QuestionContext<unknown>, 'office' | 'grants' | 'person'>,
  rows: readonly R[],
): Promise<R[]> {
  const held = await Promise.all(
    grants.map(async (grant) => ({ grant, organisation: await organisationOf(office, grant) })),
  );
  const subject = (row: HeadRow | StubRow) =>
    row.kind === 'stub' ? subjectOfStub(row, person.person) : subjectOf(row, person.person);
  return rows.filter((row) =>
    held.some(
      ({ grant, organisation }) =>
        allows(grant, 'R', 'retention', subject(row)).allowed && keepsRecord(organisation, row),
    ),
  );
}

async function findRow(
  office: Office,
  grants: readonly Grant[],
  ref: string,
): Promise<HeadRow | StubRow | undefined> {
  const areas = [...new Set(grants.map(({ area }) => area))];
  const scopes = new Set((await Promise.all(areas.map((area) => scopesOfArea(office, area)))).flat());
  const reads = [...scopes].flatMap((scope) => [
    office.records.read(scope, ref, 'head'),
    office.records.read(scope, ref, 'stub'),
  ]);
  return (await Promise.all(reads)).find((stored) => stored !== undefined)?.row;
}

function whereItLies(scope: string) {
  const provider = providerOf(scope);
  return provider === undefined ? {} : { provider };
}

function rowOf(head: HeadRow): RetentionRow {
  const until = retainUntilOf(asRecord(head));
  return {
    ref: head.ref,
    version: head.version,
    ...whereItLies(head.scope),
    kind: kindOf(head.type).label,
    stateLabel: stateInWords(head.type, head.state),
    made: dayInWords(head.createdAt),
    ...(until ? { until: dateLabel(until) } : {}),
    held: head.held ?? false,
  };
}

/** The destruction's own two lines of history are not counted: they stay. */
function stubRowOf(stub: StubRow) {
  return {
    ref: stub.ref,
    ...whereItLies(stub.scope),
    kind: kindOf(stub.type).label,
    made: dayInWords(stub.createdAt),
    destroyed: dayInWords(stub.at),
    ...(stub.state === 'DESTROYING'
      ? { progress: `${stub.purged} of ${stub.chain.seq} lines of its history are gone` }
      : {}),
  };
}

const dayInWords = (instant: string) => dateLabel(londonDate(Temporal.Instant.from(instant)));

function factsOf(head: HeadRow): RetentionRecord['facts'] {
  const record = asRecord(head);
  const rule = retentionRuleOf(record);
  const until = retainUntilOf(record);
  return [
    { label: 'Kept for', value: rule ? `${rule.years} years from ${rule.from}` : 'There is no rule yet' },
    { label: 'Falls under', value: rule?.label ?? kindOf(head.type).label },
    { label: 'Review from', value: until ? dateLabel(until) : 'Not known while it is open' },
    ...(until && !isAtRest(record) ? [{ label: 'Before a review', value: 'It has to be ended first' }] : []),
    ...(head.keepUntil ? [{ label: 'A review kept it until', value: dayLabel(head.keepUntil) }] : []),
  ];
}

const dayLabel = (day: string) => dateLabel(Temporal.PlainDate.from(day));

/** The rules have the last word; these are the buttons worth showing. */
function stepsOf(head: HeadRow, now: Temporal.Instant): RetentionRecord['steps'] {
  const record = asRecord(head);
  const until = retainUntilOf(record);
  const isDue = until && Temporal.PlainDate.compare(until, londonDate(now)) <= 0 && isAtRest(record);
  if (head.held) return ['retention.release', ...(isDue ? ['retention.keep' as const] : [])];
  return [...(isDue ? (['retention.keep', 'retention.destroy'] as const) : []), 'retention.hold'];
}

/** What was decided about keeping it: nothing of what the record says. */
function decisionInWords({ action, at, content = {} }: EntryRow): RetentionRecord['timeline'] {
  const said = (key: string) => (typeof content[key] === 'string' ? content[key] : '');
  const line = (what: string) => [
    { at: momentInWords(at), who: said('by'), what, ...(said('reason') ? { text: said('reason') } : {}) },
  ];
  switch (action) {
    case 'retention.kept':
      return line(said('until') ? `Kept until ${dayLabel(said('until'))}` : 'Kept');
    case 'retention.held':
      return line('Put on hold');
    case 'retention.released':
      return line('Hold released');
    case destroyedAction:
      return line('Destroyed');
    case 'record.purged':
      return line('Everything of it is gone');
    default:
      return [];
  }
}
