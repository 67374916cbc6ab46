/** What people type in the journeys. None of it is a word of the app's own. */
import type { people } from '../../support/house.ts';

export type Names = keyof typeof people;

/** A report with something in every field. */
export const report = {
  incidentTypes: 'NONPHYS',
  location: 'OTHER',
  locationOther: 'Behind the bicycle shed of Quillfeather Row, BK9 8ZY',
  directedAt: 'STAFF:VERBAL',
  personKind: 'REGISTERED',
  personName: 'Maurice Tindall',
  personBirthDate: '1981-03-07',
  personNhsNumber: '999 000 0107',
  accompaniedPatient: 'Ottoline Tindall',
  peopleAffected: 'Rosa Bell and Xanthe Quigley',
  witnesses: 'Barnaby Thistlewood, 07700 900461',
  fearForSafety: 'true',
  fearForSafetyWho: 'Xanthe Quigley',
  narrative:
    'Hurled the kettle across reception, called Xanthe a liar and swore he would wait by her car. Police log 0472/11.',
  policeCalled: 'NO',
  onBehalfOf: 'Xanthe Quigley',
  helpCame: 'COLLEAGUE',
} as const;

export const referral = {
  ground: 'G3',
  groundDetail: 'Three practices struck him off after the kettle affair.',
  agreementConfirmed: 'true',
  agreementDate: '2027-01-08',
  agreementHow: 'PHONE',
  agreementTakenBy: 'Wilhelmina Oakes',
  patientFirstName: 'Zebedee',
  patientLastName: 'Marchbanks',
  patientPhone: '07700 900347',
  altPhone: '01632 960862',
  dob: '1974-11-23',
  nhsNumber: '999 000 0115',
  interpreter: 'YES',
  interpreterLanguage: 'Sorbian',
  accessNeeds: 'HEARING',
  digitalAccess: 'COMPUTER',
  knownRisks: 'Keeps a lurcher called Brutus that dislikes strangers.',
  bestTimes: 'Never before his mother wakes',
  referrerPhone: '01632 960 117',
  referrerEmail: 'cordelia.finch@millbrook.nhs.uk',
} as const;

export const feedback = 'We have barred the side gate and spoken with Xanthe; thank you for writing it down.';
export const castingReason = 'Barnaby was never heard although the letter names him twice.';
export const deferralReason = 'The gravel of Quillfeather Row was not yet photographed.';

/** A short one, as the API takes it. */
export const reportInput = (index: number) => ({
  site: 'Millbrook Surgery, High Street',
  incidentDate: '2027-01-11',
  incidentTime: '09:00',
  location: 'SURGERY',
  incidentTypes: ['NONPHYS'],
  directedAt: ['STAFF:VERBAL'],
  personKind: 'UNKNOWN',
  narrative: `Banged upon hatch number ${index} with a walking stick until Tom Asher came.`,
  policeCalled: 'NO',
  fearForSafety: false,
});
