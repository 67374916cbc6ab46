/** The incident record (INC) and its life cycle as data (DOMAIN §3.1). */
import type { IncidentReport, IncidentState } from '../../contract/incident.ts';
import type { Head } from '../decision.ts';

export interface IncidentBody {
  readonly report: Omit<IncidentReport, 'openedAt' | 'reasons'>;
  readonly reporterName: string;
  /** Why the reporter went ahead despite a warning, by rule. */
  readonly reasons?: Readonly<Record<string, string>>;
  /** Who has taken it into review. */
  readonly reviewer?: { readonly person: string; readonly name: string };
  /** Other reports of the same event, at most `maxLinks`. */
  readonly linked: readonly string[];
  readonly feedback?: {
    readonly outcome: string;
    readonly text: string;
    readonly by: string;
    readonly at: string;
  };
}
export type Incident = Head<'INC', IncidentState, IncidentBody>;

export const maxLinks = 20;

export interface Transition {
  readonly id: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly actors: readonly string[];
  readonly command: string;
  readonly guard: string;
  readonly effect: string;
}

/** The rows of DOMAIN §3.1 this version carries out; ARCHITECTURE.md prints them. */
export const incidentTransitions: readonly Transition[] = [
  {
    id: 'I2',
    from: [],
    to: 'REPORTED',
    actors: ['PRS', 'PPM', 'PGP'],
    command: 'incident.report',
    guard: 'hard fields of §2.1',
    effect: 'reference at once; practice manager told; DL-01 and DL-28 start',
  },
  {
    id: 'I3',
    from: ['REPORTED'],
    to: 'IN_REVIEW',
    actors: ['PPM', 'PGP'],
    command: 'incident.takeIntoReview',
    guard: 'none',
    effect: 'reporter told who looks at it; DL-01 met',
  },
  {
    id: 'I4',
    from: ['IN_REVIEW'],
    to: 'CLOSED_LOCAL',
    actors: ['PPM', 'PGP'],
    command: 'incident.close',
    guard: 'outcome and feedback of at least 10 characters',
    effect: 'reporter told; DL-28 met',
  },
];

/** Whether the life cycle allows a command in a state. */
export function mayMove(command: string, state: string): boolean {
  return incidentTransitions.some((t) => t.command === command && t.from.includes(state));
}
