import { roleOrganisations } from '../../contract/roles.ts';
import { refuseFields } from '../../domain/decision.ts';
import { parseSecureEmail } from '../../domain/people/email.ts';
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
    decide: ({ input: { odsCode, email = '', ...input }, scope }) => {
      // Forms and letters go to an organisation's own address.
      const address = email.trim() === '' ? undefined : parseSecureEmail(email);
      if (address && !address.ok) return refuseFields([{ field: 'email', message: address.message }]);
      return put(
        {
          id: `organisation:${input.organisation}`,
          scope,
          kind: 'organisation',
          ...input,
          ...(odsCode ? { odsCode } : {}),
          ...(address ? { email: address.value } : {}),
        },
        `${input.name} is in the directory.`,
      );
    },
  },
  'directory.putPerson': {
    object: 'directory',
    action: 'C',
    scope: () => directory,
    rows: (input) => [
      { kind: 'person', id: `person:${input.person}` },
      ...input.grants.map(
        ({ organisation }) => ({ kind: 'organisation', id: `organisation:${organisation}` }) as const,
      ),
    ],
    decide: ({ input, scope, row }) => {
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
      const person: Row = { id: `person:${input.person}`, scope, kind: 'person', ...input };
      const before = row('person', person.id);
      return {
        changed: true,
        heads: [],
        entries: [],
        // Two administrators at once: the second decides anew instead of overwriting.
        rows: [before ? { op: 'replace', row: person, etag: before.etag } : { op: 'create', row: person }],
        outcome: { ref: person.id, message: 'The person is in the directory.' },
      };
    },
  },
} satisfies Partial<CommandSpecs>;
