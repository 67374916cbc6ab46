/** The placement on the scheme (DOMAIN §3.1) and the duty to offer the programme (§3.2), as they cross the wire. */
import { z } from 'zod';
import { isoDate, oneOf, optionalText, reasons, reference, text } from './incident.ts';

export const placementStates = {
  PROVISIONAL: {
    label: 'On the scheme, to be reviewed',
    means: 'The scheme practice gives care now. No decision of the panel has been carried out here yet.',
  },
  CONFIRMED: { label: 'On the scheme', means: 'The panel has found the placement appropriate.' },
  OVERTURNED: {
    label: 'Overturned',
    means: 'The panel has decided against the placement. The patient returns to a new practice.',
  },
  DISCHARGE_PENDING: {
    label: 'Leaving the scheme',
    means: 'The panel has discharged the patient. Letters and the register are still to follow.',
  },
  DISCHARGED: { label: 'Discharged', means: 'The patient has left the scheme.' },
  MOVED_OUT_PENDING: {
    label: 'Moving away',
    means: 'The patient is moving out of the area. The panel has not heard it yet.',
  },
  MOVED_OUT: { label: 'Moved away', means: 'The patient has moved. The other area has taken over.' },
  ENDED_OTHER: { label: 'Ended', means: 'The placement ended for another reason. No letter is sent.' },
} as const;
type Keys<T> = keyof T & string;
const keysOf = <T extends object>(labels: T) => Object.keys(labels) as [Keys<T>, ...Keys<T>[]];
export const placementState = z.enum(keysOf(placementStates));
export type PlacementState = z.infer<typeof placementState>;

/** Exactly one of them is the ground of a placement. */
export const placementGrounds = {
  A: 'Removed by a practice after violence that was reported to the police',
  B: 'Was on the scheme here before, moved away and has come back',
  C: 'Moved in, and was on the scheme of another area',
  D: 'Known to the NHS or to criminal justice for violence that may affect staff',
  E: 'The panel has assessed the risk and decided so',
} as const;

/** How far the offer of the programme has come (§3.2, scheme duty). */
export const rehabOfferStages = {
  NOT_OFFERED: { label: 'Not offered yet', means: 'Nobody has referred the patient to the programme yet.' },
  OFFERED: { label: 'Offered', means: 'The patient was referred and has not given an answer yet.' },
  ACCEPTED: { label: 'Accepted', means: 'The patient said yes and takes part.' },
  DECLINED: { label: 'Declined', means: 'The patient said no, without any disadvantage.' },
  WITHDRAWN: {
    label: 'Taken back',
    means: 'The patient or the referrer took the referral back, without any disadvantage.',
  },
  SESSIONS_MISSED: { label: 'Sessions missed', means: 'The patient missed a session twice.' },
  COMPLETED_NO_AWARD: {
    label: 'Completed, no award',
    means: 'The patient attended both sessions, without an award.',
  },
  COMPLETED: { label: 'Completed', means: 'The patient attended both sessions and has the award.' },
} as const;
export const rehabOfferStage = z.enum(keysOf(rehabOfferStages));
export type RehabOfferStage = z.infer<typeof rehabOfferStage>;

/** States of a referral that a placement is told of. */
export const rehabSteps = [
  'SUBMITTED',
  'UNREACHABLE',
  'ACCEPTED',
  'DECLINED',
  'WITHDRAWN',
  'CLOSED_DNA',
  'COMPLETED_NO_AWARD',
  'COMPLETED',
] as const;
export type RehabStep = (typeof rehabSteps)[number];

const organisationId = z.string().regex(/^[A-Za-z0-9-]{1,60}$/, { error: 'Choose from the list.' });
const name = (message: string) => text(80).min(1, { error: message });

/** P1. What depends on several fields, the day or the directory is judged by the domain. */
export const placementOpening = z
  .strictObject({
    ground: oneOf(placementGrounds, 'Choose the ground of the placement.'),
    evidence: text(2000).min(20, {
      error: 'Say what shows that the ground holds: at least 20 characters.',
    }),
    /** The London day on which care by the scheme begins. */
    entryDate: isoDate,
    schemeProvider: z
      .string({ error: 'Choose the scheme practice.' })
      .regex(/^[A-Za-z0-9-]{1,60}$/, { error: 'Choose the scheme practice.' }),
    patientFirstName: name("Give the patient's first name."),
    patientLastName: name("Give the patient's last name."),
    dob: isoDate,
    nhsNumber: optionalText(20),
    /** Why there is no NHS number. */
    nhsNumberUnknown: optionalText(200),
    patientPhone: optionalText(40),
    /** Where letters go. */
    address: optionalText(300),
    postcode: optionalText(10),
    /** Practices where an incident happened: the patient cannot register there afterwards (HS-12). */
    barredPractices: z.array(organisationId).max(40).default([]),
    reasons: reasons.optional(),
  })
  .meta({ id: 'PlacementOpening', description: 'A placement on ground B, C or D (DOMAIN §3.1, P1).' });
export type PlacementOpening = z.output<typeof placementOpening>;

const instant = z.iso.datetime();

/** What a step of a referral under G2 tells the placement. Given by the outbox alone. */
export const rehabNote = z.strictObject({
  /** The placement and the area it is in. */
  ref: reference,
  area: organisationId,
  referral: reference,
  provider: organisationId,
  /** The organisation that referred. */
  referrer: organisationId,
  step: z.enum(rehabSteps),
  /** When the referral was sent, and when this step was taken. */
  offeredAt: instant,
  at: instant,
});
export type RehabNote = z.output<typeof rehabNote>;

export const placementCommands = {
  'placement.open': {
    input: placementOpening,
    summary: 'Open a placement on the scheme, on ground B, C or D (P1).',
  },
  'placement.noteRehabOffer': {
    input: rehabNote,
    summary: 'Note on a placement how far the offer of the programme has come. The referral gives it.',
    // Only what has happened to a referral may say so, never a client.
    from: 'app',
  },
} as const;
