import { advance, refuse, type Decision, type Facts } from '../decision.ts';
import { itemMovedOn, type Item } from './item.ts';
import { itemMay } from './itemTransitions.ts';
import type { Meeting } from './meeting.ts';
import { lackOfQuorum, notTheChair } from './seats.ts';
import { seatsAt } from './seatsAt.ts';

/** V1: the chair opens an item, one at a time, in a meeting that is in session and quorate. Its card goes to the channel. */
export function openItem(item: Item, meeting: Meeting, facts: Facts): Decision {
  const wrong = notTheChair(seatsAt(item, meeting), facts);
  if (wrong) return wrong;
  if (!itemMay('item.open', item.state)) return itemMovedOn(item);
  if (meeting.state !== 'IN_SESSION') return refuse('V1', 'Start the meeting first, then open its items.');
  const { openItem: other } = meeting.body;
  if (other) return refuse('V1', `Decide or defer ${other} first: the panel takes one item at a time.`);
  const lack = lackOfQuorum(seatsAt(item, meeting));
  if (lack) return lack;
  const next = stepOn(item, 'OPEN', facts);
  const nextMeeting = advance(meeting, facts.now, { body: { ...meeting.body, openItem: item.ref } });
  return {
    changed: true,
    heads: [next, nextMeeting],
    entries: [
      { ref: next.ref, action: 'item.opened', content: {} },
      { ref: meeting.ref, action: 'meeting.itemOpened', content: { item: next.ref } },
    ],
    posts: [next.ref],
    outcome: outcomeOf(next, 'The panel is at this item now.'),
  };
}

/**
 * V3: the chair calls the vote. The motion is the catalogue's and was fixed when the item was listed. Nothing is decided
 * and no seat can change hands while the item is open, so the meeting needs no guard.
 */
export function startVote(item: Item, meeting: Meeting, facts: Facts): Decision {
  const wrong = notTheChair(seatsAt(item, meeting), facts);
  if (wrong) return wrong;
  if (!itemMay('item.startVote', item.state)) return itemMovedOn(item);
  const next = callVote(item, facts);
  return {
    changed: true,
    heads: [next],
    entries: [{ ref: next.ref, action: 'item.voteStarted', content: { motion: next.body.motion } }],
    outcome: outcomeOf(next, 'Each seat can vote now.'),
  };
}

/** From here on seats vote; whatever was proposed without a vote no longer stands. */
export function callVote(item: Item, facts: Facts): Item {
  const { consensus: _consensus, ...body } = item.body;
  return stepOn({ ...item, body }, 'VOTING', facts);
}

function stepOn(item: Item, state: Item['state'], facts: Facts): Item {
  return advance(item, facts.now, { state, body: { ...item.body, revision: item.body.revision + 1 } });
}

const outcomeOf = ({ ref, state, version }: Item, message: string) => ({ ref, state, version, message });
