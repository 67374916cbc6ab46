import type { z } from 'zod';
import type { commands } from '../contract/commands.ts';

type Form = z.input<(typeof commands)['placement.open']['input']>;

interface PastPlacement {
  /** Days before today on which the patient came to the scheme. */
  readonly enteredDaysAgo: number;
  /** Days before today: referred to the programme, and the day after that, the patient's no. */
  readonly declinedDaysAgo?: number;
  readonly form: Omit<Form, 'entryDate'>;
}

/** Fictional patients on the scheme: one has said no to the programme, to the other it is still to be offered. */
export const pastPlacements: readonly PastPlacement[] = [
  {
    enteredDaysAgo: 64,
    declinedDaysAgo: 40,
    form: {
      ground: 'C',
      evidence: 'The neighbouring area wrote that he was on its scheme until he moved here.',
      schemeProvider: 'crossfield',
      patientFirstName: 'Leonard',
      patientLastName: 'Larkspur',
      dob: '1974-09-12',
      nhsNumber: '999 000 0042',
      patientPhone: '07700 900144',
      address: '17 Weir Lane, Brookton',
    },
  },
  {
    enteredDaysAgo: 23,
    form: {
      ground: 'D',
      evidence: 'Probation told the commissioner of an assault on a nurse in another region.',
      schemeProvider: 'crossfield',
      patientFirstName: 'Sheila',
      patientLastName: 'Marbrook',
      dob: '1988-02-03',
      nhsNumber: '999 000 0050',
      patientPhone: '07700 900145',
      postcode: 'ZZ99 3VZ',
      address: 'Letters are collected from the scheme GP',
      barredPractices: ['Z99002'],
    },
  },
];

export const demoOfficer = 'person-301';
export const demoSchemeGp = 'person-501';
