/** The audit log for the information-governance officer, and its technical side for an administrator (DOMAIN §8, §1.2). */
import type { AuditRow } from '../../contract/audit.ts';
import type { FileInput } from '../../contract/files.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { Grant } from '../../contract/roles.ts';
import { normaliseName } from '../../domain/people/names.ts';
import { parseReference } from '../../domain/references.ts';
import { dateLabel } from '../../domain/time/labels.ts';
import { londonDate } from '../../domain/time/london.ts';
import { placeToken, readPlace, searchAudit, type LinesFound, type Search } from '../audit/search.ts';
import { areaScope, type Office } from '../office.ts';
import { everyone } from '../people.ts';
import { allows } from '../permissions/allows.ts';
import type { FileSpecs, QuestionContext, QuestionSpecs } from '../spec.ts';
import { auditView, tableOf } from './auditViews.ts';
import { momentInWords } from './labels.ts';

const readAudit = { object: 'auditLog', action: 'R' } as const;

type Criteria = FileInput<'audit.export'>;
type Asking = Pick<QuestionContext<Criteria>, 'input' | 'office' | 'now' | 'grants' | 'person'>;

const usualDays = 30;
const usualPage = 50;
/** What an export holds at most, and how many lines it looks at for them. */
const mostExported = 5_000;
const mostPages = 100;

export const auditQuestions = {
  'audit.search': {
    ...readAudit,
    answer: async ({ input, office, now, grants, person }) => {
      const { after, size = usualPage, ...criteria } = input;
      const asked = await understood({ input: criteria, office, now, grants, person });
      if ('refusal' in asked) return { answered: false, refusal: asked.refusal };
      const { search, isTechnical } = asked;
      const found = await searchAudit(
        office,
        search,
        size,
        after === undefined ? undefined : readPlace(after),
      );
      const seals = await office.records.list(areaScope(search.area), 'newestSeals', {}, { size: 1 });
      const day = seals.rows[0]?.row.day;
      return {
        answered: true,
        identifiers: [],
        read: wordsOf(search),
        answer: {
          rows: await auditView(office, found.lines, isTechnical),
          from: search.from.toString(),
          until: search.until.toString(),
          ...pageOf(found, size),
          ...(day ? { sealedUpTo: dateLabel(Temporal.PlainDate.from(day)) } : {}),
        },
      };
    },
  },
} satisfies Partial<QuestionSpecs>;

export const auditFiles = {
  'audit.export': {
    ...readAudit,
    answer: async ({ input, office, now, grants, person }) => {
      const asked = await understood({ input, office, now, grants, person });
      if ('refusal' in asked) return { answered: false, refusal: asked.refusal };
      const { search, isTechnical } = asked;
      const { rows, isAll } = await everyRow(office, search, isTechnical);
      const { columns, cells } = tableOf(rows, isTechnical);
      const more = ['There is more than fits in one file. Choose a shorter period.'];
      // As many cells as every other row has, or a reader takes the file for broken.
      const rest = isAll ? [] : [columns.map((_, place) => more[place] ?? '')];
      return {
        answered: true,
        identifiers: [],
        read: wordsOf(search),
        answer: {
          filename: `audit-${search.from.toString()}-to-${search.until.toString()}.csv`,
          bytes: office.documents.table(columns, [...cells, ...rest]),
        },
      };
    },
  },
} satisfies Partial<FileSpecs>;

function pageOf({ lines, next }: LinesFound, size: number) {
  if (!next) return {};
  return { next: placeToken(next), ...(lines.length < size ? { lookedBackTo: momentInWords(next.at) } : {}) };
}

async function everyRow(office: Office, search: Search, isTechnical: boolean) {
  const rows: AuditRow[] = [];
  let next: LinesFound['next'];
  for (let page = 1; page <= mostPages && rows.length < mostExported; page += 1) {
    const found = await searchAudit(office, search, Math.min(500, mostExported - rows.length), next);
    rows.push(...(await auditView(office, found.lines, isTechnical)));
    next = found.next;
    if (!next) return { rows, isAll: true };
  }
  return { rows, isAll: false };
}

/** What was searched for, as the access log keeps it: a reference, dates, ids of staff. */
function wordsOf({ ref, people, from, until, kind }: Search): string {
  const period = `${from.toString()}..${until.toString()}`;
  return [...(ref ? [ref] : []), 'audit', period, ...(people ?? []), ...(kind ? [kind] : [])].join(' ');
}

type Understood = { readonly search: Search; readonly isTechnical: boolean } | { readonly refusal: Refusal };

const wrong = (field: string, message: string): { readonly refusal: Refusal } => ({
  refusal: { code: 'invalid', field, message, fields: [{ field, message }] },
});

/** The search that was asked for, under the grant that shows the most. */
async function understood({ input, office, now, grants, person }: Asking): Promise<Understood> {
  const { grant, isTechnical } = widest(grants, person.person);
  if (isTechnical && input.ref)
    return wrong('ref', 'Your role sees no records here. Leave the reference out.');
  if (isTechnical && input.person)
    return wrong('person', 'Your role sees no people here. Leave the name out.');
  const period = periodOf(input, londonDate(now));
  if ('refusal' in period) return period;
  const people = input.person ? await peopleNamed(office, input.person) : undefined;
  if (people?.length === 0)
    return wrong('person', 'Nobody of this name is in the directory. Write it as it stands there.');
  const ref = input.ref === undefined ? undefined : parseReference(input.ref)?.ref;
  if (input.ref !== undefined && ref === undefined)
    return wrong(
      'ref',
      'This is no reference: a letter or digit is wrong. Compare it with where you read it.',
    );
  return { search: { area: grant.area, ref, people, kind: input.kind, ...period }, isTechnical };
}

function widest(grants: readonly [Grant, ...Grant[]], who: string) {
  const [first] = grants;
  const isNarrow = (grant: Grant) => {
    const permission = allows(grant, 'R', 'auditLog', { who, area: grant.area });
    return !permission.allowed || permission.qualifiers.length > 0;
  };
  const full = grants.find((grant) => !isNarrow(grant));
  return { grant: full ?? first, isTechnical: full === undefined };
}

function periodOf(
  input: Criteria,
  today: Temporal.PlainDate,
): { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate } | { readonly refusal: Refusal } {
  const noDay = 'There is no such day. Give the date, for example 2027-01-28.';
  const until = input.until === undefined ? today : dayOf(input.until);
  if (!until) return wrong('until', noDay);
  const from = input.from === undefined ? until.subtract({ days: usualDays }) : dayOf(input.from);
  if (!from) return wrong('from', noDay);
  if (Temporal.PlainDate.compare(from, until) > 0) return wrong('until', 'The last day is before the first.');
  if (Temporal.PlainDate.compare(from.add({ years: 1 }), until) < 0)
    return wrong('from', 'Search at most a year at a time. Choose a later first day.');
  return { from, until };
}

function dayOf(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

async function peopleNamed(office: Office, name: string): Promise<string[]> {
  const wanted = normaliseName(name);
  const people = await everyone(office);
  return people.filter((person) => normaliseName(person.name) === wanted).map(({ person }) => person);
}
