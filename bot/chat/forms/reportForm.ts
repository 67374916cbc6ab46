/** The quick incident report as a card (DOMAIN §2.1): what it starts with, what it sends, how it comes back. */
import type { ReportForm } from '../../contract/answers.ts';
import {
  helpers,
  incidentTypes,
  locations,
  personKinds,
  policeAnswers,
  prejudices,
  targets,
} from '../../contract/incident.ts';
import { renderCard } from '../../outbound/renderCard.ts';
import template from '../cards/report.json' with { type: 'json' };
import { amount, filled, several, text, typed, yesNo, type CardData } from './cardInput.ts';
import { choicesOf } from './choices.ts';
import { reasonsIn, typedInto, type Problems } from './problems.ts';

/** Every input of the card but the reason, in the contract's names. */
export const reportFields = [
  'incidentTypes',
  'location',
  'locationOther',
  'site',
  'incidentDate',
  'incidentTime',
  'directedAt',
  'personKind',
  'personName',
  'narrative',
  'policeCalled',
  'fearForSafety',
  'personBirthDate',
  'personNhsNumber',
  'accompaniedPatient',
  'fearForSafetyWho',
  'peopleAffected',
  'witnesses',
  'onBehalfOf',
  'helpCame',
  'helpMinutes',
  'damageCost',
  'prejudiceBased',
  'staffSupportWanted',
] as const;
type Field = (typeof reportFields)[number];

/** Fields behind "Add more": the card opens them when one needs a change or holds something. */
const more: readonly Field[] = reportFields.slice(reportFields.indexOf('personBirthDate'));

/** Fields a new form fills by itself. */
export const prefilled = ['site', 'incidentDate', 'incidentTime'] as const satisfies readonly Field[];

const choices = {
  incidentTypeChoices: choicesOf(incidentTypes),
  locationChoices: choicesOf(locations),
  targetChoices: choicesOf(targets),
  personKindChoices: choicesOf(personKinds),
  policeChoices: choicesOf(policeAnswers),
  yesNoChoices: choicesOf({ true: 'Yes', false: 'No' }),
  helperChoices: choicesOf(helpers),
  prejudiceChoices: choicesOf(prejudices),
};

/** What the card sends, as `incident.report` takes it. What is not an input of the card does not get through. */
export function reportInput(data: CardData): Record<string, unknown> {
  const prejudice = several(data, 'prejudiceBased');
  return filled({
    site: typed(data, 'site'),
    incidentDate: text(data, 'incidentDate'),
    incidentTime: text(data, 'incidentTime'),
    location: text(data, 'location'),
    locationOther: text(data, 'locationOther'),
    incidentTypes: several(data, 'incidentTypes'),
    directedAt: several(data, 'directedAt'),
    personKind: text(data, 'personKind'),
    personName: text(data, 'personName'),
    personBirthDate: text(data, 'personBirthDate'),
    personNhsNumber: text(data, 'personNhsNumber'),
    accompaniedPatient: text(data, 'accompaniedPatient'),
    narrative: text(data, 'narrative'),
    policeCalled: text(data, 'policeCalled'),
    fearForSafety: yesNo(data, 'fearForSafety'),
    fearForSafetyWho: text(data, 'fearForSafetyWho'),
    damageCost: amount(data, 'damageCost'),
    peopleAffected: text(data, 'peopleAffected'),
    witnesses: text(data, 'witnesses'),
    onBehalfOf: text(data, 'onBehalfOf'),
    helpCame: text(data, 'helpCame'),
    helpMinutes: amount(data, 'helpMinutes'),
    staffSupportWanted: yesNo(data, 'staffSupportWanted'),
    prejudiceBased: prejudice.length > 0 ? prejudice : undefined,
    openedAt: text(data, 'openedAt'),
    reasons: reasonsIn(data),
  });
}

/** What a new form holds before anyone touches it; nothing a person must answer is answered for them. */
export function newReport(form: ReportForm): CardData {
  return {
    id: form.commandId,
    openedAt: form.openedAt,
    site: form.site,
    incidentDate: form.date,
    incidentTime: form.time,
  };
}

/** The form, filled with `data` as a card sends it. */
export function reportCard(form: ReportForm, data: CardData, problems: Problems) {
  const values = typedInto(data, reportFields);
  return renderCard(template, {
    practice: form.practice,
    ...problems,
    showMore: more.some((field) => field in problems.errors || isTyped(field, values)),
    values: {
      ...values,
      ...choices,
      siteChoices: form.sites.map((site) => ({ title: site, value: site })),
      staffSupportWanted: values['staffSupportWanted'] || 'false',
      id: typed(data, 'id'),
      openedAt: typed(data, 'openedAt'),
    },
  });
}

function isTyped(field: Field, values: Readonly<Record<string, string>>): boolean {
  return !['', 'false'].includes(values[field] ?? '');
}
