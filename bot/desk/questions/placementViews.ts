/** A placement in words: its line, its row in a list, its page. */
import type { Answer } from '../../contract/questions.ts';
import {
  placementGrounds,
  placementStates,
  rehabOfferStages,
  type PlacementState,
} from '../../contract/placement.ts';
import { roleLabels } from '../../contract/roles.ts';
import { displayNhsNumber } from '../../domain/people/nhsNumber.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import { dateLabel } from '../../domain/time/labels.ts';
import { londonDate } from '../../domain/time/london.ts';
import type { EntryRow } from '../rows.ts';
import type { PlacementView } from './findPlacement.ts';
import { deadlineInWords, momentInWords } from './labels.ts';

type Page = Answer<'placement.page'>;

/** All that the removing practice learns: removed, and the scheme's decision. */
const decisions: Readonly<Record<PlacementState, string>> = {
  PROVISIONAL: 'Removed. The panel has not decided yet.',
  CONFIRMED: 'Removed. The panel decided that the placement stands.',
  OVERTURNED: 'Removed. The panel decided that the placement does not stand.',
  DISCHARGE_PENDING: 'Removed. The panel decided that the placement stands.',
  DISCHARGED: 'Removed. The panel decided that the placement stands.',
  MOVED_OUT_PENDING: 'Removed.',
  MOVED_OUT: 'Removed.',
  ENDED_OTHER: 'Removed.',
};

export function statusOf(placement: Placement, view: PlacementView): Answer<'placement.status'> {
  const { ref, state, version } = placement;
  switch (view) {
    case 'onScheme':
      return { ref, onScheme: true };
    case 'decision':
      return { ref, decision: decisions[state] };
    case 'full':
    case 'status':
      return {
        ref,
        standing: {
          state,
          stateLabel: placementStates[state].label,
          entered: enteredOn(placement),
          version,
        },
      };
  }
}

export function rowOf(placement: Placement, now: Temporal.Instant): Answer<'placement.list'>['rows'][number] {
  const [due] = openDeadlines(placement, now);
  return {
    ref: placement.ref,
    state: placement.state,
    stateLabel: placementStates[placement.state].label,
    patient: nameOf(placement),
    schemePractice: placement.body.schemeProvider.name,
    entered: enteredOn(placement),
    rehabOffer: offerInWords(placement),
    ...(due ? { due } : {}),
  };
}

/** Who looks at the page. */
export interface Reader {
  readonly organisation: string;
  readonly now: Temporal.Instant;
  /** May refer this patient to the programme. */
  readonly mayRefer: boolean;
}

export function pageOf(placement: Placement, entries: readonly EntryRow[], reader: Reader): Page {
  const { now } = reader;
  const { rehabOffer, schemeProvider } = placement.body;
  const ahead = openDeadlines(placement, now);
  return {
    ref: placement.ref,
    version: placement.version,
    state: placement.state,
    stateLabel: placementStates[placement.state].label,
    next: nextStep(placement, now),
    patient: nameOf(placement),
    entered: enteredOn(placement),
    schemePractice: schemeProvider.name,
    deadlines: Object.entries(placement.deadlines).map(([rule, kept]) => deadlineInWords(rule, kept, now)),
    facts: factsOf(placement),
    rehabOffer: {
      ...offerInWords(placement),
      ...(rehabOffer.stage === 'NOT_OFFERED'
        ? { isOpenable: false }
        : {
            on: dayOf(rehabOffer.at),
            referral: rehabOffer.referral,
            isOpenable: rehabOffer.referrer === reader.organisation,
          }),
    },
    careRules,
    timeline: [
      ...entries.map((entry) => timelineItem(entry, reader)),
      ...ahead.map((deadline) => ({ at: deadline.due, who: '', what: deadline.what, ahead: true })),
    ],
    steps: reader.mayRefer ? ['referral.submit'] : [],
  };
}

/** HS-14 and HS-17, as they are shown on every placement. */
const careRules = [
  'No home visits.',
  'Outside opening hours, advice is given on the telephone first. A consultation only where refusing it would cause lasting harm or put life at risk: at the out-of-hours base, with staff warned and security ready, or in A&E.',
  'While the placement lasts, only the scheme practice registers the patient. Family members stay where they are.',
];

function factsOf({ body }: Placement): Page['facts'] {
  const { patient } = body;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Date of birth', dateLabel(Temporal.PlainDate.from(patient.dob))],
    ['NHS number', patient.nhsNumber && displayNhsNumber(patient.nhsNumber)],
    ['No NHS number because', patient.nhsNumberUnknown],
    ['Telephone', patient.patientPhone],
    ['Address', [patient.address, patient.postcode].filter(Boolean).join(', ')],
    ['Ground', `${body.ground}. ${placementGrounds[body.ground]}`],
    ['Evidence', body.evidence],
    ['Cannot register at', body.barredPractices.map(({ name }) => name).join(', ')],
  ];
  return lines.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function nextStep(placement: Placement, now: Temporal.Instant): string {
  const [due] = openDeadlines(placement, now);
  if (due?.state === 'OVERDUE') return `The programme has not been offered. It was due by ${due.due}.`;
  if (due) return `The scheme practice offers the programme by ${due.due}.`;
  return placementStates[placement.state].means;
}

function offerInWords({ body: { rehabOffer } }: Placement) {
  const { stage } = rehabOffer;
  return { stage, stageLabel: rehabOfferStages[stage].label };
}

export const nameOf = ({ body: { patient } }: Placement) =>
  `${patient.patientFirstName} ${patient.patientLastName}`;

const enteredOn = ({ body: { entryDate } }: Placement) => dateLabel(Temporal.PlainDate.from(entryDate));

const dayOf = (instant: string) => dateLabel(londonDate(Temporal.Instant.from(instant)));

/** DL-25 is the one deadline a placement has in this version. */
function openDeadlines({ deadlines }: Placement, now: Temporal.Instant) {
  return Object.entries(deadlines)
    .filter(([, kept]) => !kept.settledAt && !kept.cancelled)
    .map(([rule, kept]) => deadlineInWords(rule, kept, now));
}

const stepWords: Readonly<Record<string, string>> = {
  SUBMITTED: 'Referred to the programme',
  UNREACHABLE: 'The programme could not reach the patient',
  ACCEPTED: 'The patient accepted the programme',
  DECLINED: 'The patient declined the programme',
  WITHDRAWN: 'The referral to the programme was taken back',
  CLOSED_DNA: 'The programme ended: sessions missed',
  COMPLETED_NO_AWARD: 'The programme is completed, without an award',
  COMPLETED: 'The programme is completed',
};

/** Staff of other organisations are named by their role. What the app notes by itself has happened when it says. */
function timelineItem(entry: EntryRow, reader: Reader): Page['timeline'][number] {
  const content = entry.content ?? {};
  const said = (key: string) => (typeof content[key] === 'string' ? content[key] : '');
  if (entry.action === 'placement.rehabOffer') {
    const at = said('at') || entry.at;
    return { at: momentInWords(at), who: '', what: stepWords[said('step')] ?? 'Rehab offer noted' };
  }
  const who = entry.organisation === reader.organisation ? said('by') : roleLabels[entry.role];
  const what = entry.action === 'placement.opened' ? 'Placement opened' : entry.action;
  return { at: momentInWords(entry.at), who, what };
}
