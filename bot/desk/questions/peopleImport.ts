import { checkImport } from '../../domain/people/checkImport.ts';
import { asImport } from '../commands/peopleImport.ts';
import { asPerson, personHead } from '../directoryRecords.ts';
import { gatherFacts } from '../facts.ts';
import { draftsOf, knownFrom, namedIn, type ImportedList } from '../importedList.ts';
import { directory, type Office } from '../office.ts';
import type { QuestionSpecs } from '../spec.ts';
import { momentInWords } from './labels.ts';

const administers = { object: 'directory', action: 'U' } as const;
const mostShown = 5;
const nothing = { practices: 0, people: 0, rows: [] };

export const peopleImportQuestions = {
  'people.checkImport': {
    ...administers,
    answer: async ({ input, office, person, grants: [grant] }) => {
      const list = draftsOf(input.text);
      if ('problem' in list)
        return {
          answered: true,
          identifiers: [],
          answer: { ready: false, problem: list.problem, ...nothing },
        };
      const known = knownFrom(await lookUp(office, list));
      const facts = gatherFacts(office, { grant, organisation: undefined, area: undefined }, person);
      const { rows, steps } = checkImport(list.drafts, known, facts);
      const isRight = rows.every(({ problems }) => problems.length === 0);
      return {
        answered: true,
        identifiers: [],
        answer: {
          ready: isRight && steps.length > 0,
          ...(isRight && steps.length === 0
            ? { problem: 'Everything in this list is in the directory already.' }
            : {}),
          practices: steps.filter(({ practice }) => practice).length,
          people: steps.filter((step) => step.person).length,
          rows: [...rows],
        },
      };
    },
  },
  'people.imports': {
    ...administers,
    answer: async ({ office }) => {
      const page = await office.records.list(directory, 'imports', {}, { size: mostShown });
      return {
        answered: true,
        identifiers: [],
        answer: {
          rows: page.rows.map(({ row }) => {
            const { ref, createdAt, state, body } = asImport(row);
            return {
              ref,
              started: momentInWords(createdAt),
              by: body.by,
              done: body.done,
              total: body.total,
              finished: state === 'DONE',
              failed: [...body.failed],
            };
          }),
        },
      };
    },
  },
} satisfies Partial<QuestionSpecs>;

/** Everything the list names, each read once and all at the same time. */
async function lookUp({ records }: Office, list: ImportedList) {
  const named = namedIn(list);
  const [people, organisations, areas] = await Promise.all([
    Promise.all(named.people.map((id) => records.read(directory, personHead(id).id, 'head'))),
    Promise.all(
      named.organisations.map((id) => records.read(directory, `organisation:${id}`, 'organisation')),
    ),
    Promise.all(named.areas.map((id) => records.read(directory, `area:${id}`, 'area'))),
  ]);
  const personBy = new Map(named.people.map((id, index) => [id, asPerson(people[index])]));
  const organisationBy = new Map(named.organisations.map((id, index) => [id, organisations[index]?.row]));
  const areaBy = new Map(named.areas.map((id, index) => [id, areas[index]?.row]));
  return {
    person: (id: string) => personBy.get(id),
    organisation: (id: string) => organisationBy.get(id),
    area: (id: string) => areaBy.get(id),
  };
}
