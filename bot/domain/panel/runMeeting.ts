import { advance, refuse, type Decision, type Facts } from '../decision.ts';
import { dateLabel } from '../time/labels.ts';
import { londonDate } from '../time/london.ts';
import { meetingMay, meetingMovedOn, type Meeting } from './meeting.ts';
import { isPresent, notTheChair } from './seats.ts';

/** The chair opens the meeting, not before its own day, and by that is present. Whether four are, is asked at each decision (MG4). */
export function startMeeting(meeting: Meeting, facts: Facts): Decision {
  const wrong = notTheChair(meeting.body.seats, facts);
  if (wrong) return wrong;
  if (!meetingMay('meeting.start', meeting.state)) return meetingMovedOn(meeting);
  const day = Temporal.PlainDateTime.from(meeting.body.date).toPlainDate();
  if (Temporal.PlainDate.compare(londonDate(facts.now), day) < 0)
    return refuse('MG5', `The panel meets on ${dateLabel(day)}. Open the meeting then.`);
  const { CHAIR: chair, ...others } = meeting.body.seats;
  const present = chair && !isPresent(chair) ? { ...chair, arrivedAt: facts.now.toString() } : chair;
  const seats = { ...others, ...(present ? { CHAIR: present } : {}) };
  const next = advance(meeting, facts.now, { state: 'IN_SESSION', body: { ...meeting.body, seats } });
  return {
    changed: true,
    heads: [next],
    entries: [{ ref: next.ref, action: 'meeting.started', content: {} }],
    outcome: outcomeOf(next, 'The meeting is in session.'),
  };
}

/** The chair closes the meeting; an item that is still open is decided or deferred first. */
export function closeMeeting(meeting: Meeting, facts: Facts): Decision {
  const wrong = notTheChair(meeting.body.seats, facts);
  if (wrong) return wrong;
  if (!meetingMay('meeting.close', meeting.state)) return meetingMovedOn(meeting);
  const { openItem } = meeting.body;
  if (openItem) return refuse('MG7', `Decide or defer ${openItem} first, then close the meeting.`);
  const next = advance(meeting, facts.now, { state: 'CLOSED' });
  return {
    changed: true,
    heads: [next],
    entries: [{ ref: next.ref, action: 'meeting.closed', content: {} }],
    outcome: outcomeOf(next, 'The meeting is closed.'),
  };
}

const outcomeOf = ({ ref, state, version }: Meeting, message: string) => ({ ref, state, version, message });
