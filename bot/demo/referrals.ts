import type { z } from 'zod';
import type { commands } from '../contract/commands.ts';

type Form = z.input<(typeof commands)['referral.submit']['input']>;

export interface PastReferral {
  /** Days before today: sent, session 1, session 2; sessions start at 10am, those to come on the next working day. */
  readonly sentDaysAgo: number;
  readonly session1DaysAgo?: number;
  readonly session2DaysAgo?: number;
  readonly referrer: string;
  readonly ended: 'waits' | 'booked' | 'completed';
  /** The letter and the agreement are of the day before it was sent. */
  readonly form: Omit<Form, 'provider' | 'agreementDate' | 'warningLetterDate'>;
}

const usual = {
  ground: 'G1',
  agreementConfirmed: true,
  agreementHow: 'PHONE',
  interpreter: 'NO',
  accessNeeds: ['NONE'],
  digitalAccess: 'COMPUTER',
} as const;

/** Fictional referrals, so that the programme's lists are not empty on the first day. */
export const pastReferrals: readonly PastReferral[] = [
  {
    sentDaysAgo: 45,
    session1DaysAgo: 31,
    session2DaysAgo: 17,
    referrer: 'person-103',
    ended: 'completed',
    form: {
      ...usual,
      accessNeeds: [...usual.accessNeeds],
      patientFirstName: 'Marcus',
      patientLastName: 'Delaney',
      patientPhone: '07700 900141',
      nhsNumber: '999 000 0026',
      knownRisks: 'None known',
    },
  },
  {
    sentDaysAgo: 12,
    session1DaysAgo: 0,
    session2DaysAgo: -14,
    referrer: 'person-103',
    ended: 'booked',
    form: {
      ...usual,
      accessNeeds: ['LITERACY', 'QUIET_PLACE'],
      patientFirstName: 'Colin',
      patientLastName: 'Fairweather',
      patientPhone: '07700 900142',
      nhsNumber: '999 000 0018',
      safeToLeaveMessage: false,
      knownRisks: 'Children are often in the room.',
    },
  },
  {
    sentDaysAgo: 1,
    referrer: 'person-202',
    ended: 'waits',
    form: {
      ...usual,
      accessNeeds: ['HEARING'],
      digitalAccess: 'NEEDS_HELP',
      patientFirstName: 'Terence',
      patientLastName: 'Holloway',
      patientPhone: '07700 900143',
      altPhone: '01632 960143',
      nhsNumber: '999 000 0034',
      bestTimes: 'After 4pm',
      knownRisks: 'None known',
    },
  },
];

export const demoCoordinator = 'person-601';
export const demoTrainer = 'person-602';
export const demoProvider = 'steady-ground';
