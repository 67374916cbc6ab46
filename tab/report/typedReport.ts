/** What someone has typed into the report form (DOMAIN §2.1), and the input it becomes. */
import type { ReportForm } from '../../bot/contract/answers.ts';
import type { incidentTypes, IncidentReport } from '../../bot/contract/incident.ts';
import type { Attempt } from '../parts/api.ts';
import { reasonsGiven } from '../form/Reason.tsx';

export interface TypedReport {
  readonly site: string;
  readonly incidentDate: string;
  readonly incidentTime: string;
  readonly location: string;
  readonly locationOther: string;
  readonly incidentTypes: readonly string[];
  readonly directedAt: readonly string[];
  readonly narrative: string;
  readonly personKind: string;
  readonly personName: string;
  readonly accompaniedPatient: string;
  readonly policeCalled: string;
  readonly fearForSafety: string;
  readonly fearForSafetyWho: string;
  readonly personBirthDate: string;
  readonly personNhsNumber: string;
  readonly peopleAffected: string;
  readonly witnesses: string;
  readonly damageCost: string;
  readonly helpCame: string;
  readonly helpMinutes: string;
  readonly prejudiceBased: readonly string[];
  readonly staffSupportWanted: boolean;
  readonly onBehalfOf: string;
  readonly reasons: Readonly<Record<string, string>>;
}

/** Fields behind "Add more". */
export const optionalFields = [
  'personBirthDate',
  'personNhsNumber',
  'peopleAffected',
  'witnesses',
  'damageCost',
  'helpCame',
  'helpMinutes',
  'prejudiceBased',
  'staffSupportWanted',
  'onBehalfOf',
] as const;

export function emptyReport(form: ReportForm): TypedReport {
  return {
    site: form.site,
    incidentDate: form.date,
    incidentTime: form.time,
    location: '',
    locationOther: '',
    incidentTypes: [],
    directedAt: [],
    narrative: '',
    personKind: '',
    personName: '',
    accompaniedPatient: '',
    policeCalled: '',
    fearForSafety: '',
    fearForSafetyWho: '',
    personBirthDate: '',
    personNhsNumber: '',
    peopleAffected: '',
    witnesses: '',
    damageCost: '',
    helpCame: '',
    helpMinutes: '',
    prejudiceBased: [],
    staffSupportWanted: false,
    onBehalfOf: '',
    reasons: {},
  };
}

/**
 * Empty answers are left out, so that each required one is asked for at its field. An answer to a question no longer
 * shown is kept on the form and not sent.
 */
export function toInput(typed: TypedReport, openedAt: string): Attempt<IncidentReport> {
  const { reasons, fearForSafety, damageCost, helpMinutes, staffSupportWanted, ...rest } = typed;
  const shown = {
    ...rest,
    locationOther: asksWhere(typed) ? typed.locationOther : '',
    directedAt: asksDirectedAt(typed) ? typed.directedAt : [],
    accompaniedPatient: asksAccompanied(typed) ? typed.accompaniedPatient : '',
    fearForSafetyWho: asksWhoFeared(typed) ? typed.fearForSafetyWho : '',
  };
  const given = Object.entries(shown).filter(([, value]) => value.length > 0);
  return {
    ...Object.fromEntries(given),
    ...(fearForSafety === '' ? {} : { fearForSafety: fearForSafety === 'yes' }),
    ...(damageCost.trim() === '' ? {} : { damageCost: asNumber(damageCost) }),
    ...(helpMinutes.trim() === '' ? {} : { helpMinutes: asNumber(helpMinutes) }),
    ...(staffSupportWanted ? { staffSupportWanted } : {}),
    ...reasonsGiven(reasons),
    openedAt,
  };
}

const vandalism: readonly string[] = ['VANDPREM', 'VANDVEH'] satisfies (keyof typeof incidentTypes)[];

/** Damage alone is directed at nobody. */
export function asksDirectedAt({ incidentTypes }: TypedReport): boolean {
  return incidentTypes.length === 0 || incidentTypes.some((type) => !vandalism.includes(type));
}
export const asksWhere = ({ location }: TypedReport) => location === 'OTHER';
export const asksAccompanied = ({ personKind }: TypedReport) => personKind === 'COMPANION';
export const asksWhoFeared = ({ fearForSafety }: TypedReport) => fearForSafety === 'yes';

/** The number typed, with or without a pound sign or thousands; what is no number goes as typed and is asked for again. */
function asNumber(text: string): number | string {
  const number = Number(text.replaceAll(/[£,\s]/g, ''));
  return Number.isFinite(number) ? number : text;
}
