import { panelSeat, type PanelSeat } from '../../contract/panel.ts';
import type { Item, SteppedOut } from './item.ts';
import type { Meeting } from './meeting.ts';
import type { Seats } from './seats.ts';

/** MG6: who has stepped out of a seat for this item, as long as that seat is still theirs at the meeting. */
export function steppedOutOf(seat: PanelSeat, item: Item, meeting: Meeting): SteppedOut | undefined {
  const out = item.body.steppedOut?.[seat];
  return out && out.person === meeting.body.seats[seat]?.person ? out : undefined;
}

export const hasSteppedOut = (person: string, item: Item, meeting: Meeting): boolean =>
  panelSeat.options.some((seat) => steppedOutOf(seat, item, meeting)?.person === person);

/**
 * Who sits where while the panel is at this item: as at the meeting, but a member with a conflict has stepped out, and
 * only an alternate fills their seat (MG6). Quorum, ballots and the chair of the item go by these seats.
 */
export function seatsAt(item: Item, meeting: Meeting): Seats {
  return Object.fromEntries(
    panelSeat.options.flatMap((seat) => {
      const out = steppedOutOf(seat, item, meeting);
      const holder = out ? out.alternate : meeting.body.seats[seat];
      return holder ? [[seat, holder]] : [];
    }),
  );
}
