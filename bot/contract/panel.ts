/** The review panel (DOMAIN §3.3) as it crosses the wire: seats, states, the catalogue of motions, and every input. */
import { z } from 'zod';
import { plainText } from './plainText.ts';
import { reference } from './incident.ts';

/** MG3: four seats, all of them voting. */
export const panelSeats = {
  CHAIR: 'Chair',
  CONTRACTS: 'Contracts',
  GP: 'GP member',
  LAY: 'Lay member',
} as const;
/** The same in the middle of a sentence. */
export const seatsInWords = {
  CHAIR: 'the chair',
  CONTRACTS: 'the contracts seat',
  GP: 'the GP member',
  LAY: 'the lay member',
} as const satisfies Readonly<Record<keyof typeof panelSeats, string>>;
/** What a card says once an item is decided: below its motion, the bare word would be read as "carried". */
export const decidedWords = 'Decided. Open the tab for the result.';
export const panelSeat = z.enum(['CHAIR', 'CONTRACTS', 'GP', 'LAY'], {
  error: 'Choose one of the four seats.',
});
export type PanelSeat = z.infer<typeof panelSeat>;

export const meetingStates = {
  PLANNED: { label: 'Planned', means: 'The meeting has a date; seats and items can be added.' },
  IN_SESSION: { label: 'In session', means: 'The chair has opened the meeting.' },
  CLOSED: { label: 'Closed', means: 'The chair has closed the meeting; nothing more is decided in it.' },
} as const;
export const meetingState = z.enum(['PLANNED', 'IN_SESSION', 'CLOSED']);
export type MeetingState = z.infer<typeof meetingState>;

export const meetingModes = { FACE_TO_FACE: 'Face to face', VIRTUAL: 'By video' } as const;
export const meetingMode = z.enum(['FACE_TO_FACE', 'VIRTUAL'], { error: 'Choose how the panel meets.' });

export const itemStates = {
  LISTED: { label: 'On the agenda', means: 'The panel has not come to it yet.' },
  OPEN: { label: 'Being discussed', means: 'The chair has opened it; nobody votes yet.' },
  CONSENSUS: {
    label: 'Being agreed',
    means: 'The chair has proposed how to decide; each other seat says whether it agrees.',
  },
  VOTING: { label: 'Voting', means: 'Each seat votes. A vote can be changed until the chair closes.' },
  TIED: { label: 'Tied', means: 'As many for as against: the chair has a casting vote.' },
  DECIDED: { label: 'Decided', means: 'The panel has decided. It cannot be changed.' },
  DEFERRED: { label: 'Deferred', means: 'Nothing was decided; the item comes back at another meeting.' },
  WITHDRAWN: { label: 'Withdrawn', means: 'Taken off the agenda before the panel came to it.' },
} as const;
export const itemState = z.enum([
  'LISTED',
  'OPEN',
  'CONSENSUS',
  'VOTING',
  'TIED',
  'DECIDED',
  'DEFERRED',
  'WITHDRAWN',
]);
export type ItemState = z.infer<typeof itemState>;

export const directions = { FOR: 'For', AGAINST: 'Against', ABSTAIN: 'Abstain' } as const;
export const direction = z.enum(['FOR', 'AGAINST', 'ABSTAIN'], { error: 'Choose For, Against or Abstain.' });
export type Direction = z.infer<typeof direction>;

/** MG2: the sections of an agenda in their fixed order, and the item type each holds. */
export const itemTypes = {
  REVIEW: { label: 'Review', section: 'Existing patients' },
  NEW: { label: 'New placement', section: 'New patients' },
  RETURNING: { label: 'Returning patient', section: 'Returning patients' },
  APPEAL: { label: 'Appeal', section: 'Appeals' },
  RISK: { label: 'Risk assessment', section: 'Risk assessments' },
  NOLONGER: { label: 'No longer requiring the service', section: 'Patients no longer requiring the service' },
} as const;
export const itemType = z.enum(['REVIEW', 'NEW', 'RETURNING', 'APPEAL', 'RISK', 'NOLONGER'], {
  error: 'Choose what the item is.',
});
export type ItemType = z.infer<typeof itemType>;

export const riskPurposes = {
  INCLUSION: 'Including the patient in the scheme',
  TRANSFER: 'Moving the patient to another scheme practice',
} as const;
export const riskPurpose = z.enum(['INCLUSION', 'TRANSFER'], {
  error: 'Choose what the risk assessment is for.',
});
export type RiskPurpose = z.infer<typeof riskPurpose>;

/** MG6: why a member has to step out of an item. */
export const conflicts = {
  REMOVING_PRACTICE: 'Works at the practice that removed the patient',
  SCHEME_PROVIDER: 'Works at the scheme practice',
  KNOWS_PATIENT: 'Knows the patient personally',
} as const;
export const conflict = z.enum(['REMOVING_PRACTICE', 'SCHEME_PROVIDER', 'KNOWS_PATIENT'], {
  error: 'Choose why.',
});
export type Conflict = z.infer<typeof conflict>;

/** A motion of DOMAIN §3.3: standard text, never about one patient, so that it may stand in a channel. */
export interface Motion {
  readonly text: string;
  /** What a vote for it, and a vote against it, says. */
  readonly for: string;
  readonly against: string;
  readonly carried: { readonly code: string; readonly label: string };
  readonly notCarried: { readonly code: string; readonly label: string };
}
export const motions = {
  NEW: {
    text: 'The placement is appropriate.',
    for: 'the placement is appropriate',
    against: 'the placement is not appropriate',
    carried: { code: 'APPROPRIATE', label: 'The placement is appropriate.' },
    notCarried: { code: 'INAPPROPRIATE', label: 'The placement is not appropriate.' },
  },
  APPEAL: {
    text: 'The placement should stand.',
    for: 'the placement should stand',
    against: 'the placement should not stand',
    carried: { code: 'DISMISSED', label: 'The appeal is dismissed: the placement stands.' },
    notCarried: { code: 'UPHELD', label: 'The appeal is upheld: the placement does not stand.' },
  },
  REVIEW: {
    text: 'The patient should remain on the scheme.',
    for: 'the patient should remain',
    against: 'the patient should be discharged',
    carried: { code: 'REMAIN', label: 'The patient remains on the scheme.' },
    notCarried: { code: 'DISCHARGE', label: 'The patient is discharged from the scheme.' },
  },
  RETURNING: {
    text: 'The patient should be placed on the scheme.',
    for: 'the patient should be placed',
    against: 'the patient should not be placed',
    carried: { code: 'PLACE', label: 'The patient is placed on the scheme.' },
    notCarried: { code: 'NOT_PLACE', label: 'The patient is not placed on the scheme.' },
  },
  'RISK:INCLUSION': {
    text: 'The patient should be included in the scheme.',
    for: 'the patient should be included',
    against: 'the patient should not be included',
    carried: { code: 'INCLUDE', label: 'The patient is included in the scheme.' },
    notCarried: { code: 'NOT_INCLUDE', label: 'The patient is not included in the scheme.' },
  },
  'RISK:TRANSFER': {
    text: 'The patient should move to another scheme practice.',
    for: 'the patient should move',
    against: 'the patient should not move',
    carried: { code: 'TRANSFER', label: 'The patient moves to another scheme practice.' },
    notCarried: { code: 'NO_TRANSFER', label: 'The patient stays with the present scheme practice.' },
  },
  NOLONGER: {
    text: 'The patient no longer needs the service.',
    for: 'the patient no longer needs the service',
    against: 'the patient still needs the service',
    carried: { code: 'DISCHARGE', label: 'The patient is discharged from the scheme.' },
    notCarried: { code: 'KEEP', label: 'The patient stays on the scheme.' },
  },
} as const satisfies Readonly<Record<string, Motion>>;
export type MotionName = keyof typeof motions;
export const motionName = z.enum(Object.keys(motions) as [MotionName, ...MotionName[]]);

const reason = (least: number) =>
  z
    .string({ error: 'Give the reason.' })
    .overwrite(plainText)
    .trim()
    .min(least, { error: `Give the reason: at least ${least} characters.` })
    .max(2000, { error: 'Shorten this to 2,000 characters or fewer.' });
const person = z
  .string({ error: 'Choose a person.' })
  .regex(/^[A-Za-z0-9-]{1,60}$/, { error: 'Choose a person.' });
const anItem = { meeting: reference, ref: reference };

/** `reference`: the conversation reference of the channel the words were said in. */
export const bindChannel = z.strictObject({ reference: z.record(z.string(), z.unknown()) });
/** `date`: London wall time, `2027-01-28T10:00`. */
export const meetingPlan = z.strictObject({
  date: z
    .string({ error: 'Choose the day and the time.' })
    .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/, {
      error: 'Choose the day and the time.',
    }),
  mode: meetingMode,
});
/** `replaces`: who holds the seat now, when somebody else is to take it. */
export const seatFilling = z.strictObject({
  ref: reference,
  seat: panelSeat,
  person,
  replaces: person.optional(),
});
export const meetingStep = z.strictObject({ ref: reference });
/** Before the chair has started the meeting, on its day only. `seat`: left out, one's own; the chair and the Primary Care Team may say it of any seat. */
export const presence = z.strictObject({ ref: reference, seat: panelSeat.optional() });
/** `about`: the reference of the case. `purpose`: for a risk assessment only. */
export const itemAddition = z.strictObject({
  ref: reference,
  type: itemType,
  about: reference,
  purpose: riskPurpose.optional(),
});
export const itemStep = z.strictObject(anItem);
/** `revision`: the one of the card or page the person votes from (DESIGN D7). */
export const ballotCast = z.strictObject({
  ...anItem,
  direction,
  revision: z.number({ error: 'Vote from the card or the panel room.' }).int().min(0).max(1_000_000),
});
export const castingVote = z.strictObject({
  ...anItem,
  direction: z.enum(['FOR', 'AGAINST'], { error: 'Choose For or Against: a casting vote cannot abstain.' }),
  reason: reason(20),
});
/** V2: which way the chair proposes to decide without a vote. */
export const consensusProposal = z.strictObject({
  ...anItem,
  direction: z.enum(['FOR', 'AGAINST'], { error: 'Choose what to propose.' }),
});
/** `revision`: the one of the proposal that is answered; a later proposal is not agreed to by an old page. */
export const consensusAnswer = z.strictObject({
  ...anItem,
  agrees: z.boolean({ error: 'Say whether you agree.' }),
  revision: z.number({ error: 'Answer from the panel room.' }).int().min(0).max(1_000_000),
});
/** MG6. `seat`: left out, one's own; the chair and the Primary Care Team may say it of any seat. */
export const steppingOut = z.strictObject({ ...anItem, seat: panelSeat.optional(), conflict });
export const alternateSeating = z.strictObject({ ...anItem, seat: panelSeat, person });
export const itemWithdrawal = z.strictObject({ ...anItem, reason: reason(10) });
export const itemDeferral = z.strictObject({ ...anItem, reason: reason(10) });
