import type { z } from 'zod';
import type { commands } from '../contract/commands.ts';

type Report = Omit<z.input<(typeof commands)['incident.report']['input']>, 'incidentDate'>;

export interface PastIncident {
  readonly daysAgo: number;
  readonly reporter: string;
  readonly manager: string;
  readonly report: Report;
  readonly ended: 'waits' | 'inReview' | 'closed';
  readonly close: { readonly outcome: 'TALKED' | 'ADVOCACY'; readonly feedback: string };
}

const close = {
  outcome: 'TALKED',
  feedback:
    'Thank you for reporting this. I rang the patient and we agreed how they will speak to the desk from now on.',
} as const;

/** Fictional reports, so that lists are not empty on the first day. */
export const pastIncidents: readonly PastIncident[] = [
  {
    daysAgo: 16,
    reporter: 'person-102',
    manager: 'person-103',
    ended: 'closed',
    close,
    report: {
      site: 'Millbrook Surgery, High Street',
      incidentTime: '09:10',
      location: 'TELEPHONE',
      incidentTypes: ['NONPHYS'],
      directedAt: ['STAFF:VERBAL'],
      personKind: 'REGISTERED',
      personName: 'Colin Fairweather',
      personBirthDate: '1971-03-04',
      personNhsNumber: '999 000 0018',
      narrative:
        'Shouted and swore for several minutes because no appointment was left, and said he would come round.',
      policeCalled: 'NO',
      fearForSafety: true,
      fearForSafetyWho: 'The two of us at the desk',
      helpCame: 'COLLEAGUE',
      helpMinutes: 2,
    },
  },
  {
    daysAgo: 4,
    reporter: 'person-101',
    manager: 'person-103',
    ended: 'inReview',
    close,
    report: {
      site: 'Station Road branch',
      incidentTime: '16:45',
      location: 'SURGERY',
      incidentTypes: ['NONPHYS', 'VANDPREM'],
      directedAt: ['STAFF:VERBAL'],
      personKind: 'COMPANION',
      accompaniedPatient: 'Doreen Saltmarsh',
      narrative: 'The son of a patient kicked the door of the consulting room and broke the lower panel.',
      policeCalled: 'NOT_YET',
      fearForSafety: false,
      damageCost: 240,
      helpCame: 'NOBODY',
    },
  },
  {
    daysAgo: 3,
    reporter: 'person-201',
    manager: 'person-202',
    ended: 'waits',
    close,
    report: {
      site: 'Harbour Lane',
      incidentTime: '11:20',
      location: 'GROUNDS',
      incidentTypes: ['PHYS'],
      directedAt: ['STAFF:PHYSICAL', 'OTHER_PATIENT:VERBAL'],
      personKind: 'REGISTERED',
      personName: 'Terence Holloway',
      narrative:
        'Pushed a member of staff against a car after being asked to move it from the ambulance bay.',
      policeCalled: 'YES',
      fearForSafety: true,
      helpCame: 'POLICE',
      helpMinutes: 14,
    },
  },
];
