/**
 * Rights over the panel's work (DOMAIN §1.2). Correction: ballot, casting-vote and pack rights follow the seat held at
 * that meeting, also for nominees and alternates; the table's CCM, HPC, PGR and PLR columns are the CONTRACTS, CHAIR,
 * GP and LAY seats there.
 */
import type { Role } from '../../../contract/roles.ts';
import type { ObjectRow } from '../rights.ts';
import { may, subjectAccess } from '../rights.ts';

/** The roles that can hold a seat, as member, nominee or alternate (MG3, MG5). Any other role's seat gives nothing. */
export const seatedRoles: readonly Role[] = ['CPT', 'CCM', 'HPC', 'PGR', 'PLR'];

export const panelObjects = {
  meeting: {
    label: 'Meeting, agenda, attendance',
    roles: {
      CPT: [may('CRU')],
      CCM: [may('R')],
      HPC: [may('RU')],
      PGR: [may('R', 'm')],
      PLR: [may('R', 'm')],
      OVS: [may('R', 'g')],
      AOF: [may('R', 'x')],
    },
    // MG5: the chair's nominee chairs.
    seats: { CHAIR: [may('RU')] },
  },
  attendance: {
    label: 'Presence at a meeting',
    addition: 'A',
    // MG4: each member says it of their own seat, the chair and the Primary Care Team of any.
    roles: { CPT: [may('U')] },
    seats: { CHAIR: [may('U')], CONTRACTS: [may('U')], GP: [may('U')], LAY: [may('U')] },
  },
  panelChannel: {
    label: "The panel's channel",
    addition: 'A',
    // DESIGN D11: a commissioner's officer binds it.
    roles: { CPT: [may('C')], CCM: [may('C')], HPC: [may('C')] },
  },
  panelPack: {
    label: 'Panel pack',
    roles: {
      CPT: [may('CRU')],
      IGO: subjectAccess,
    },
    seats: {
      CHAIR: [may('R')],
      CONTRACTS: [may('R')],
      GP: [may('R', 'm')],
      LAY: [may('R', 'm', { only: ['pseudonymised'] })],
    },
  },
  ownBallot: {
    label: 'Own ballot',
    roles: {},
    seats: { CHAIR: [may('C')], CONTRACTS: [may('C')], GP: [may('C')], LAY: [may('C')] },
  },
  othersBallots: {
    label: "Others' ballots",
    roles: {
      CPT: [may('R', '', { when: ['afterClose'] })],
      IGO: [may('R')],
    },
    seats: {
      CHAIR: [
        may('R', '', { when: ['whileOpen'], only: ['countOnly'] }),
        may('R', '', { when: ['afterClose'], only: ['names'] }),
      ],
      CONTRACTS: [may('R', 'm', { when: ['afterClose'] })],
      GP: [may('R', 'm', { when: ['afterClose'] })],
      LAY: [may('R', 'm', { when: ['afterClose'] })],
    },
  },
  castingVote: {
    label: 'Casting vote',
    roles: {
      CPT: [may('R')],
      IGO: [may('R')],
    },
    seats: {
      CHAIR: [may('C', '', { when: ['tied'] })],
      CONTRACTS: [may('R', 'm')],
      GP: [may('R', 'm')],
      LAY: [may('R', 'm')],
    },
  },
  decision: {
    label: 'Decision and reasons',
    roles: {
      PPM: [may('R', 'o', { only: ['outcomeOnly'] })],
      PGP: [may('R', 'o', { only: ['outcomeOnly'] })],
      CPT: [may('R')],
      CCM: [may('R')],
      HPC: [may('R'), may('D', '', { only: ['record'] })],
      PGR: [may('R', 'm')],
      PLR: [may('R', 'm')],
      REG: [may('R', '', { only: ['outcomeOnly'] })],
      SGP: [may('R', 'c')],
      SAD: [may('R', 'c')],
      OVS: [may('R', 'g')],
      AOF: [may('R', 'x')],
      IGO: subjectAccess,
    },
    // MG5, V2: whoever holds the chair records.
    seats: { CHAIR: [may('R'), may('D', '', { only: ['record'] })] },
  },
} satisfies Record<string, ObjectRow>;
