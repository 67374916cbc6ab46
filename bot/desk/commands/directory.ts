import { roleOrganisations } from '../../contract/roles.ts';
import { advance, refuseFields, type Changes } from '../../domain/decision.ts';
import { newPerson, type PersonHead } from '../../domain/people/person.ts';
import {
  newArea,
  newOrganisation,
  type AreaHead,
  type OrganisationHead,
} from '../../domain/people/places.ts';
import {
  administratorsRow,
  areaHead,
  areaOf,
  organisationHead,
  organisationOf,
  organisationRow,
  personHead,
  personOf,
  withRows,
} from '../directoryRecords.ts';
import { directory } from '../office.ts';
import type { CommandSpecs } from '../spec.ts';

/** As it is given, without the rules an administrator is bound by; the history has it all the same. */
const put = (head: PersonHead | OrganisationHead | AreaHead, message: string): Changes => ({
  changed: true,
  heads: [head],
  entries: [{ ref: head.ref, action: 'directory.put', content: { ...head.body } }],
  outcome: { ref: head.ref, message },
});

const byTheApp = { object: 'directory', action: 'C', scope: () => directory } as const;

/** How the app itself fills a directory: the fictional area, and tests. */
export const directoryCommands = {
  'directory.putArea': {
    ...byTheApp,
    rows: ({ area }) => [areaHead(area)],
    decide: ({ input: { rehabProvider, ...input }, row, facts }) => {
      const known = areaOf(row, input.area);
      const body = { ...input, ...(rehabProvider ? { rehabProvider } : {}) };
      const head: AreaHead = known ? advance(known, facts.now, { body }) : newArea(body, facts);
      return withRows(put(head, `${input.name} is in the directory.`), { row, facts });
    },
  },
  'directory.putOrganisation': {
    ...byTheApp,
    rows: ({ organisation }) => [organisationHead(organisation)],
    decide: ({ input: { odsCode, phone, email, ...input }, row, facts }) => {
      const known = organisationOf(row, input.organisation);
      const body = {
        ...input,
        ...(odsCode ? { odsCode } : {}),
        ...(phone ? { phone } : {}),
        ...(email ? { email } : {}),
      };
      const head: OrganisationHead = known
        ? advance(known, facts.now, { body })
        : newOrganisation(body, facts);
      return withRows(put(head, `${input.name} is in the directory.`), { row, facts });
    },
  },
  'directory.putPerson': {
    ...byTheApp,
    rows: (input) => [
      personHead(input.person),
      administratorsRow,
      ...input.grants.map(({ organisation }) => organisationRow(organisation)),
    ],
    decide: ({ input, row, facts }) => {
      const misplaced = input.grants.findIndex(({ role, organisation }) => {
        const place = row('organisation', `organisation:${organisation}`)?.row;
        return !place || !roleOrganisations[role].some((kind) => kind === place.type);
      });
      if (misplaced >= 0) {
        return refuseFields([
          {
            field: 'grants',
            message: `Role ${misplaced + 1} cannot be held there. Choose an organisation of its kind.`,
          },
        ]);
      }
      const known = personOf(row, input.person);
      const start = newPerson(input.person, input.name, facts);
      const body = { ...(known ?? start).body, name: input.name, grants: input.grants };
      const head: PersonHead = known
        ? advance(known, facts.now, { state: 'HERE', body })
        : { ...start, body };
      return withRows(put(head, 'The person is in the directory.'), { row, facts });
    },
  },
} satisfies Partial<CommandSpecs>;
