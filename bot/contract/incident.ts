/** The quick incident report (DOMAIN §2.1) and the incident's states (§3.1), as they cross the wire. */
import { z } from 'zod';
import { plainText } from './plainText.ts';

export const incidentStates = {
  REPORTED: { label: 'Reported', means: 'The report has arrived and waits for the practice manager.' },
  IN_REVIEW: { label: 'Being looked at', means: 'The practice manager or a GP is looking at it.' },
  CLOSED_LOCAL: { label: 'Closed', means: 'Dealt with in the practice. Feedback has been given.' },
} as const;
export const incidentState = z.enum(['REPORTED', 'IN_REVIEW', 'CLOSED_LOCAL']);
export type IncidentState = z.infer<typeof incidentState>;

/** `warning.sentence` texts are shown at the field; each says what to do. */
export const locations = {
  SURGERY: 'In the surgery',
  GROUNDS: 'Car park or grounds',
  TELEPHONE: 'On the telephone',
  ONLINE: 'Online message',
  PATIENT_ADDRESS: "At the patient's address",
  OTHER: 'Somewhere else',
} as const;
export const incidentTypes = {
  NONPHYS: 'Intimidation, abuse or threats',
  PHYS: 'Physical violence',
  AGGPHYS: 'Violence with a weapon or similar',
  VANDPREM: 'Damage to the premises',
  VANDVEH: 'Damage to a vehicle',
} as const;
export const targets = {
  'GP:VERBAL': 'A GP, verbally',
  'GP:PHYSICAL': 'A GP, physically',
  'STAFF:VERBAL': 'Staff, verbally',
  'STAFF:PHYSICAL': 'Staff, physically',
  'OTHER_PATIENT:VERBAL': 'Another patient, verbally',
  'OTHER_PATIENT:PHYSICAL': 'Another patient, physically',
  'OTHER_PERSON:VERBAL': 'Someone else, verbally',
  'OTHER_PERSON:PHYSICAL': 'Someone else, physically',
} as const;
export const personKinds = {
  REGISTERED: 'A patient registered here',
  TEMPORARY: 'A temporary resident',
  COMPANION: 'A relative or friend of a patient',
  NOT_REGISTERED: 'Someone not registered here',
  UNKNOWN: 'Not known',
} as const;
export const policeAnswers = { YES: 'Yes', NO: 'No', NOT_YET: 'Not yet' } as const;
export const helpers = {
  NOBODY: 'Nobody came',
  COLLEAGUE: 'A colleague',
  SECURITY: 'Security',
  POLICE: 'Police',
} as const;
export const prejudices = {
  RACE: 'Race',
  RELIGION: 'Religion or belief',
  SEX: 'Sex',
  SEXUAL_ORIENTATION: 'Sexual orientation',
  DISABILITY: 'Disability',
  GENDER_IDENTITY: 'Gender identity',
  AGE: 'Age',
  OTHER: 'Something else',
} as const;
export const closeOutcomes = {
  TALKED: 'We talked with the person',
  AGREEMENT: 'A written agreement was made',
  ADVOCACY: 'Advocacy or support was offered',
  NO_ACTION: 'No further action is needed',
  OTHER: 'Something else',
} as const;

type Keys<T> = keyof T & string;
export const oneOf = <T extends Readonly<Record<string, string>>>(labels: T, message: string) =>
  z.enum(Object.keys(labels) as [Keys<T>, ...Keys<T>[]], { error: message });
export const text = (max: number) =>
  z
    .string()
    .overwrite(plainText)
    .trim()
    .max(max, { error: `Shorten this to ${max} characters or fewer.` });
export const optionalText = (max: number) =>
  text(max)
    .optional()
    .transform((value) => (value === '' ? undefined : value));

export const isoDate = z
  .string({ error: 'Give the date.' })
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
    error: 'Give the date, for example 2027-01-28.',
  });
export const clockTime = z
  .string({ error: 'Give the time.' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Give the time in hours and minutes, for example 14:30.' });
export const reference = z
  .string()
  .trim()
  .max(40)
  .meta({ description: 'A reference such as INC-2027-4839271.' });

/** Reasons for going ahead despite a warning, by rule id (DOMAIN §6.2). */
export const reasons = z.record(
  z.string().regex(/^W-\d{2}$/),
  text(500).min(10, { error: 'Give a reason of at least 10 characters.' }),
);

/** DOMAIN §2.1. What depends on several fields, the day or the practice is judged by the domain, not here. */
export const incidentReport = z
  .strictObject({
    site: text(120).min(1, { error: 'Choose the site where it happened.' }),
    incidentDate: isoDate,
    incidentTime: clockTime,
    location: oneOf(locations, 'Choose where it happened.'),
    locationOther: optionalText(200),
    incidentTypes: z
      .array(oneOf(incidentTypes, 'Choose from the list.'), {
        error: 'Tick at least one thing that happened.',
      })
      .min(1, { error: 'Tick at least one thing that happened.' })
      .max(5),
    directedAt: z.array(oneOf(targets, 'Choose from the list.')).max(8).default([]),
    personKind: oneOf(personKinds, 'Choose who did it, or "Not known".'),
    personName: optionalText(120),
    personBirthDate: isoDate.optional(),
    personNhsNumber: optionalText(20),
    accompaniedPatient: optionalText(200),
    narrative: z
      .string({ error: 'Say in a few words what happened.' })
      .overwrite(plainText)
      .trim()
      .min(10, { error: 'Say a little more about what happened: at least 10 characters.' })
      .max(4000, { error: 'Shorten this to 4,000 characters or fewer.' }),
    policeCalled: oneOf(policeAnswers, 'Say whether the police have been told.'),
    fearForSafety: z.boolean({ error: 'Say whether anyone feared for their safety.' }),
    fearForSafetyWho: optionalText(200),
    damageCost: z
      .number({ error: 'Give the cost in pounds, for example 120.50.' })
      .min(0, { error: 'The cost cannot be less than nothing.' })
      .max(10_000_000)
      .multipleOf(0.01, { error: 'Give the cost in pounds and pence, for example 120.50.' })
      .optional(),
    peopleAffected: optionalText(500),
    witnesses: optionalText(500),
    onBehalfOf: optionalText(120),
    helpCame: oneOf(helpers, 'Choose who came.').optional(),
    helpMinutes: z
      .number({ error: 'Give the minutes as a number.' })
      .int({ error: 'Give whole minutes.' })
      .min(0)
      .max(1440, { error: 'Give the minutes, at most a day.' })
      .optional(),
    staffSupportWanted: z.boolean().optional(),
    prejudiceBased: z.array(oneOf(prejudices, 'Choose from the list.')).max(8).optional(),
    /** When the form was opened, so that the app can measure how long a report takes. */
    openedAt: z.iso.datetime().optional(),
    reasons: reasons.optional(),
  })
  .meta({ id: 'IncidentReport', description: 'The quick incident report (DOMAIN §2.1).' });
export type IncidentReport = z.output<typeof incidentReport>;

export const incidentAddition = z.strictObject({
  ref: reference,
  text: text(2000).min(10, { error: 'Say a little more: at least 10 characters.' }),
  reasons: reasons.optional(),
});
export const incidentLink = z.strictObject({
  ref: reference,
  other: reference.min(1, { error: 'Give the reference of the other report of this event.' }),
});
export const incidentTake = z.strictObject({ ref: reference, version: z.number().int().optional() });
export const incidentClose = z.strictObject({
  ref: reference,
  version: z.number().int().optional(),
  outcome: oneOf(closeOutcomes, 'Choose how it was dealt with.'),
  feedback: text(2000).min(10, {
    error: 'Write feedback for the person who reported it: at least 10 characters.',
  }),
  reasons: reasons.optional(),
});
