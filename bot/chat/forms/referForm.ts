/** The referral to the programme as a card (DOMAIN §2.7): what it starts with, what it sends, how it comes back. */
import type { Refusal } from '../../contract/refusal.ts';
import type { ReferralForm } from '../../contract/referralAnswers.ts';
import {
  accessNeeds,
  agreementWays,
  digitalWays,
  halfDays,
  interpreterNeeds,
  trainerPreferences,
} from '../../contract/referralWords.ts';
import { renderCard } from '../../outbound/renderCard.ts';
import template from '../cards/refer.json' with { type: 'json' };
import { filled, several, text, typed, yesNo, type CardData } from './cardInput.ts';
import { choicesOf } from './choices.ts';
import { reasonsIn, typedInto, type Problems } from './problems.ts';

/** Every input of the card but the reason, in the contract's names; `groundDetail` is what its ground makes of it. */
export const referFields = [
  'ground',
  'warningLetterDate',
  'groundDetail',
  'agreementConfirmed',
  'agreementDate',
  'agreementHow',
  'patientFirstName',
  'patientLastName',
  'patientPhone',
  'nhsNumber',
  'interpreter',
  'accessNeeds',
  'digitalAccess',
  'knownRisks',
  'referrerPhone',
  'referrerEmail',
  'interpreterLanguage',
  'altPhone',
  'bestTimes',
  'safeToLeaveMessage',
  'dob',
  'trainerGenderPref',
  'preferredTimes',
  'agreementTakenBy',
  'leafletDate',
] as const;
type Field = (typeof referFields)[number];

/** Fields behind "Add more": the card opens them when one needs a change or holds something. */
const more: readonly Field[] = referFields.slice(referFields.indexOf('interpreterLanguage'));
const contact = ['referrerPhone', 'referrerEmail'] as const satisfies readonly Field[];
const toggles = ['agreementConfirmed'] as const satisfies readonly Field[];

const choices = {
  messageChoices: choicesOf({ true: 'Yes', false: 'No' }),
  agreementChoices: choicesOf(agreementWays),
  interpreterChoices: choicesOf(interpreterNeeds),
  needChoices: choicesOf(accessNeeds),
  digitalChoices: choicesOf(digitalWays),
  halfDayChoices: choicesOf(halfDays),
  trainerChoices: choicesOf(trainerPreferences),
};

/** What the one field beside the grounds is, by the ground chosen: a card cannot show a field only when it is needed. */
const detailOf: Readonly<Record<string, 'schemePlacement' | 'ground3Reason'>> = {
  G2: 'schemePlacement',
  G3: 'ground3Reason',
};

/** Problems as the card has a place for them. */
export function atReferFields(refusal: Refusal): Refusal {
  const place = (field: string) => (Object.values<string>(detailOf).includes(field) ? 'groundDetail' : field);
  return {
    ...refusal,
    ...(refusal.field === undefined ? {} : { field: place(refusal.field) }),
    ...(refusal.fields
      ? { fields: refusal.fields.map((problem) => ({ ...problem, field: place(problem.field) })) }
      : {}),
  };
}

/** What the card sends, as `referral.submit` takes it. What is not an input of the card does not get through. */
export function referInput(data: CardData): Record<string, unknown> {
  const times = several(data, 'preferredTimes');
  const { groundDetail, ...given } = Object.fromEntries(
    referFields.map((field) => [field, text(data, field)]),
  );
  const detail = detailOf[given['ground'] ?? ''];
  return filled({
    ...given,
    ...(detail ? { [detail]: groundDetail } : {}),
    // An empty text is answered at its field; one left out is not known to be a text.
    patientFirstName: typed(data, 'patientFirstName'),
    patientLastName: typed(data, 'patientLastName'),
    patientPhone: typed(data, 'patientPhone'),
    knownRisks: typed(data, 'knownRisks'),
    provider: typed(data, 'provider'),
    agreementConfirmed: yesNo(data, 'agreementConfirmed'),
    safeToLeaveMessage: yesNo(data, 'safeToLeaveMessage'),
    accessNeeds: several(data, 'accessNeeds'),
    preferredTimes: times.length > 0 ? times : undefined,
    leafletSent: text(data, 'leafletDate') === undefined ? undefined : true,
    openedAt: text(data, 'openedAt'),
    reasons: reasonsIn(data),
  });
}

/** What a new referral holds before anyone touches it; nothing a person must answer is answered for them. */
export function newReferral(form: ReferralForm): CardData {
  return {
    id: form.commandId,
    openedAt: form.openedAt,
    provider: form.provider,
    referrerPhone: form.referrerPhone ?? '',
    referrerEmail: form.referrerEmail ?? '',
  };
}

/** The form, filled with `data` as a card sends it. One's own telephone and e-mail are asked only where unknown. */
export function referCard(form: ReferralForm, data: CardData, problems: Problems) {
  const values = typedInto(data, referFields);
  const asksContact = form.missing.length > 0 || contact.some((field) => field in problems.errors);
  return renderCard(template, {
    practice: form.practice,
    provider: form.providerName,
    ...problems,
    ...(asksContact ? { askContact: true } : {}),
    showMore: more.some((field) => field in problems.errors || isTyped(field, values)),
    values: {
      ...values,
      ...Object.fromEntries(toggles.map((field) => [field, values[field] || 'false'])),
      ...choices,
      groundChoices: form.grounds.map(({ value, label }) => ({ title: label, value })),
      id: typed(data, 'id'),
      openedAt: typed(data, 'openedAt'),
      provider: typed(data, 'provider'),
    },
  });
}

function isTyped(field: Field, values: Readonly<Record<string, string>>): boolean {
  return (values[field] ?? '') !== '';
}
