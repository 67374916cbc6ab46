/** Rights over what a practice starts: incidents, warnings, removals (DOMAIN §1.2 and its corrections). */
import type { ObjectRow } from '../rights.ts';
import { may, subjectAccess } from '../rights.ts';

export const practiceObjects = {
  incident: {
    label: 'Incident report',
    roles: {
      PRS: [may('C'), may('R', 's'), may('U', 's', { when: ['draft'] })],
      PPM: [may('CRU', 'o')],
      // Correction: GPs triage too.
      PGP: [may('CRU', 'o')],
      CPT: [may('R')],
      CCM: [may('R')],
      HPC: [may('R')],
      PGR: [may('R', 'm')],
      PLR: [may('R', 'm')],
      REG: [may('R', '', { when: ['inRemovalRequest'] })],
      SGP: [may('R', 'c', { only: ['summary'] })],
      SAD: [may('R', 'c', { only: ['summary'] })],
      OVS: [may('R', 'g')],
      EVA: [may('R', 'g')],
      AOF: [may('R', 'x')],
      IGO: subjectAccess,
    },
  },
  incidentAddition: {
    label: 'Facts added to an incident report',
    addition: 'A',
    roles: {
      PRS: [may('C', 's')],
      PPM: [may('C', 'o')],
      PGP: [may('C', 'o')],
    },
  },
  feedback: {
    label: 'Feedback to reporter',
    roles: {
      PRS: [may('R', 's')],
      PPM: [may('CR', 'o')],
      PGP: [may('R', 'o')],
      IGO: subjectAccess,
    },
  },
  warningLetter: {
    label: 'Warning-letter record',
    roles: {
      PPM: [may('CRU', 'o')],
      PGP: [may('CR', 'o')],
      CPT: [may('R')],
      CCM: [may('R')],
      HPC: [may('R')],
      PGR: [may('R', 'm')],
      PLR: [may('R', 'm')],
      SGP: [may('R', 'c')],
      SAD: [may('R', 'c')],
      RCO: [may('R', '', { when: ['onReferral'], only: ['dateOnly'] })],
      OVS: [may('R', 'g')],
      EVA: [may('R', 'g')],
      AOF: [may('R', 'x')],
      IGO: subjectAccess,
    },
  },
  removalRequest: {
    label: 'Removal request form',
    roles: {
      PRS: [may('R', 'xs')],
      PPM: [
        may('CRU', 'o'),
        // §1.1: the manager submits, the GP signs; one S in the table, two different acts.
        may('S', 'o', { when: ['submitting'] }),
        may('D', 'o', { when: ['onBehalf', 'returnedItem'] }),
      ],
      PGP: [may('R', 'o'), may('S', '', { when: ['signing'] })],
      CPT: [
        may('R'),
        may('U', '', { when: ['onBehalf'], only: ['check'] }),
        may('D', '', { when: ['onBehalf'], only: ['acceptReturnRefuse'] }),
        // M2b: the commissioner approves a late request.
        may('D', '', { when: ['waitingForApproval'], only: ['approveReject'] }),
      ],
      CCM: [may('R')],
      HPC: [may('R')],
      PGR: [may('R', 'm')],
      PLR: [may('R', 'm')],
      REG: [may('R'), may('U', '', { only: ['check'] }), may('D', '', { only: ['acceptReturnRefuse'] })],
      OVS: [may('R', 'g')],
      AOF: [may('R', 'x')],
      IGO: subjectAccess,
    },
  },
  eligibility: {
    label: 'Eligibility check',
    roles: {
      PPM: [may('R', 'xo')],
      PGP: [may('R', 'xo')],
      CPT: [
        may('R'),
        may('UD', '', { when: ['commissionerDecides'] }),
        // Accepting a request for registrations is deciding ground A for them (M6).
        may('UD', '', { when: ['onBehalf'] }),
      ],
      CCM: [may('R')],
      HPC: [may('R')],
      PGR: [may('R', 'm')],
      PLR: [may('R', 'm')],
      REG: [may('R'), may('UD', '', { when: ['registrationsDecide'] })],
      SGP: [may('R', 'x')],
      SAD: [may('R', 'x')],
      OVS: [may('R', 'g')],
      AOF: [may('R', 'x')],
      IGO: subjectAccess,
    },
  },
  barredCheck: {
    label: 'Barred here?',
    addition: 'note below DOMAIN §1.2',
    roles: {
      PPM: [may('R', 'o')],
      PGP: [may('R', 'o')],
      CPT: [may('R')],
      REG: [may('R')],
    },
  },
  securityNeed: {
    label: 'Security need',
    addition: 'DOMAIN §3.3a',
    roles: {
      PPM: [may('CRU', 'o')],
      CPT: [may('R'), may('D')],
    },
  },
} satisfies Record<string, ObjectRow>;
