/** The four seats of a panel (MG3–MG5): who may hold them, who is there, and what that allows. */
import { panelSeat, seatsInWords, type PanelSeat } from '../../contract/panel.ts';
import type { Role } from '../../contract/roles.ts';
import { refuse, refuseFields, type Facts, type Refused } from '../decision.ts';

export interface SeatHolder {
  readonly person: string;
  readonly name: string;
  /** MG5: sits for the office holder. */
  readonly nominee: boolean;
  readonly arrivedAt?: string;
  readonly leftAt?: string;
}
/** Who sits where: at a meeting, or at one of its items (`seatsAt`). */
export type Seats = Readonly<Partial<Record<PanelSeat, SeatHolder>>>;

/** MG3, MG5: the office that a seat belongs to, and who else may sit for it. */
export const seatRoles: Readonly<
  Record<PanelSeat, { readonly office: Role; readonly nominees: readonly Role[] }>
> = {
  CHAIR: { office: 'HPC', nominees: ['CCM', 'CPT'] },
  CONTRACTS: { office: 'CCM', nominees: ['HPC', 'CPT'] },
  GP: { office: 'PGR', nominees: [] },
  LAY: { office: 'PLR', nominees: [] },
};

export const isPresent = (holder: SeatHolder | undefined): boolean =>
  holder?.arrivedAt !== undefined && holder.leftAt === undefined;

/** The seat somebody holds: never more than one (§1.1). */
export function seatOf(seats: Seats, person: string): PanelSeat | undefined {
  return panelSeat.options.find((seat) => seats[seat]?.person === person);
}

/** MG4: all four seats filled and present. */
export function isQuorate(seats: Seats): boolean {
  return panelSeat.options.every((seat) => isPresent(seats[seat]));
}

/** HS-10, or undefined when the panel may decide. */
export function lackOfQuorum(seats: Seats): Refused | undefined {
  if (isQuorate(seats)) return undefined;
  const missing = panelSeat.options.filter((seat) => !isPresent(seats[seat]));
  const names = missing.map((seat) => seatsInWords[seat]).join(', ');
  return refuse('HS-10', `The panel decides only with all four seats present. Missing now: ${names}.`);
}

/** MG5: what only the holder of the CHAIR seat may do; undefined when the actor is that person. */
export function notTheChair(seats: Seats, facts: Facts): Refused | undefined {
  if (seats.CHAIR?.person === facts.actor.person) return undefined;
  return refuse('MG5', 'Only whoever holds the chair can do this.');
}

/** Which seat a step is about; left out, one's own. */
export interface Which {
  readonly seat?: PanelSeat | undefined;
}

/** One's own seat; that of somebody else for the chair and the Primary Care Team. */
export function whoseSeat(
  { seat }: Which,
  seats: Seats,
  { actor }: Facts,
): { readonly seat: PanelSeat; readonly holder: SeatHolder } | Refused {
  const own = seatOf(seats, actor.person);
  const meant = seat ?? own;
  if (!meant) return refuseFields([{ field: 'seat', message: 'Say which seat you mean.' }]);
  if (meant !== own && own !== 'CHAIR' && actor.role !== 'CPT')
    return refuse('MG4', 'You can say this of your own seat only. Ask the chair.', 'seat');
  const holder = seats[meant];
  if (!holder) return refuseFields([{ field: 'seat', message: 'Nobody holds this seat yet.' }]);
  return { seat: meant, holder };
}
