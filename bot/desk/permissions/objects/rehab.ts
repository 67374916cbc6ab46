/** Rights over the behaviour programme (DOMAIN §1.2 and its corrections). */
import type { ObjectRow } from '../rights.ts';
import { may, subjectAccess } from '../rights.ts';

export const rehabObjects = {
  referral: {
    label: 'Rehab referral',
    roles: {
      PRS: [
        may('C', '', { when: ['draft'] }),
        may('R', 's'),
        // R2: where the area lets reporters send their own referrals.
        may('S', 's', { when: ['reporterMaySubmit'] }),
      ],
      PPM: [may('CRUS', 'o')],
      PGP: [may('CRS', 'o')],
      CPT: [may('R', 'x')],
      CCM: [may('R', 'x')],
      HPC: [may('R', 'x')],
      SGP: [may('CRS', 'c')],
      // Submitting is not signing: R2 names the administrator.
      SAD: [may('CRS', 'c')],
      RCO: [may('RU')],
      // Correction: the trainer may ring a late patient.
      RTR: [may('R', '', { when: ['ownSessions'], only: ['trainerFields', 'telephone'] })],
      OVS: [may('R', 'g')],
      EVA: [may('R', 'g')],
      AOF: [may('R', 'x')],
      IGO: subjectAccess,
    },
  },
  contactAttempt: {
    label: 'Contact attempts',
    roles: {
      PPM: [may('R', 'o', { only: ['countsAndLastOutcome'] })],
      PGP: [may('R', 'o', { only: ['countsAndLastOutcome'] })],
      SGP: [may('R', 'c', { only: ['countsAndLastOutcome'] })],
      SAD: [may('R', 'c', { only: ['countsAndLastOutcome'] })],
      RCO: [may('CRU')],
      OVS: [may('R', 'g')],
      EVA: [may('R', 'g')],
      IGO: subjectAccess,
    },
  },
  session: {
    label: 'Sessions, attendance',
    roles: {
      PPM: [may('R', 'xo')],
      PGP: [may('R', 'xo')],
      SGP: [may('R', 'xc')],
      SAD: [may('R', 'xc')],
      RCO: [may('CRU')],
      RTR: [may('RU', '', { when: ['ownSessions'] })],
      OVS: [may('R', 'g')],
      EVA: [may('R', 'g')],
      IGO: subjectAccess,
    },
  },
  safeguarding: {
    label: 'Safeguarding concern',
    roles: {
      PPM: [may('R', 'o', { when: ['whenContacted'] })],
      PGP: [may('R', 'o', { when: ['whenContacted'] })],
      SGP: [may('R', 'c', { when: ['whenContacted'] })],
      SAD: [may('R', 'c', { when: ['whenContacted'] })],
      RCO: [may('CRU')],
      RTR: [may('CR', 's')],
      OVS: [may('R', 'g', { only: ['countOnly'] })],
      EVA: [may('R', 'g', { only: ['countOnly'] })],
      IGO: subjectAccess,
    },
  },
  rehabOutcome: {
    label: 'Rehab outcome report',
    roles: {
      PPM: [may('R', 'o')],
      PGP: [may('R', 'o')],
      // Correction: the officer reads it, every seat within its meeting.
      CPT: [may('R')],
      CCM: [may('R', 'm')],
      HPC: [may('R', 'm')],
      PGR: [may('R', 'm', { when: ['onAgenda'] })],
      PLR: [may('R', 'm')],
      SGP: [may('R', 'c')],
      SAD: [may('R', 'c')],
      RCO: [may('CR')],
      OVS: [may('R', 'g')],
      EVA: [may('R', 'g')],
      IGO: subjectAccess,
    },
  },
  cohort: {
    label: 'Group run of the programme',
    addition: 'DOMAIN §3.3a',
    roles: {
      RCO: [may('CRU')],
      RTR: [may('R', '', { when: ['ownSessions'] })],
    },
  },
} satisfies Record<string, ObjectRow>;
