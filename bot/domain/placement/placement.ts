/** The placement on the scheme (PLC) as it is kept (DOMAIN §3.1). */
import {
  placementStates,
  type PlacementOpening,
  type PlacementState,
  type RehabOfferStage,
  type RehabStep,
} from '../../contract/placement.ts';
import type { Head } from '../decision.ts';
import type { Transition } from '../incident/incident.ts';

/** How far the offer of the programme has come (§3.2, scheme duty); from the first offer on, the latest referral's. */
export type RehabOffer =
  | { readonly stage: 'NOT_OFFERED' }
  | {
      readonly stage: Exclude<RehabOfferStage, 'NOT_OFFERED'>;
      /** The referral's last step told of, which is finer than the stage. */
      readonly step: RehabStep;
      /** When the referral was sent, and when that step was taken: instants. */
      readonly offeredAt: string;
      readonly at: string;
      readonly referral: string;
      readonly provider: string;
      readonly referrer: string;
    };

export interface Named {
  readonly organisation: string;
  readonly name: string;
}

/** Who the patient is, as it was given. The NHS number is kept as 10 digits. */
export type PatientIdentity = Pick<PlacementOpening, 'patientFirstName' | 'patientLastName' | 'dob'> &
  Partial<Pick<PlacementOpening, 'nhsNumber' | 'nhsNumberUnknown' | 'patientPhone' | 'address' | 'postcode'>>;

export interface PlacementBody {
  readonly patient: PatientIdentity;
  /** Keyed hashes the person is found by: one placement of theirs may be active at a time (HS-17). */
  readonly personHashes: readonly string[];
  readonly ground: PlacementOpening['ground'];
  readonly evidence: string;
  /** The London date on which care by the scheme began. */
  readonly entryDate: string;
  readonly schemeProvider: Named;
  /** Practices where an incident happened (HS-12). */
  readonly barredPractices: readonly Named[];
  readonly rehabOffer: RehabOffer;
  /** Why somebody went ahead despite a warning, by rule. */
  readonly reasons?: Readonly<Record<string, string>>;
}
export type Placement = Head<'PLC', PlacementState, PlacementBody>;

/** On the scheme as the programme understands it (G2). */
export const opensProgramme = (state: PlacementState): boolean =>
  state === 'PROVISIONAL' || state === 'CONFIRMED';

const everyState = Object.keys(placementStates) as PlacementState[];

/** The rows of DOMAIN §3.1 this version carries out; ARCHITECTURE.md prints them. */
export const placementTransitions: readonly Transition[] = [
  {
    id: 'P1',
    from: [],
    to: 'PROVISIONAL',
    actors: ['CPT'],
    command: 'placement.open',
    guard: 'ground B, C or D with evidence; HS-17 no other active placement of the person',
    effect: 'scheme practice told; DL-25 starts; barred practices kept',
  },
  {
    id: '§3.2, scheme duty',
    from: everyState,
    to: 'the same',
    actors: ['SYS'],
    command: 'placement.noteRehabOffer',
    guard: 'given by a referral under G2; never back to an earlier step',
    effect: 'the rehab offer is noted; DL-25 met by the first offer',
  },
];
