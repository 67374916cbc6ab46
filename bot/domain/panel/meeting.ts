/** The panel meeting (MTG), its seats and its life cycle as data (DOMAIN §3.3). */
import { meetingStates, type meetingModes, type MeetingState, type PanelSeat } from '../../contract/panel.ts';
import { refuseStale, type Head, type Refused } from '../decision.ts';
import type { Transition } from '../incident/incident.ts';
import type { Seats } from './seats.ts';

export interface MeetingBody {
  /** London wall time, `2027-01-28T10:00`. */
  readonly date: string;
  readonly mode: keyof typeof meetingModes;
  readonly seats: Seats;
  /** MG6: who has sat for somebody else on an item, and in which seat: they may take no other (§1.1). */
  readonly alternates?: Readonly<Record<string, PanelSeat>>;
  /** How many items have been put on the agenda, at most `mostItems`. */
  readonly listed: number;
  /** The one item the panel is at. While there is one, no seat changes hands. */
  readonly openItem?: string;
}
export type Meeting = Head<'MTG', MeetingState, MeetingBody>;

export const mostItems = 40;

const chair = ['HPC', 'CCM', 'CPT'] as const;
const everySeat = ['HPC', 'CCM', 'CPT', 'PGR', 'PLR'] as const;

export const meetingTransitions: readonly Transition[] = [
  {
    id: 'MG1',
    from: [],
    to: 'PLANNED',
    actors: ['CPT'],
    command: 'meeting.plan',
    guard: 'a moment still to come',
    effect: 'seats and items can be added',
  },
  {
    id: 'MG3',
    from: ['PLANNED', 'IN_SESSION'],
    to: 'the same',
    actors: ['CPT', 'HPC'],
    command: 'meeting.fillSeat',
    guard: 'the office holder or a nominee; one seat a person; no item open',
    effect: 'the person is told',
  },
  {
    id: 'MG4',
    from: ['PLANNED', 'IN_SESSION'],
    to: 'the same',
    actors: everySeat,
    command: 'meeting.arrive',
    guard: "the seat's holder, the chair or the Primary Care Team; before the start, on its day only",
    effect: 'the seat is present',
  },
  {
    id: 'MG4',
    from: ['PLANNED', 'IN_SESSION'],
    to: 'the same',
    actors: everySeat,
    command: 'meeting.leave',
    guard: 'the seat is present',
    effect: 'no quorum until the seat is back',
  },
  {
    id: 'MG5',
    from: ['PLANNED'],
    to: 'IN_SESSION',
    actors: chair,
    command: 'meeting.start',
    guard: 'holder of the CHAIR seat; not before its day',
    effect: 'the chair is present',
  },
  {
    id: 'MG10',
    from: ['IN_SESSION'],
    to: 'CLOSED',
    actors: chair,
    command: 'meeting.close',
    guard: 'holder of the CHAIR seat; no item open',
    effect: 'nothing more is decided in it',
  },
];

/** Whether the life cycle allows a command in a state. */
export function meetingMay(command: string, state: MeetingState): boolean {
  return meetingTransitions.some((t) => t.command === command && t.from.includes(state));
}

/** The meeting is past the point for this step. */
export function meetingMovedOn(meeting: Meeting): Refused {
  return refuseStale(
    `This meeting has moved on. It is now: ${meetingStates[meeting.state].label.toLowerCase()}.`,
  );
}
