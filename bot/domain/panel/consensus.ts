/** V2: a decision without a vote. The chair proposes it, every other seat says yes, and one no is enough for a vote (V3). */
import { panelSeat } from '../../contract/panel.ts';
import { advance, refuse, refuseStale, type Decision, type Facts } from '../decision.ts';
import { concluded, decided } from './concludeItem.ts';
import { itemMovedOn, type Consensus, type Item } from './item.ts';
import { itemMay } from './itemTransitions.ts';
import type { Meeting } from './meeting.ts';
import { callVote } from './openItem.ts';
import { isPresent, lackOfQuorum, notTheChair, seatOf } from './seats.ts';
import { seatsAt } from './seatsAt.ts';

export function proposeConsensus(
  input: { readonly direction: Consensus['proposed'] },
  item: Item,
  meeting: Meeting,
  facts: Facts,
): Decision {
  const seats = seatsAt(item, meeting);
  const wrong = notTheChair(seats, facts);
  if (wrong) return wrong;
  if (!itemMay('item.proposeConsensus', item.state)) return itemMovedOn(item);
  const lack = lackOfQuorum(seats);
  if (lack) return lack;
  const consensus: Consensus = {
    proposed: input.direction,
    by: facts.actor.name,
    at: facts.now.toString(),
    confirmed: {},
  };
  const next = stepOn(item, { consensus }, facts, 'CONSENSUS');
  return {
    changed: true,
    heads: [next],
    guards: [meeting.ref],
    entries: [{ ref: next.ref, action: 'item.consensusProposed', content: { direction: input.direction } }],
    outcome: outcomeOf(next, 'Each other seat is asked whether it agrees.'),
  };
}

/** One answer a seat; the last yes decides, if all four are there at that moment (HS-10). */
export function answerConsensus(
  input: { readonly agrees: boolean; readonly revision: number },
  item: Item,
  meeting: Meeting,
  facts: Facts,
): Decision {
  const { actor } = facts;
  const seats = seatsAt(item, meeting);
  const seat = seatOf(seats, actor.person);
  if (!seat) return refuse('V2', 'You hold no seat on this item, so you are not asked.');
  const { consensus } = item.body;
  if (!itemMay('item.answerConsensus', item.state) || !consensus) return itemMovedOn(item);
  if (seat === 'CHAIR') return refuse('V2', 'You made the proposal. The other seats answer it.');
  if (!isPresent(seats[seat]))
    return refuse('MG4', 'You are not marked as present. Say in the panel room that you are, then answer.');
  if (input.revision !== item.body.revision)
    return refuseStale('Somebody else has answered meanwhile. Look again, then answer.');
  if (!input.agrees) return object(item, meeting, seat, facts);
  if (consensus.confirmed[seat]) return refuseStale('You have said that you agree.');

  const confirmed = { ...consensus.confirmed, [seat]: { name: actor.name, at: facts.now.toString() } };
  const agreed = stepOn(item, { consensus: { ...consensus, confirmed } }, facts);
  const waiting = panelSeat.options.filter((other) => other !== 'CHAIR' && !confirmed[other]);
  const line = { action: 'item.consensusConfirmed', content: { seat } };
  if (waiting.length > 0)
    return {
      changed: true,
      heads: [agreed],
      guards: [meeting.ref],
      entries: [{ ref: agreed.ref, ...line }],
      outcome: outcomeOf(agreed, 'Your yes is recorded. The others are still asked.'),
    };
  const lack = lackOfQuorum(seats);
  if (lack) return lack;
  const carried = consensus.proposed === 'FOR';
  const next = decided({ ...item, body: agreed.body }, carried, 'CONSENSUS', facts);
  return concluded(next, meeting, facts, { ...line, message: 'All agree. The panel has decided.' });
}

function object(item: Item, meeting: Meeting, seat: string, facts: Facts): Decision {
  const next = callVote(item, facts);
  return {
    changed: true,
    heads: [next],
    guards: [meeting.ref],
    entries: [
      { ref: next.ref, action: 'item.consensusRefused', content: { seat, motion: next.body.motion } },
    ],
    outcome: outcomeOf(next, 'Your no is recorded. Each seat votes now.'),
  };
}

function stepOn(item: Item, more: Partial<Item['body']>, facts: Facts, state = item.state): Item {
  return advance(item, facts.now, {
    state,
    body: { ...item.body, ...more, revision: item.body.revision + 1 },
  });
}

const outcomeOf = ({ ref, state, version }: Item, message: string) => ({ ref, state, version, message });
