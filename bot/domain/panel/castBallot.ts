import type { Direction } from '../../contract/panel.ts';
import { advance, refuse, refuseStale, type Decision, type Facts } from '../decision.ts';
import { itemMovedOn, type Ballot, type Item } from './item.ts';
import { itemMay } from './itemTransitions.ts';
import type { Meeting } from './meeting.ts';
import { isPresent, seatOf } from './seats.ts';
import { seatsAt } from './seatsAt.ts';

/** Said to whoever may not vote, or not like this. They name nobody, so that they may be said in a channel. */
export const ballotRefusals = {
  noSeat: 'You hold no seat on this item, so you cannot vote on it.',
  notPresent: 'You are not marked as present. Say in the panel room that you are, then vote.',
  late: 'This was made before your last vote and changed nothing. Vote again if you want to change it.',
} as const;

/**
 * V4: one vote a seat, by whoever holds it and is present, changeable until the chair closes. A vote from a card or page
 * older than the seat's last ballot changes nothing (DESIGN D7). Neither the outcome nor a notice holds a direction: the
 * outcome is kept on the receipt and may be shown in a channel.
 */
export function castBallot(
  input: { readonly direction: Direction; readonly revision: number },
  item: Item,
  meeting: Meeting,
  facts: Facts,
): Decision {
  const { actor } = facts;
  const seats = seatsAt(item, meeting);
  const seat = seatOf(seats, actor.person);
  if (!seat) return refuse('V4', ballotRefusals.noSeat);
  if (!itemMay('ballot.cast', item.state)) return itemMovedOn(item);
  if (!isPresent(seats[seat])) return refuse('MG4', ballotRefusals.notPresent);
  const last = item.body.ballots[seat];
  if (input.revision > item.body.revision || (last && input.revision < last.revision))
    return refuseStale(ballotRefusals.late);
  const revision = item.body.revision + 1;
  const ballot: Ballot = {
    direction: input.direction,
    at: facts.now.toString(),
    person: actor.person,
    name: actor.name,
    revision,
  };
  const ballots = { ...item.body.ballots, [seat]: ballot };
  const next = advance(item, facts.now, { body: { ...item.body, revision, ballots } });
  return {
    changed: true,
    heads: [next],
    guards: [meeting.ref],
    entries: [
      {
        ref: next.ref,
        action: last ? 'ballot.changed' : 'ballot.cast',
        content: { seat, direction: input.direction },
      },
    ],
    outcome: {
      ref: next.ref,
      state: next.state,
      version: next.version,
      message: 'Your vote is counted. You can change it until the chair closes.',
    },
  };
}
