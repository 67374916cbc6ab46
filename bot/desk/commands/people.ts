import { addFirstAdministrator, addPerson, operator, renamePerson } from '../../domain/people/addPerson.ts';
import { coverFor } from '../../domain/people/coverFor.ts';
import { endRole, leave } from '../../domain/people/endRole.ts';
import { grantRole } from '../../domain/people/grantRole.ts';
import { organisationId, putArea, putOrganisation } from '../../domain/people/places.ts';
import {
  administratorsOf,
  administratorsRow,
  areaHead,
  areaOf,
  areaRow,
  organisationHead,
  organisationOf,
  organisationRow,
  personHead,
  personOf,
  withRows,
} from '../directoryRecords.ts';
import { directory } from '../office.ts';
import type { CommandSpecs } from '../spec.ts';

const inDirectory = { object: 'directory', scope: () => directory } as const;

/** What an administrator does with people and places (DOMAIN §1.1, §8 Access). None of it holds patient data. */
export const peopleCommands = {
  'people.add': {
    ...inDirectory,
    action: 'C',
    rows: ({ person }) => [personHead(person), administratorsRow],
    decide: ({ input, row, facts }) =>
      withRows(addPerson(input, personOf(row, input.person), facts), { row, facts }),
  },
  'people.rename': {
    ...inDirectory,
    action: 'U',
    rows: ({ person }) => [personHead(person), administratorsRow],
    decide: ({ input, row, facts }) =>
      withRows(renamePerson(input, personOf(row, input.person), facts), { row, facts }),
  },
  'people.grantRole': {
    ...inDirectory,
    action: 'U',
    rows: ({ person, organisation, area }) => [
      personHead(person),
      organisationRow(organisation),
      ...(area ? [areaRow(area)] : []),
      administratorsRow,
    ],
    decide: ({ input, row, facts }) => {
      const place = row('organisation', `organisation:${input.organisation}`)?.row;
      // An organisation is kept with an area that is there.
      const isArea = (area: string) => area === place?.area || row('area', `area:${area}`) !== undefined;
      return withRows(grantRole(input, personOf(row, input.person), place, isArea, facts), { row, facts });
    },
  },
  'people.endRole': {
    ...inDirectory,
    action: 'U',
    rows: ({ person }) => [personHead(person), administratorsRow],
    decide: ({ input, row, facts }) =>
      withRows(endRole(input, personOf(row, input.person), administratorsOf(row), facts), { row, facts }),
  },
  'people.leave': {
    ...inDirectory,
    action: 'U',
    rows: ({ person }) => [personHead(person), administratorsRow],
    decide: ({ input, row, facts }) =>
      withRows(leave(input, personOf(row, input.person), administratorsOf(row), facts), { row, facts }),
  },
  'people.coverFor': {
    ...inDirectory,
    action: 'U',
    rows: ({ person, by }) => [personHead(person), personHead(by), administratorsRow],
    decide: ({ input, row, facts }) =>
      withRows(coverFor(input, personOf(row, input.person), personOf(row, input.by), facts), { row, facts }),
  },
  'people.addFirst': {
    ...inDirectory,
    action: 'C',
    rows: ({ person }) => [personHead(person), administratorsRow, organisationHead(operator.organisation)],
    decide: ({ input, row, facts }) => {
      const known = personOf(row, input.person);
      const hasOperator = organisationOf(row, operator.organisation) !== undefined;
      const decision = addFirstAdministrator(input, known, administratorsOf(row), hasOperator, facts);
      return withRows(decision, { row, facts });
    },
  },
  'places.putOrganisation': {
    ...inDirectory,
    action: 'C',
    rows: ({ type, organisation, area }) => [organisationHead(idOf(type, organisation)), areaRow(area)],
    decide: ({ input, row, facts }) => {
      const known = organisationOf(row, idOf(input.type, input.organisation));
      const isArea = input.area === known?.body.area || row('area', `area:${input.area}`) !== undefined;
      return withRows(putOrganisation(input, known, isArea, facts), { row, facts });
    },
  },
  'places.putArea': {
    ...inDirectory,
    action: 'C',
    rows: ({ area, rehabProvider }) => [
      areaHead(area.toLowerCase()),
      ...(rehabProvider ? [organisationRow(rehabProvider)] : []),
    ],
    decide: ({ input, row, facts }) => {
      const provider = row('organisation', `organisation:${input.rehabProvider}`)?.row;
      return withRows(putArea(input, areaOf(row, input.area.toLowerCase()), provider, facts), { row, facts });
    },
  },
} satisfies Partial<CommandSpecs>;

/** What is no code finds nothing here, and the rule says what is wrong with it. */
function idOf(type: string, typed: string): string {
  const id = organisationId(type, typed);
  return id.ok ? id.value : '';
}
