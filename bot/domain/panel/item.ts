/** An agenda item (ITM): what is said, voted and decided on it (DOMAIN §3.3, V1–V9). */
import {
  itemStates,
  type Conflict,
  panelSeat,
  type Direction,
  type ItemState,
  type ItemType,
  type MotionName,
  type PanelSeat,
  type RiskPurpose,
} from '../../contract/panel.ts';
import { refuseStale, type Head, type Refused } from '../decision.ts';
import type { SeatHolder } from './seats.ts';

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

/** MG6: a member who has stepped out of this item, and who sits for them meanwhile. */
export interface SteppedOut {
  readonly person: string;
  readonly name: string;
  readonly conflict: Conflict;
  readonly at: string;
  readonly alternate?: SeatHolder;
}

/** V2: what the chair proposes without a vote, and which other seats have said yes so far. */
export interface Consensus {
  readonly proposed: 'FOR' | 'AGAINST';
  readonly by: string;
  readonly at: string;
  readonly confirmed: Readonly<Partial<Record<PanelSeat, { readonly name: string; readonly at: string }>>>;
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
  readonly steppedOut?: Readonly<Partial<Record<PanelSeat, SteppedOut>>>;
  readonly consensus?: Consensus;
  /** When the chair closed the vote: from then on the votes may be seen. */
  readonly closedAt?: string;
  readonly castingVote?: CastingVote;
  readonly result?: {
    readonly carried: boolean;
    readonly outcome: string;
    readonly how: 'CONSENSUS' | 'VOTE';
    readonly at: string;
  };
  /** Why the item was taken off the agenda before the panel came to it. */
  readonly withdrawal?: { readonly at: string; readonly by: string; readonly reason: string };
  /** `reason` is the chair's (V9); without one, everybody abstained (V8). */
  readonly deferral?: { readonly at: string; readonly by: string; readonly reason?: string };
}
export type Item = Head<'ITM', ItemState, ItemBody> & { readonly parent: string };

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
