/** The audit log for the information-governance officer (DOMAIN §8). */
import { roleLabels } from '../../contract/roles.ts';
import { collect } from '../collect.ts';
import type { FileSpecs } from '../spec.ts';
import { findRecord, notAvailableAnswer } from './find.ts';
import { momentInWords } from './labels.ts';

const readAudit = { object: 'auditLog', action: 'R' } as const;

export const auditFiles = {
  'audit.export': {
    ...readAudit,
    answer: async ({ input, office, grants, person }) => {
      const found = await findRecord(office, grants, person.person, readAudit, input.ref);
      if (!found) return notAvailableAnswer;
      const { ref, scope } = found.head;
      const entries = await collect(office.records, scope, 'entriesOfRecord', { ref });
      const rows = entries.map((entry) => [
        momentInWords(entry.at),
        entry.actor,
        roleLabels[entry.role],
        entry.organisation,
        entry.action,
        ref,
      ]);
      const columns = ['Time in London', 'Who', 'Role', 'Organisation', 'What', 'Record'];
      return {
        answered: true,
        identifiers: [],
        read: ref,
        answer: { filename: `audit-${ref}.csv`, bytes: office.documents.table(columns, rows) },
      };
    },
  },
} satisfies Partial<FileSpecs>;
