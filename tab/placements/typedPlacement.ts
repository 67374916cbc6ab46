/** What someone has typed into the form of a placement (P1), and the input it becomes. */
import type { PlacementOpening } from '../../bot/contract/placement.ts';
import type { PlacementForm } from '../../bot/contract/placementAnswers.ts';
import { keepDrafts } from '../form/drafts.ts';
import { reasonsGiven } from '../form/Reason.tsx';
import type { Attempt } from '../parts/api.ts';

export interface TypedPlacement {
  readonly ground: string;
  readonly evidence: string;
  readonly entryDate: string;
  readonly schemeProvider: string;
  readonly patientFirstName: string;
  readonly patientLastName: string;
  readonly dob: string;
  readonly nhsNumber: string;
  readonly nhsNumberUnknown: string;
  readonly patientPhone: string;
  readonly address: string;
  readonly postcode: string;
  readonly barredPractices: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
}

export const placementDrafts = keepDrafts<TypedPlacement>();

/** Where there is one scheme practice, it is the one; entry is today unless somebody says otherwise. */
export function emptyPlacement({ today, schemeProviders }: PlacementForm): TypedPlacement {
  const [only, another] = schemeProviders;
  return {
    ground: '',
    evidence: '',
    entryDate: today,
    schemeProvider: only && !another ? only.value : '',
    patientFirstName: '',
    patientLastName: '',
    dob: '',
    nhsNumber: '',
    nhsNumberUnknown: '',
    patientPhone: '',
    address: '',
    postcode: '',
    barredPractices: [],
    reasons: {},
  };
}

/** Empty answers are left out, so that each required one is asked for at its field. */
export function toInput({ reasons, ...typed }: TypedPlacement): Attempt<PlacementOpening> {
  return {
    ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value.length > 0)),
    // An empty text is answered at its field; one left out is not known to be a text.
    patientFirstName: typed.patientFirstName,
    patientLastName: typed.patientLastName,
    evidence: typed.evidence,
    ...reasonsGiven(reasons),
  };
}
