/** The referral to the behaviour programme (DOMAIN §2.7) and every step of its life (§3.2), as they cross the wire. */
import { z } from 'zod';
import { isoDate, oneOf, optionalText, reference, text } from './incident.ts';
import {
  accessNeeds,
  agreementWays,
  attendanceMarks,
  awards,
  cancelledBy,
  closeWays,
  contactOutcomes,
  digitalWays,
  grounds,
  halfDays,
  interpreterNeeds,
  noAwardReasons,
  referralQueues,
  referralStates,
  trainerPreferences,
} from './referralWords.ts';

type Keys<T> = keyof T & string;
const keysOf = <T extends object>(labels: T) => Object.keys(labels) as [Keys<T>, ...Keys<T>[]];

export const referralState = z.enum(keysOf(referralStates));
export type ReferralState = z.infer<typeof referralState>;
export const referralQueue = z.enum(keysOf(referralQueues));
export type ReferralQueue = z.infer<typeof referralQueue>;

const organisationId = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);
const personId = z.string().regex(/^[A-Za-z0-9-]{1,60}$/, { error: 'Choose a trainer.' });
const name = (message: string) => text(80).min(1, { error: message });
const version = z.number().int().optional();
const why = text(500).min(10, { error: 'Give a reason of at least 10 characters.' });
const optionalWhy = why.optional();

/** Reasons for going ahead despite a warning, by the rule the warning named: `W-09`, `§4.6`, `R7`, `R9`. */
export const referralReasons = z.record(z.string().regex(/^(W-\d{2}|§4\.6|R7|R9)$/), why);

/** A London wall time as a form gives it: `2027-01-28T14:30`. */
const localTime = z
  .string({ error: 'Choose the day and the time.' })
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/, {
    error: 'Choose the day and the time.',
  });

/**
 * DOMAIN §2.7. What depends on several fields, the day or the directory is judged by the domain. The contact of the
 * referrer and the registered practice are taken from the directory where they are left out.
 */
export const referralSubmission = z
  .strictObject({
    /** The programme's provider, as `referral.form` gives it. */
    provider: organisationId,
    ground: oneOf(grounds, 'Choose why this person is eligible.'),
    warningLetterDate: isoDate.optional(),
    schemePlacement: reference.optional(),
    ground3Reason: optionalText(500),
    agreementConfirmed: z.boolean({ error: 'Say whether the patient has agreed.' }),
    agreementDate: isoDate,
    agreementHow: oneOf(agreementWays, 'Choose how the patient agreed.'),
    agreementTakenBy: optionalText(120),
    patientFirstName: name("Give the patient's first name."),
    patientLastName: name("Give the patient's last name."),
    patientPhone: text(40).min(1, { error: "Give the patient's telephone number." }),
    safeToLeaveMessage: z.boolean().optional(),
    bestTimes: optionalText(120),
    altPhone: optionalText(40),
    dob: isoDate.optional(),
    nhsNumber: optionalText(20),
    referrerName: optionalText(120),
    referrerRole: optionalText(120),
    referrerPhone: optionalText(40),
    referrerEmail: optionalText(200),
    registeredPracticeName: optionalText(160),
    registeredPracticeCode: optionalText(9),
    registeredPracticePhone: optionalText(40),
    leafletSent: z.boolean().optional(),
    leafletDate: isoDate.optional(),
    interpreter: oneOf(interpreterNeeds, 'Say whether an interpreter is needed.'),
    interpreterLanguage: optionalText(60),
    accessNeeds: z
      .array(oneOf(accessNeeds, 'Choose from the list.'), {
        error: 'Tick what the patient needs, or "None".',
      })
      .min(1, { error: 'Tick what the patient needs, or "None".' })
      .max(8),
    digitalAccess: oneOf(digitalWays, 'Choose how the patient can use Teams.'),
    knownRisks: text(500).min(1, { error: 'Name the risks a trainer must know of, or write "None known".' }),
    preferredTimes: z.array(oneOf(halfDays, 'Choose from the list.')).max(10).optional(),
    trainerGenderPref: oneOf(trainerPreferences, 'Choose from the list.').optional(),
    /** When the form was opened, so that the app can measure how long a referral takes (K13). */
    openedAt: z.iso.datetime().optional(),
    reasons: referralReasons.optional(),
  })
  .meta({ id: 'ReferralSubmission', description: 'The referral to the programme (DOMAIN §2.7).' });
export type ReferralSubmission = z.output<typeof referralSubmission>;

export const referralAttempt = z.strictObject({
  ref: reference,
  version,
  outcome: oneOf(contactOutcomes, 'Choose how the call went.'),
  /** The number that was rung; left out, the patient's first one. */
  number: optionalText(40),
  /** Access needs were gone through with the patient: asked for when the patient accepts (R5). */
  accessConfirmed: z.boolean().optional(),
  /** When to ring again, a London day. */
  callBackOn: isoDate.optional(),
  note: optionalText(500),
});
export type ReferralAttempt = z.output<typeof referralAttempt>;

export const referralClose = z.strictObject({
  ref: reference,
  version,
  how: oneOf(closeWays, 'Choose why it ends.'),
  reason: optionalWhy,
  reasons: referralReasons.optional(),
});

/** The referrer takes it back (R19). */
export const referralWithdrawal = z.strictObject({
  /** The programme's provider, as `referral.page` gives it. */
  provider: organisationId,
  ref: reference,
  version,
  reason: why,
});

const slot = {
  trainer: personId,
  start: localTime,
  /** Which of the two, where the clocks go back and the time comes twice. */
  fold: z.enum(['earlier', 'later']).optional(),
  /** The meeting's link, https only. */
  joinLink: optionalText(500),
};
export const sessionNumber = z.union([z.literal(1), z.literal(2)], {
  error: 'Choose session 1 or session 2.',
});

/** Book, or move, a session; with session 1 a second one can be held (R8, R12, R12a). */
export const referralBooking = z.strictObject({
  ref: reference,
  version,
  session: sessionNumber,
  ...slot,
  second: z.strictObject(slot).optional(),
  reasons: referralReasons.optional(),
});
export type ReferralBooking = z.output<typeof referralBooking>;

export const sessionCancellation = z.strictObject({
  ref: reference,
  version,
  session: sessionNumber,
  by: oneOf(cancelledBy, 'Say who called it off.'),
  reason: optionalText(500),
});

export const attendance = z.strictObject({
  ref: reference,
  version,
  session: sessionNumber,
  mark: oneOf(attendanceMarks, 'Choose how the session went.'),
  /** Minutes the patient was there; left out for a full session and for one missed. */
  minutes: z
    .number({ error: 'Give the minutes as a number.' })
    .int({ error: 'Give whole minutes.' })
    .min(1, { error: 'Give the minutes, at least 1.' })
    .max(180, { error: 'A session has 180 minutes.' })
    .optional(),
  reasons: referralReasons.optional(),
});
export type Attendance = z.output<typeof attendance>;

export const awardRecord = z.strictObject({
  ref: reference,
  version,
  award: oneOf(awards, 'Say whether the award was made.'),
  awardedOn: isoDate.optional(),
  certificate: optionalText(60),
  noAwardReason: oneOf(noAwardReasons, 'Choose why there is no award.').optional(),
});
export type AwardRecord = z.output<typeof awardRecord>;
