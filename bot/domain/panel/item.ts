/** An agenda item (ITM), its ballots and its life cycle as data (DOMAIN §3.3, V1–V9). */
import {
  itemStates,
  panelSeat,
  type Direction,
  type ItemState,
  type ItemType,
  type MotionName,
  type PanelSeat,
  type RiskPurpose,
} from '../../contract/panel.ts';
import { refuseStale, type Head, type Refused } from '../decision.ts';
import type { Transition } from '../incident/incident.ts';

export interface Ballot {
  readonly direction: Direction;
  readonly at: string;
  readonly person: string;
  readonly name: string;
  /** The item's revision once this ballot was in: an older card changes nothing any more (DESIGN D7). */
  readonly revision: number;
}

/** V7: a second vote of the chair's, beside their first. */
export interface CastingVote {
  readonly by: string;
  readonly name: string;
  readonly seat: 'CHAIR';
  readonly direction: 'FOR' | 'AGAINST';
  readonly reason: string;
  readonly at: string;
}

export interface ItemBody {
  /** Place on the agenda, from 1. */
  readonly number: number;
  readonly itemType: ItemType;
  readonly purpose?: RiskPurpose;
  readonly motion: MotionName;
  /** Reference of the case. */
  readonly about: string;
  /** Which vote on this item it is, from 1. */
  readonly round: number;
  /** Goes up with every step and every accepted ballot. */
  readonly revision: number;
  readonly ballots: Readonly<Partial<Record<PanelSeat, Ballot>>>;
  /** When the chair closed the vote: from then on the votes may be seen. */
  readonly closedAt?: string;
  readonly castingVote?: CastingVote;
  readonly result?: { readonly carried: boolean; readonly outcome: string; readonly at: string };
  /** `reason` is the chair's (V9); without one, everybody abstained (V8). */
  readonly deferral?: { readonly at: string; readonly by: string; readonly reason?: string };
}
export type Item = Head<'ITM', ItemState, ItemBody> & { readonly parent: string };

const chair = ['HPC', 'CCM', 'CPT'] as const;

/** `guard` speaks of the meeting's head as well: a seat that leaves meanwhile makes the step be decided anew (D3). */
export const itemTransitions: readonly Transition[] = [
  {
    id: 'MG9',
    from: [],
    to: 'LISTED',
    actors: ['CPT'],
    command: 'item.add',
    guard: "meeting not closed; a case's reference; a purpose for a risk assessment",
    effect: 'on the agenda, in the section of its type',
  },
  {
    id: 'V1',
    from: ['LISTED'],
    to: 'OPEN',
    actors: chair,
    command: 'item.open',
    guard: 'chair; meeting in session; quorum; no other item open',
    effect: "one card in the panel's channel",
  },
  {
    id: 'V3',
    from: ['OPEN'],
    to: 'VOTING',
    actors: chair,
    command: 'item.startVote',
    guard: 'chair',
    effect: 'the card gets its three buttons',
  },
  {
    id: 'V4',
    from: ['VOTING'],
    to: 'VOTING',
    actors: ['HPC', 'CCM', 'PGR', 'PLR'],
    command: 'ballot.cast',
    guard: "a present seat; a revision not older than the seat's last ballot",
    effect: "the seat's one vote, changeable until close; hidden from the others",
  },
  {
    id: 'V5',
    from: ['VOTING'],
    to: 'DECIDED',
    actors: chair,
    command: 'item.close',
    guard: 'chair; quorum; all four cast; more for than against, or the other way round',
    effect: 'the majority decides; votes can be seen',
  },
  {
    id: 'V6',
    from: ['VOTING'],
    to: 'TIED',
    actors: chair,
    command: 'item.close',
    guard: 'as V5, but as many for as against',
    effect: 'the chair is asked for a casting vote',
  },
  {
    id: 'V8',
    from: ['VOTING'],
    to: 'DEFERRED',
    actors: chair,
    command: 'item.close',
    guard: 'as V5, but everybody abstained',
    effect: 'no result',
  },
  {
    id: 'V7',
    from: ['TIED'],
    to: 'DECIDED',
    actors: chair,
    command: 'item.castingVote',
    guard: 'holder of the CHAIR seat, once; quorum; for or against; reason of at least 20 characters',
    effect: "kept beside the chair's first vote",
  },
  {
    id: 'V9',
    from: ['OPEN', 'VOTING'],
    to: 'DEFERRED',
    actors: chair,
    command: 'item.defer',
    guard: 'chair; reason',
    effect: 'no result; a vote that was not closed stays unseen',
  },
  {
    id: 'MG7',
    from: ['TIED'],
    to: 'DEFERRED',
    actors: chair,
    command: 'item.defer',
    guard: 'chair; reason; the quorum was lost',
    effect: 'no result',
  },
];

/** Whether the life cycle allows a command in a state. */
export function itemMay(command: string, state: ItemState): boolean {
  return itemTransitions.some((t) => t.command === command && t.from.includes(state));
}

/** How many seats have voted. */
export const castCount = (item: Item): number =>
  panelSeat.options.filter((seat) => item.body.ballots[seat]).length;

/** The four ballots counted; the casting vote is not among them. */
export function tallyOf(item: Item): {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
} {
  const count = (direction: Direction) =>
    panelSeat.options.filter((seat) => item.body.ballots[seat]?.direction === direction).length;
  return { for: count('FOR'), against: count('AGAINST'), abstain: count('ABSTAIN') };
}

/** The item is past the point for this step, or not there yet. */
export function itemMovedOn(item: Item): Refused {
  return refuseStale(itemNow(item.state));
}

export const itemNow = (state: Item['state']): string =>
  `This item is at another point now: ${itemStates[state].label.toLowerCase()}.`;
