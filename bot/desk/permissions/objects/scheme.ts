/** Rights over a patient's time on the scheme (DOMAIN §1.2 and its corrections). */
import type { ObjectRow } from '../rights.ts';
import { may, subjectAccess } from '../rights.ts';

export const schemeObjects = {
  placement: {
    label: 'Placement',
    roles: {
      PPM: [may('R', 'xo', { only: ['removedOrSchemeDecision'] })],
      PGP: [may('R', 'xo')],
      CPT: [may('C', '', { when: ['nonRemovalGround'] }), may('RU')],
      CCM: [may('RU')],
      HPC: [may('R')],
      PGR: [may('R', 'm')],
      PLR: [may('R', 'm')],
      REG: [may('CRU')],
      SGP: [may('R', 'c')],
      SAD: [may('R', 'c')],
      RCO: [may('R', 'x', { only: ['onSchemeYesNo'] })],
      OVS: [may('R', 'g')],
      AOF: [may('R', 'x')],
      IGO: subjectAccess,
    },
  },
  rehabOffer: {
    label: 'Rehab offer on a placement',
    addition: 'DOMAIN §3.2, scheme duty',
    // Only the outbox gives it: a referral has moved on. No person of this role can.
    roles: { SYS: [may('U')] },
  },
  letter: {
    label: 'Letters',
    roles: {
      PPM: [may('R', 'o', { when: ['removalLetter'], only: ['copy'] })],
      PGP: [may('R', 'o', { when: ['removalLetter'], only: ['copy'] })],
      CPT: [may('CR'), may('S', '', { when: ['removalLetter', 'onBehalf'] })],
      CCM: [may('CR')],
      HPC: [may('RS')],
      PGR: [may('R', 'm')],
      PLR: [may('R', 'm')],
      REG: [may('CRS', '', { when: ['removalLetter'] })],
      SGP: [may('R', 'c', { only: ['copy'] })],
      SAD: [may('R', 'c', { only: ['copy'] })],
      IGO: subjectAccess,
    },
  },
  appeal: {
    label: 'Appeal',
    roles: {
      PPM: [may('R', 'xo', { only: ['askedForStatement'] })],
      PGP: [may('R', 'xo')],
      CPT: [may('CRU')],
      CCM: [may('R')],
      HPC: [may('R')],
      PGR: [may('R', 'm')],
      PLR: [may('R', 'm')],
      REG: [may('R', 'x')],
      SGP: [may('R', 'xc')],
      SAD: [may('R', 'xc')],
      OVS: [may('R', 'g')],
      AOF: [may('R', 'x')],
      IGO: subjectAccess,
    },
  },
  schemeReport: {
    label: 'Scheme 6-monthly report',
    roles: {
      CPT: [may('R')],
      CCM: [may('R')],
      HPC: [may('R')],
      PGR: [may('R', 'm')],
      PLR: [may('R', 'm')],
      SGP: [may('CRUS', 'c')],
      // Correction: the administrator prepares but never signs.
      SAD: [may('CRU', 'c')],
      IGO: subjectAccess,
    },
  },
  removalNotification: {
    label: 'Removal notification form (to registrations)',
    roles: {
      CPT: [may('CRS'), may('U', '', { when: ['onBehalf'], only: ['acknowledgeAction'] })],
      CCM: [may('R')],
      HPC: [may('R')],
      REG: [may('R'), may('U', '', { only: ['acknowledgeAction'] })],
      IGO: subjectAccess,
    },
  },
  agencyNotice: {
    label: 'Agency notice log',
    roles: {
      CPT: [may('CR')],
      CCM: [may('CR')],
      HPC: [may('R')],
      PGR: [may('R', 'm')],
      PLR: [may('R', 'm')],
      REG: [may('CR')],
      IGO: subjectAccess,
    },
  },
  adviceCall: {
    label: 'Advice call',
    addition: 'DOMAIN §3.3a',
    roles: { CPT: [may('CR')] },
  },
} satisfies Record<string, ObjectRow>;
