import { seatsInWords, type PanelSeat } from '../../contract/panel.ts';
import { advance, refuse, refuseStale, type Decision, type Facts } from '../decision.ts';
import { dateLabel } from '../time/labels.ts';
import { londonDate } from '../time/london.ts';
import { meetingMay, meetingMovedOn, type Meeting } from './meeting.ts';
import { isPresent, whoseSeat, type SeatHolder, type Which } from './seats.ts';

/** MG4: a seat is present from now on. Before the meeting has started, this is said on its own day only. */
export function arrive(input: Which, meeting: Meeting, facts: Facts): Decision {
  if (!meetingMay('meeting.arrive', meeting.state)) return meetingMovedOn(meeting);
  const found = whoseSeat(input, meeting.body.seats, facts);
  if ('changed' in found) return found;
  const day = Temporal.PlainDateTime.from(meeting.body.date).toPlainDate();
  if (meeting.state === 'PLANNED' && Temporal.PlainDate.compare(londonDate(facts.now), day) < 0)
    return refuse('MG4', `The panel meets on ${dateLabel(day)}. Say then that the seat is present.`);
  if (isPresent(found.holder)) return refuseStale(`${found.holder.name} is present already.`);
  const { leftAt: _leftAt, ...holder } = found.holder;
  return moved(meeting, found.seat, { ...holder, arrivedAt: facts.now.toString() }, 'arrived', facts);
}

/** MG4: a seat has left. A decision being recorded at this moment is decided anew, and finds no quorum (HS-10). */
export function leave(input: Which, meeting: Meeting, facts: Facts): Decision {
  if (!meetingMay('meeting.leave', meeting.state)) return meetingMovedOn(meeting);
  const found = whoseSeat(input, meeting.body.seats, facts);
  if ('changed' in found) return found;
  if (!isPresent(found.holder)) return refuseStale(`${found.holder.name} is not present.`);
  return moved(meeting, found.seat, { ...found.holder, leftAt: facts.now.toString() }, 'left', facts);
}

function moved(
  meeting: Meeting,
  seat: PanelSeat,
  holder: SeatHolder,
  how: 'arrived' | 'left',
  facts: Facts,
): Decision {
  const inWords = asFirst(seatsInWords[seat]);
  const seats = { ...meeting.body.seats, [seat]: holder };
  const next = advance(meeting, facts.now, { body: { ...meeting.body, seats } });
  return {
    changed: true,
    heads: [next],
    entries: [{ ref: next.ref, action: `meeting.${how}`, content: { seat, person: holder.person } }],
    outcome: {
      ref: next.ref,
      state: next.state,
      version: next.version,
      message: how === 'arrived' ? `${inWords} is present.` : `${inWords} has left.`,
    },
  };
}

/** As the first word of a sentence. */
const asFirst = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
