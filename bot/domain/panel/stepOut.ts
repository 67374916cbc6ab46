/** MG6: a member with a conflict of interest steps out of an item, and an alternate may take the seat for it. */
import { seatsInWords, type Conflict, type PanelSeat } from '../../contract/panel.ts';
import { advance, refuse, refuseFields, refuseStale, type Decision, type Facts } from '../decision.ts';
import { londonDate } from '../time/london.ts';
import { fitFor, otherSeatOf, type Candidate } from './fillSeat.ts';
import { itemMovedOn, type Item, type SteppedOut } from './item.ts';
import { itemMay } from './itemTransitions.ts';
import { meetingMay, meetingMovedOn, type Meeting } from './meeting.ts';
import { whoseSeat, type SeatHolder, type Which } from './seats.ts';
import { seatsAt, steppedOutOf } from './seatsAt.ts';

/**
 * The seat is empty for this item: its vote is taken back, and what was about to be agreed is open again. An alternate
 * who cannot go on steps out in the same way.
 */
export function stepOut(
  input: Which & { readonly conflict: Conflict },
  item: Item,
  meeting: Meeting,
  facts: Facts,
): Decision {
  if (!meetingMay('meeting.leave', meeting.state)) return meetingMovedOn(meeting);
  if (!itemMay('item.stepOut', item.state)) return itemMovedOn(item);
  const found = whoseSeat(input, { ...meeting.body.seats, ...seatsAt(item, meeting) }, facts);
  if ('changed' in found) return found;
  const { seat, holder } = found;
  const before = steppedOutOf(seat, item, meeting);
  if (before && !before.alternate) return refuseStale(`${holder.name} has stepped out of this item.`);
  const { alternate: _alternate, ...first } = before ?? {
    person: holder.person,
    name: holder.name,
    conflict: input.conflict,
    at: facts.now.toString(),
  };
  const out: SteppedOut = first;
  const next = reseated(item, seat, out, facts);
  return {
    changed: true,
    heads: [next],
    guards: [meeting.ref],
    entries: [
      {
        ref: next.ref,
        action: 'item.steppedOut',
        content: { seat, person: holder.person, name: holder.name, conflict: input.conflict },
      },
    ],
    notices: [
      {
        template: 'item.steppedOut',
        ref: next.ref,
        to: { roles: ['CPT'], organisation: meeting.organisation },
      },
    ],
    outcome: outcomeOf(
      next,
      `Nobody is ${seatsInWords[seat]} for this item. Nothing is decided on it until an alternate sits there.`,
    ),
  };
}

/** The alternate counts as present: whoever gives them the seat sees them there. They may hold no other seat (§1.1). */
export function seatAlternate(
  input: { readonly seat: PanelSeat },
  item: Item,
  meeting: Meeting,
  candidate: Candidate | undefined,
  facts: Facts,
): Decision {
  if (!meetingMay('meeting.fillSeat', meeting.state)) return meetingMovedOn(meeting);
  if (!itemMay('item.seatAlternate', item.state)) return itemMovedOn(item);
  const { seat } = input;
  const out = steppedOutOf(seat, item, meeting);
  if (!out) return refuseStale('Nobody has stepped out of this seat for this item.');
  const fit = candidate && fitFor(seat, candidate, meeting.area, londonDate(facts.now).toString());
  if (!candidate || !fit || candidate.person === out.person)
    return refuseFields([
      { field: 'person', message: 'Choose somebody else who may take this seat.', rule: 'MG5' },
    ]);
  if (out.alternate?.person === candidate.person)
    return refuseStale(`${candidate.name} sits there for this item already.`);
  const other = otherSeatOf(meeting, candidate.person, seat);
  if (other)
    return refuse(
      '§1.1',
      `${candidate.name} is ${seatsInWords[other]} at this meeting. Choose somebody else.`,
      'person',
    );
  const { person, name } = candidate;
  const alternate: SeatHolder = {
    person,
    name,
    nominee: fit === 'nominee',
    arrivedAt: facts.now.toString(),
  };
  const next = reseated(item, seat, { ...out, alternate }, facts);
  const alternates = { ...meeting.body.alternates, [person]: seat };
  return {
    changed: true,
    // The meeting's head is written, so that one person is not given two seats at once.
    heads: [next, advance(meeting, facts.now, { body: { ...meeting.body, alternates } })],
    entries: [
      { ref: next.ref, action: 'item.alternateSeated', content: { seat, person, name } },
      {
        ref: meeting.ref,
        action: 'meeting.alternateSeated',
        content: { item: next.ref, seat, person, name },
      },
    ],
    notices:
      person === facts.actor.person ? [] : [{ template: 'meeting.seat', ref: meeting.ref, to: { person } }],
    outcome: outcomeOf(next, `${name} is ${seatsInWords[seat]} for this item.`),
  };
}

/** Whatever the seat has said so far was said by somebody who does not sit there any more. */
function reseated(item: Item, seat: PanelSeat, out: SteppedOut, facts: Facts): Item {
  const { consensus: _consensus, ballots, ...body } = item.body;
  const { [seat]: _takenBack, ...others } = ballots;
  const steppedOut = { ...body.steppedOut, [seat]: out };
  return advance(item, facts.now, {
    state: item.state === 'CONSENSUS' ? 'OPEN' : item.state,
    body: { ...body, ballots: others, steppedOut, revision: body.revision + 1 },
  });
}

const outcomeOf = ({ ref, state, version }: Item, message: string) => ({ ref, state, version, message });
