import { everyArea, isActive, roleLabels, type Grant } from '../../contract/roles.ts';
import type { PersonPage } from '../../contract/peopleAnswers.ts';
import { normaliseName } from '../../domain/people/names.ts';
import { dayInWords, isOver, periodInWords } from '../../domain/people/period.ts';
import { personRef } from '../../domain/people/person.ts';
import { londonDate } from '../../domain/time/london.ts';
import { collect } from '../collect.ts';
import { directory, type Office } from '../office.ts';
import type { PersonRow } from '../rows.ts';
import type { Answered, QuestionSpecs } from '../spec.ts';
import { momentInWords } from './labels.ts';
import { historyLine } from './peopleHistory.ts';

/** Only the administrator may change the directory, and only who may change it may look around in it. */
const administers = { object: 'directory', action: 'U' } as const;

const usualPage = 50;
/** How many pages of the directory one question reads through for a name, at most. */
const mostPages = 10;

export const peopleQuestions = {
  'people.list': {
    ...administers,
    answer: async ({ input, office, now }) => {
      const { rows, next } = await findPeople(office, input);
      const today = londonDate(now).toString();
      const named = await namesOfPlaces(
        office,
        rows.flatMap(({ grants }) => grants),
      );
      return {
        answered: true,
        identifiers: rows.map(({ name }) => name),
        answer: {
          rows: rows.map(({ person, name, grants }) => {
            const roles = grants.filter((grant) => isActive(grant, today));
            return {
              person,
              name,
              roles: roles.map(
                (grant) =>
                  `${roleLabels[grant.role]}, ${named.organisation(grant.organisation)}${grant.coverFor ? ', covering' : ''}`,
              ),
              ...(roles.length === 0 ? { note: 'No role today' } : {}),
            };
          }),
          ...(next ? { next } : {}),
        },
      };
    },
  },
  'people.page': {
    ...administers,
    answer: async ({ input, office, now }) => {
      const [found, head] = await Promise.all([
        readPerson(office, input.person),
        office.records.read(directory, personRef(input.person), 'head'),
      ]);
      if (!found || !head) return nobodyThere;
      const today = londonDate(now).toString();
      const [entries, named, colleagues, absent] = await Promise.all([
        collect(office.records, directory, 'entriesOfRecord', { ref: head.row.ref }),
        namesOfPlaces(office, found.grants),
        Promise.all((found.coveredBy ?? []).map((id) => readPerson(office, id))),
        namesOfPeople(office, found.grants),
      ]);
      const covers = colleagues.filter((colleague) => colleague !== undefined);
      const answer: PersonPage = {
        person: found.person,
        name: found.name,
        version: head.row.version,
        left: head.row.state === 'LEFT',
        roles: found.grants.map((grant, number) => ({
          grant: number,
          role: grant.role,
          label: roleLabels[grant.role],
          organisation: grant.organisation,
          organisationName: named.organisation(grant.organisation),
          areaName: named.area(grant.area),
          when: whenOf(grant, today),
          days: daysOf(grant),
          ...(grant.coverFor ? { coversFor: absent.get(grant.coverFor) ?? 'a colleague' } : {}),
          coveredBy: coversOf(found.person, grant, covers, today),
        })),
        history: entries.toReversed().map((entry) => historyLine(entry, named.organisation)),
      };
      return { answered: true, identifiers: [found.name], answer };
    },
  },
} satisfies Partial<QuestionSpecs>;

/**
 * A page of the directory by name. A search reads on, page by page, until it has found enough or has read its share;
 * `next` then goes on from there, so a page may be short or empty and still have a next one.
 */
async function findPeople(
  { records }: Office,
  input: {
    readonly search?: string | undefined;
    readonly size?: number | undefined;
    readonly after?: string | undefined;
  },
): Promise<{ rows: PersonRow[]; next: string | undefined }> {
  const wanted = normaliseName(input.search ?? '');
  const size = input.size ?? usualPage;
  const rows: PersonRow[] = [];
  let after = input.after;
  for (let read = 0; read < mostPages; read += 1) {
    const page = await records.list(directory, 'people', {}, { size, ...(after ? { after } : {}) });
    const found = page.rows.map(({ row }) => row);
    rows.push(...found.filter(({ name }) => normaliseName(name).includes(wanted)));
    after = page.next;
    if (!after || rows.length >= size) break;
  }
  return { rows, next: after };
}

async function readPerson({ records }: Office, person: string): Promise<PersonRow | undefined> {
  const stored = await records.read(directory, `person:${person}`, 'person');
  return stored?.row;
}

/** What organisations and areas of these grants are called, each read once. */
async function namesOfPlaces({ records }: Office, grants: readonly Grant[]) {
  const organisations = [...new Set(grants.map(({ organisation }) => organisation))];
  const areas = [...new Set(grants.map(({ area }) => area))];
  const [organisationRows, areaRows] = await Promise.all([
    Promise.all(organisations.map((id) => records.read(directory, `organisation:${id}`, 'organisation'))),
    Promise.all(areas.map((id) => records.read(directory, `area:${id}`, 'area'))),
  ]);
  const names = new Map([
    ...organisationRows.flatMap((found) => (found ? [[found.row.id, found.row.name] as const] : [])),
    ...areaRows.flatMap((found) => (found ? [[found.row.id, found.row.name] as const] : [])),
  ]);
  return {
    organisation: (id: string) => names.get(`organisation:${id}`) ?? id,
    area: (id: string) => (id === everyArea ? 'Every area' : (names.get(`area:${id}`) ?? id)),
  };
}

async function namesOfPeople(office: Office, grants: readonly Grant[]): Promise<Map<string, string>> {
  const ids = [...new Set(grants.flatMap(({ coverFor }) => (coverFor ? [coverFor] : [])))];
  const found = await Promise.all(ids.map((id) => readPerson(office, id)));
  return new Map(found.flatMap((person) => (person ? [[person.person, person.name] as const] : [])));
}

function whenOf(grant: Grant, today: string): PersonPage['roles'][number]['when'] {
  if (isOver(grant, today)) return 'past';
  return grant.from > today ? 'coming' : 'now';
}

function daysOf(grant: Grant): string {
  if (grant.endedAt === undefined) return periodInWords(grant);
  return `from ${dayInWords(grant.from)}, ended ${momentInWords(grant.endedAt)}`;
}

/** Who covers this role now or will, by their own grants. */
function coversOf(person: string, of: Grant, colleagues: readonly PersonRow[], today: string) {
  return colleagues.flatMap(({ name, grants }) =>
    grants
      .filter(
        (grant) =>
          grant.coverFor === person &&
          grant.role === of.role &&
          grant.organisation === of.organisation &&
          !isOver(grant, today),
      )
      .map((grant) => ({ name, days: periodInWords(grant) })),
  );
}

const nobodyThere: Answered<never> = {
  answered: false,
  refusal: {
    code: 'invalid',
    field: 'person',
    message: 'Nobody has this id. Go back to the list of people.',
  },
};
