/** What the app answers about referrals and sessions. Dates and times arrive as labels; no client computes one. */
import { z } from 'zod';
import { deadlineView, labelledFact, timelineItem } from './answers.ts';
import { referralQueue, referralState, sessionNumber } from './referral.ts';

const label = z.string();

/** What a new referral starts with. `missing` names the contact fields the directory does not know. */
export const referralForm = z
  .object({
    /** The command id for this one form, minted for this one person (D7). */
    commandId: z.string(),
    openedAt: z.string(),
    provider: z.string(),
    providerName: z.string(),
    practice: z.string(),
    /** The London date, `2027-01-28`. */
    today: z.string(),
    referrerName: z.string(),
    referrerRole: z.string(),
    referrerPhone: z.string().optional(),
    referrerEmail: z.string().optional(),
    missing: z.array(z.enum(['referrerPhone', 'referrerEmail'])),
    grounds: z.array(z.object({ value: z.enum(['G1', 'G2', 'G3']), label })),
    /** What a placement tells of the patient, under the names of the form's fields. */
    filled: z
      .object({
        ground: z.literal('G2'),
        schemePlacement: z.string(),
        patientFirstName: z.string(),
        patientLastName: z.string(),
        patientPhone: z.string().optional(),
        dob: z.string(),
        nhsNumber: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'ReferralForm' });
export type ReferralForm = z.infer<typeof referralForm>;

/** The status line of a referral: reference, state and dates, nothing of the patient. */
export const referralStatus = z
  .object({
    ref: z.string(),
    state: referralState,
    stateLabel: label,
    sent: label,
    next: label,
    version: z.number().int(),
    mine: z.boolean(),
    sessionsAttended: z.number().int(),
    /** The report at the end (RFO), from the last state on. */
    outcome: z
      .object({ on: label, sessionsAttended: z.number().int(), award: label.optional(), suggestion: label })
      .optional(),
  })
  .meta({ id: 'ReferralStatus' });
export type ReferralStatus = z.infer<typeof referralStatus>;

export const sessionView = z.object({
  session: sessionNumber,
  /** For the coordinator: who holds it. */
  trainer: z.string().optional(),
  trainerName: z.string().optional(),
  day: label,
  time: label,
  /** London wall time, to fill a form with: `2027-01-28T14:30`. */
  startLocal: z.string(),
  standing: label,
  /** Held together with session 1, not yet certain (R12a). */
  provisional: z.boolean(),
  joinLink: z.string().optional(),
});

export const referralStep = z.enum([
  'referral.logAttempt',
  'referral.close',
  'referral.book',
  'referral.cancelSession',
  'referral.markAttendance',
  'referral.recordAward',
  'referral.withdraw',
]);

/** The referral page. What the role may not see is absent. */
export const referralPage = z
  .object({
    status: referralStatus,
    provider: z.string(),
    deadlines: z.array(deadlineView),
    /** The patient's name, for whoever may see the referral. */
    patient: z.string(),
    facts: z.array(labelledFact),
    /** Calls so far: each of them for the coordinator, the number and the last result for the referrer. */
    calls: z.object({
      count: z.number().int(),
      last: label.optional(),
      /** From this day on the referral may be closed as not reached (R7). */
      unreachableFrom: label.optional(),
      each: z
        .array(z.object({ at: label, number: z.string(), outcome: label, note: z.string().optional() }))
        .optional(),
    }),
    sessions: z.array(sessionView),
    /** The reference of the certificate, once an award is recorded. */
    certificate: label.optional(),
    timeline: z.array(timelineItem),
    /** What this person may do to it now. */
    steps: z.array(referralStep),
    /** The sessions that `referral.book`, `referral.cancelSession` and `referral.markAttendance` would take now. */
    bookable: z.array(sessionNumber),
    cancellable: z.array(sessionNumber),
    markable: z.array(sessionNumber),
  })
  .meta({ id: 'ReferralPage' });
export type ReferralPage = z.infer<typeof referralPage>;

export const referralRow = z.object({
  ref: z.string(),
  version: z.number().int(),
  state: referralState,
  stateLabel: label,
  queue: referralQueue.optional(),
  patient: z.string(),
  practice: z.string(),
  sent: label,
  next: label,
  due: deadlineView.optional(),
});

/** A line of the call list. */
export const callRow = referralRow.extend({
  phone: z.string(),
  altPhone: z.string().optional(),
  /** Best times, and whether a message may be left. */
  advice: z.array(label),
  /** What the patient needs to take part, to be gone through with them (R5). */
  needs: z.array(label),
  /** The referrer said that no message may be left. */
  leaveNoMessage: z.boolean(),
  calls: z.number().int(),
  last: label.optional(),
  unreachableFrom: label.optional(),
});

/** One session of the person who asks: first name, telephone, needs and known risks, nothing else (DOMAIN §1.2). */
export const ownSession = z.object({
  ref: z.string(),
  version: z.number().int(),
  session: sessionNumber,
  day: label,
  time: label,
  firstName: z.string(),
  phone: z.string(),
  needs: z.array(label),
  knownRisks: z.string(),
  joinLink: z.string().optional(),
  provisional: z.boolean(),
  standing: label,
  /** Whether it can be marked now, and whether the patient can already be marked as missing (30 minutes). */
  markable: z.boolean(),
  missable: z.boolean(),
  /** While it is too early to mark the session as attended: from when it can be. */
  attendedFrom: label.optional(),
});

/** One session in the coordinator's week. */
export const scheduledSession = sessionView.extend({
  ref: z.string(),
  version: z.number().int(),
  /** London date, `2027-01-28`. */
  date: z.string(),
  patient: z.string(),
  practice: z.string(),
  cancellable: z.boolean(),
  markable: z.boolean(),
});

const dated = {
  /** London dates, `2027-01-28`: what is shown, and what to ask for to go on. */
  from: z.string(),
  label,
  before: z.string(),
  after: z.string(),
  next: z.string().optional(),
};
/** Sessions whose time has passed and of which nobody has said how they went, the longest ago first. */
const noResult = <T extends z.ZodType>(row: T) => z.object({ label, rows: z.array(row) }).optional();
export const sessionDay = z
  .object({
    ...dated,
    rows: z.array(ownSession),
    /** Of the days before today, where no day was asked for. */
    noResult: noResult(ownSession),
  })
  .meta({ id: 'SessionDay' });
export const sessionWeek = z
  .object({
    ...dated,
    rows: z.array(scheduledSession),
    /** Where no week was asked for. */
    noResult: noResult(scheduledSession),
  })
  .meta({ id: 'SessionWeek' });

export const trainers = z.object({ rows: z.array(z.object({ person: z.string(), name: z.string() })) });
