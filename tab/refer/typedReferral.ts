/** What someone has typed into the referral form (DOMAIN §2.7), and the input it becomes. */
import type { ReferralSubmission } from '../../bot/contract/referral.ts';
import type { ReferralForm } from '../../bot/contract/referralAnswers.ts';
import { keepDrafts } from '../form/drafts.ts';
import { reasonsGiven } from '../form/Reason.tsx';
import type { Attempt } from '../parts/api.ts';

export interface TypedReferral {
  readonly ground: string;
  readonly warningLetterDate: string;
  readonly schemePlacement: string;
  readonly ground3Reason: string;
  readonly agreementConfirmed: boolean;
  readonly agreementDate: string;
  readonly agreementHow: string;
  readonly agreementTakenBy: string;
  readonly patientFirstName: string;
  readonly patientLastName: string;
  readonly patientPhone: string;
  readonly safeToLeaveMessage: boolean;
  readonly bestTimes: string;
  readonly altPhone: string;
  readonly dob: string;
  readonly nhsNumber: string;
  readonly referrerName: string;
  readonly referrerRole: string;
  readonly referrerPhone: string;
  readonly referrerEmail: string;
  readonly leafletDate: string;
  readonly interpreter: string;
  readonly interpreterLanguage: string;
  readonly accessNeeds: readonly string[];
  readonly digitalAccess: string;
  readonly knownRisks: string;
  readonly preferredTimes: readonly string[];
  readonly trainerGenderPref: string;
  readonly reasons: Readonly<Record<string, string>>;
}

/** Fields behind "Add more". */
export const optionalFields = [
  'agreementTakenBy',
  'altPhone',
  'bestTimes',
  'safeToLeaveMessage',
  'dob',
  'trainerGenderPref',
  'preferredTimes',
  'leafletDate',
  'referrerName',
  'referrerRole',
] as const;

export const referralDrafts = keepDrafts<TypedReferral>();

/** What nobody has touched yet; from a placement, what is known of the patient. */
export function emptyReferral(form: ReferralForm): TypedReferral {
  return {
    ground: '',
    warningLetterDate: '',
    schemePlacement: '',
    ground3Reason: '',
    agreementConfirmed: false,
    agreementDate: '',
    agreementHow: '',
    agreementTakenBy: '',
    patientFirstName: '',
    patientLastName: '',
    patientPhone: '',
    safeToLeaveMessage: false,
    bestTimes: '',
    altPhone: '',
    dob: '',
    nhsNumber: '',
    referrerName: form.referrerName,
    referrerRole: form.referrerRole,
    referrerPhone: form.referrerPhone ?? '',
    referrerEmail: form.referrerEmail ?? '',
    leafletDate: '',
    interpreter: '',
    interpreterLanguage: '',
    accessNeeds: [],
    digitalAccess: '',
    knownRisks: '',
    preferredTimes: [],
    trainerGenderPref: '',
    reasons: {},
    ...form.filled,
  };
}

/**
 * Empty answers are left out, so that each required one is asked for at its field. An answer to a question no longer
 * shown is kept on the form and not sent.
 */
export function toInput(
  typed: TypedReferral,
  { provider, openedAt }: Pick<ReferralForm, 'provider' | 'openedAt'>,
): Attempt<ReferralSubmission> {
  const { reasons, agreementConfirmed, safeToLeaveMessage, ...rest } = typed;
  const shown = {
    ...rest,
    warningLetterDate: asksLetter(typed) ? typed.warningLetterDate : '',
    schemePlacement: asksPlacement(typed) ? typed.schemePlacement : '',
    ground3Reason: asksReason(typed) ? typed.ground3Reason : '',
    interpreterLanguage: asksLanguage(typed) ? typed.interpreterLanguage : '',
  };
  return {
    ...Object.fromEntries(Object.entries(shown).filter(([, value]) => value.length > 0)),
    // An empty text is answered at its field; one left out is not known to be a text.
    patientFirstName: typed.patientFirstName,
    patientLastName: typed.patientLastName,
    patientPhone: typed.patientPhone,
    knownRisks: typed.knownRisks,
    agreementConfirmed,
    ...(safeToLeaveMessage ? { safeToLeaveMessage } : {}),
    ...(typed.leafletDate ? { leafletSent: true } : {}),
    ...reasonsGiven(reasons),
    provider,
    openedAt,
  };
}

export const asksLetter = ({ ground }: TypedReferral) => ground === 'G1';
export const asksPlacement = ({ ground }: TypedReferral) => ground === 'G2';
export const asksReason = ({ ground }: TypedReferral) => ground === 'G3';
export const asksLanguage = ({ interpreter }: TypedReferral) => interpreter === 'YES';
