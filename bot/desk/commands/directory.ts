import { directory } from '../office.ts';
import type { Row } from '../rows.ts';
import type { CommandSpecs, DeskDecision } from '../spec.ts';

const put = (row: Row, message: string): DeskDecision => ({
  changed: true,
  heads: [],
  entries: [],
  rows: [{ op: 'upsert', row }],
  outcome: { message },
});

/** People, organisations and areas. Holds no patient data; the system administrator's alone (DOMAIN §1.2). */
export const directoryCommands = {
  'directory.putArea': {
    object: 'directory',
    action: 'C',
    scope: () => directory,
    decide: ({ input, scope }) =>
      put({ id: `area:${input.area}`, scope, kind: 'area', ...input }, `${input.name} is in the directory.`),
  },
  'directory.putOrganisation': {
    object: 'directory',
    action: 'C',
    scope: () => directory,
    decide: ({ input: { odsCode, ...input }, scope }) =>
      put(
        {
          id: `organisation:${input.organisation}`,
          scope,
          kind: 'organisation',
          ...input,
          ...(odsCode ? { odsCode } : {}),
        },
        `${input.name} is in the directory.`,
      ),
  },
  'directory.putPerson': {
    object: 'directory',
    action: 'C',
    scope: () => directory,
    decide: ({ input, scope }) =>
      put(
        { id: `person:${input.person}`, scope, kind: 'person', ...input },
        'The person is in the directory.',
      ),
  },
} satisfies Partial<CommandSpecs>;
