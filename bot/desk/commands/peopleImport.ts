import { checkImport } from '../../domain/people/checkImport.ts';
import { organisationId } from '../../domain/people/places.ts';
import { runStep, startImport, stepsInPart, type ImportHead } from '../../domain/people/runImport.ts';
import { refuseFields, refuseStale } from '../../domain/decision.ts';
import {
  administratorsRow,
  areaRow,
  organisationHead,
  organisationOf,
  organisationRow,
  personHead,
  personOf,
  withRows,
} from '../directoryRecords.ts';
import { draftsOf, knownFrom, namedIn } from '../importedList.ts';
import { directory } from '../office.ts';
import type { Operation } from '../ports.ts';
import type { HeadRow } from '../rows.ts';
import type { CommandSpecs } from '../spec.ts';

const inDirectory = { object: 'directory', action: 'C', scope: () => directory } as const;
const partId = (ref: string, part: number) => `${ref}:part:${part}`;
const partOf = (step: number) => Math.floor(step / stepsInPart);

/** Staff and practices from a spreadsheet. The list is stored whole; then each step is a command of its own (D6). */
export const peopleImportCommands = {
  'people.import': {
    ...inDirectory,
    rows: ({ text }) => {
      const { people, organisations, areas } = namedIn(draftsOf(text));
      return [...people.map(personHead), ...organisations.map(organisationRow), ...areas.map(areaRow)];
    },
    decide: ({ input, row, facts, scope }) => {
      const list = draftsOf(input.text);
      if ('problem' in list) return refuseFields([{ field: 'text', message: list.problem }]);
      const known = knownFrom({
        person: (person) => personOf(row, person),
        organisation: (id) => row('organisation', `organisation:${id}`)?.row,
        area: (area) => row('area', `area:${area}`)?.row,
      });
      const checked = checkImport(list.drafts, known, facts);
      const decision = startImport(checked, facts);
      if (!decision.changed) return decision;
      const ref = decision.outcome.ref ?? '';
      const parts = Array.from({ length: partOf(checked.steps.length - 1) + 1 }, (_, part): Operation => ({
        op: 'create',
        row: {
          id: partId(ref, part),
          scope,
          kind: 'importPart',
          ref,
          steps: checked.steps.slice(part * stepsInPart, (part + 1) * stepsInPart),
        },
      }));
      return { ...decision, rows: parts };
    },
  },
  'people.importStep': {
    ...inDirectory,
    rows: ({ ref, number, step: { person, practice } }) => [
      { kind: 'head', id: ref },
      { kind: 'importPart', id: partId(ref, partOf(number + 1)) },
      administratorsRow,
      ...(person
        ? [
            personHead(person.person),
            ...person.roles.flatMap((role) => [organisationRow(role.organisation), areaRow(role.area)]),
          ]
        : []),
      ...(practice ? [organisationHead(codeOf(practice)), areaRow(practice.area)] : []),
    ],
    decide: ({ input, row, facts }) => {
      const { ref, number, step } = input;
      const running = row('head', ref)?.row;
      if (running?.type !== 'IMP') return refuseStale('There is no such import.');
      const part = row('importPart', partId(ref, partOf(number + 1)))?.row;
      const decision = runStep(
        input,
        asImport(running),
        {
          person: step.person && personOf(row, step.person.person),
          practice: step.practice && organisationOf(row, codeOf(step.practice)),
          isArea: (area) => row('area', `area:${area}`) !== undefined,
          place: (id) => row('organisation', `organisation:${id}`)?.row,
        },
        part?.steps[(number + 1) % stepsInPart],
        facts,
      );
      return withRows(decision, { row, facts });
    },
  },
} satisfies Partial<CommandSpecs>;

function codeOf({ organisation }: { readonly organisation: string }): string {
  const id = organisationId('practice', organisation);
  return id.ok ? id.value : '';
}

/** Only an import's own rules write a head of its type. */
export function asImport(head: HeadRow): ImportHead {
  const { id: _id, scope: _scope, kind: _kind, chain: _chain, guarded: _guarded, ...record } = head;
  return record as unknown as ImportHead;
}
