/** Rights over what holds no case: figures, audit, configuration, and what the app itself needs. */
import type { Role } from '../../../contract/roles.ts';
import { role } from '../../../contract/roles.ts';
import type { ObjectRow, Right } from '../rights.ts';
import { may } from '../rights.ts';

const everyRole = (rights: readonly Right[]): Partial<Record<Role, readonly Right[]>> =>
  Object.fromEntries(role.options.map((code) => [code, rights]));

const ownOnly: readonly Right[] = [may('RU', 's')];

export const houseObjects = {
  statistics: {
    label: 'Statistics (suppressed)',
    roles: {
      PPM: [may('R', 'o')],
      PGP: [may('R', 'o')],
      CPT: [may('R')],
      CCM: [may('R')],
      HPC: [may('R')],
      PGR: [may('R')],
      PLR: [may('R')],
      SGP: [may('R', 'o')],
      SAD: [may('R', 'o')],
      RCO: [may('R', 'o')],
      // Correction: aggregates only.
      OVS: [may('R', 'g')],
      EVA: [may('R', 'g')],
      AOF: [may('R')],
    },
  },
  auditLog: {
    label: 'Audit log',
    roles: {
      IGO: [may('R')],
      SYS: [may('R', '', { only: ['technicalOnly'] })],
    },
  },
  configuration: {
    label: 'Configuration',
    // Who proposes, approves or edits it must see it (A); it holds no patient data.
    roles: {
      CPT: [may('R'), may('C', '', { only: ['propose'] })],
      CCM: [may('R'), may('C', '', { only: ['propose'] })],
      HPC: [may('R'), may('D', '', { only: ['approve'] })],
      IGO: [may('R')],
      SYS: [may('RU')],
    },
  },
  retention: {
    label: 'Keeping, holding and destroying records',
    addition: 'A',
    // §1.1: retention holds are the information-governance officer's. It shows references and dates, no content.
    roles: { IGO: [may('RU'), may('D')] },
  },
  subjectAccessRequest: {
    label: 'Subject-access requests',
    addition: 'A',
    roles: { IGO: [may('CRU')] },
  },
  inbox: { label: 'Own notices', addition: 'A', roles: everyRole(ownOnly) },
  self: { label: 'Who am I, where to reach me', addition: 'A', roles: everyRole(ownOnly) },
  directory: {
    label: 'People, organisations, areas',
    addition: 'A',
    roles: { ...everyRole([may('R', 's', { only: ['ownProfile'] })]), SYS: [may('CRU')] },
  },
  deadline: {
    label: 'Deadlines',
    addition: 'A',
    roles: {
      PPM: [may('R', 'o')],
      PGP: [may('R', 'o')],
      CPT: [may('R')],
      CCM: [may('R')],
      HPC: [may('R')],
      REG: [may('R', 'o')],
      SGP: [may('R', 'o')],
      SAD: [may('R', 'o')],
      RCO: [may('R', 'o')],
      IGO: [may('R')],
    },
  },
} satisfies Record<string, ObjectRow>;
