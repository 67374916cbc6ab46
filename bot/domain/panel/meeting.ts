/** The panel meeting (MTG), its seats and its life cycle as data (DOMAIN §3.3). */
import {
  meetingStates,
  panelSeat,
  panelSeats,
  type meetingModes,
  type MeetingState,
  type PanelSeat,
} from '../../contract/panel.ts';
import type { Role } from '../../contract/roles.ts';
import { refuse, refuseStale, type Facts, type Head, type Refused } from '../decision.ts';
import type { Transition } from '../incident/incident.ts';

export interface SeatHolder {
  readonly person: string;
  readonly name: string;
  /** MG5: sits for the office holder. */
  readonly nominee: boolean;
  readonly arrivedAt?: string;
  readonly leftAt?: string;
}

export interface MeetingBody {
  /** London wall time, `2027-01-28T10:00`. */
  readonly date: string;
  readonly mode: keyof typeof meetingModes;
  readonly seats: Readonly<Partial<Record<PanelSeat, SeatHolder>>>;
  /** How many items have been put on the agenda, at most `mostItems`. */
  readonly listed: number;
  /** The one item the panel is at. While there is one, no seat changes hands. */
  readonly openItem?: string;
}
export type Meeting = Head<'MTG', MeetingState, MeetingBody>;

export const mostItems = 40;

/** MG3, MG5: the office that a seat belongs to, and who else may sit for it. */
export const seatRoles: Readonly<
  Record<PanelSeat, { readonly office: Role; readonly nominees: readonly Role[] }>
> = {
  CHAIR: { office: 'HPC', nominees: ['CCM', 'CPT'] },
  CONTRACTS: { office: 'CCM', nominees: ['HPC', 'CPT'] },
  GP: { office: 'PGR', nominees: [] },
  LAY: { office: 'PLR', nominees: [] },
};

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
    guard: 'holder of the CHAIR seat',
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

export const isPresent = (holder: SeatHolder | undefined): boolean =>
  holder?.arrivedAt !== undefined && holder.leftAt === undefined;

/** The seat somebody holds at this meeting: never more than one (§1.1). */
export function seatOf(meeting: Meeting, person: string): PanelSeat | undefined {
  return panelSeat.options.find((seat) => meeting.body.seats[seat]?.person === person);
}

/** MG4: all four seats filled and present. */
export function isQuorate(meeting: Meeting): boolean {
  return panelSeat.options.every((seat) => isPresent(meeting.body.seats[seat]));
}

/** HS-10, or undefined when the panel may decide. */
export function lackOfQuorum(meeting: Meeting): Refused | undefined {
  if (isQuorate(meeting)) return undefined;
  const missing = panelSeat.options.filter((seat) => !isPresent(meeting.body.seats[seat]));
  const names = missing.map((seat) => panelSeats[seat].toLowerCase()).join(', ');
  return refuse('HS-10', `The panel decides only with all four seats present. Missing now: ${names}.`);
}

/** MG5: what only the holder of the CHAIR seat may do; undefined when the actor is that person. */
export function notTheChair(meeting: Meeting, facts: Facts): Refused | undefined {
  if (meeting.body.seats.CHAIR?.person === facts.actor.person) return undefined;
  return refuse('MG5', 'Only whoever holds the chair at this meeting can do this.');
}

/** The meeting is past the point for this step. */
export function meetingMovedOn(meeting: Meeting): Refused {
  return refuseStale(
    `This meeting has moved on. It is now: ${meetingStates[meeting.state].label.toLowerCase()}.`,
  );
}
