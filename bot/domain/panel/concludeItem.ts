/** How an item ends: the vote is closed (V5, V6, V8), the casting vote given (V7), or it is deferred (V9, MG7). */
import { motions, type Motion } from '../../contract/panel.ts';
import { advance, refuse, type Decision, type Facts } from '../decision.ts';
import { castCount, itemMovedOn, tallyOf, type CastingVote, type Item } from './item.ts';
import { itemMay } from './itemTransitions.ts';
import type { Meeting } from './meeting.ts';
import { isQuorate, lackOfQuorum, notTheChair } from './seats.ts';
import { seatsAt } from './seatsAt.ts';

/** V5, V6, V8: the chair closes the vote once all four have cast; more for than against carries the motion. */
export function closeVote(item: Item, meeting: Meeting, facts: Facts): Decision {
  const wrong = notTheChair(seatsAt(item, meeting), facts);
  if (wrong) return wrong;
  if (!itemMay('item.close', item.state)) return itemMovedOn(item);
  const lack = lackOfQuorum(seatsAt(item, meeting));
  if (lack) return lack;
  const cast = castCount(item);
  if (cast < 4) return refuse('V5', `${cast} of 4 have voted. Close when all four have.`);
  const tally = tallyOf(item);
  const closed: Item = { ...item, body: { ...item.body, closedAt: facts.now.toString() } };
  if (tally.for !== tally.against) {
    const next = decided(closed, tally.for > tally.against, 'VOTE', facts);
    return concluded(next, meeting, facts, {
      action: 'item.voteClosed',
      content: tally,
      message: 'The panel has decided.',
    });
  }
  if (tally.for === 0) {
    const deferral = { at: facts.now.toString(), by: facts.actor.name };
    const next = stepOn(closed, 'DEFERRED', { deferral }, facts);
    return concluded(next, meeting, facts, {
      action: 'item.voteClosed',
      content: tally,
      message: 'Everybody abstained, so nothing was decided. The item is deferred.',
    });
  }
  const tied = stepOn(closed, 'TIED', {}, facts);
  return {
    changed: true,
    heads: [tied],
    guards: [meeting.ref],
    entries: [{ ref: tied.ref, action: 'item.voteClosed', content: tally }],
    notices: [{ template: 'item.tied', ref: tied.ref, to: { person: facts.actor.person } }],
    outcome: outcomeOf(tied, 'The vote is tied. Give your casting vote, with your reason.'),
  };
}

/** V7, HS-11: a second vote of the holder of the CHAIR seat, once and only when tied; the first ballot is kept. */
export function giveCastingVote(
  input: { readonly direction: CastingVote['direction']; readonly reason: string },
  item: Item,
  meeting: Meeting,
  facts: Facts,
): Decision {
  if (seatsAt(item, meeting).CHAIR?.person !== facts.actor.person)
    return refuse('HS-11', 'Only whoever holds the chair gives the casting vote.');
  if (item.body.castingVote)
    return refuse('HS-11', 'The casting vote has been given, and there is only one.');
  if (!itemMay('item.castingVote', item.state))
    return refuse('HS-11', 'There is a casting vote only once a closed vote is tied.');
  const lack = lackOfQuorum(seatsAt(item, meeting));
  if (lack) return lack;
  const castingVote: CastingVote = {
    by: facts.actor.person,
    name: facts.actor.name,
    seat: 'CHAIR',
    direction: input.direction,
    reason: input.reason,
    at: facts.now.toString(),
  };
  const next = decided(
    { ...item, body: { ...item.body, castingVote } },
    input.direction === 'FOR',
    'VOTE',
    facts,
  );
  return concluded(next, meeting, facts, {
    action: 'item.castingVote',
    content: { seat: 'CHAIR', direction: input.direction, reason: input.reason },
    message: 'Your casting vote is recorded. The panel has decided.',
  });
}

/** V9: more information is needed. MG7: a tie that lost its quorum cannot be decided and is deferred as well. */
export function deferItem(
  input: { readonly reason: string },
  item: Item,
  meeting: Meeting,
  facts: Facts,
): Decision {
  const wrong = notTheChair(seatsAt(item, meeting), facts);
  if (wrong) return wrong;
  if (!itemMay('item.defer', item.state)) return itemMovedOn(item);
  if (item.state === 'TIED' && isQuorate(seatsAt(item, meeting)))
    return refuse('V9', 'The vote is closed and tied: give your casting vote.');
  const deferral = { at: facts.now.toString(), by: facts.actor.name, reason: input.reason };
  return concluded(stepOn(item, 'DEFERRED', { deferral }, facts), meeting, facts, {
    action: 'item.deferred',
    content: { reason: input.reason },
    message: 'The item is deferred.',
  });
}

export function decided(
  item: Item,
  carried: boolean,
  how: NonNullable<Item['body']['result']>['how'],
  facts: Facts,
): Item {
  const motion: Motion = motions[item.body.motion];
  const outcome = (carried ? motion.carried : motion.notCarried).code;
  return stepOn(item, 'DECIDED', { result: { carried, outcome, how, at: facts.now.toString() } }, facts);
}

function stepOn(item: Item, state: Item['state'], more: Partial<Item['body']>, facts: Facts): Item {
  const body = { ...item.body, ...more, revision: item.body.revision + 1 };
  return advance(item, facts.now, { state, body });
}

interface Conclusion {
  readonly action: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** The meeting is free for its next item. Its head is written too, so that a seat leaving meanwhile is not overlooked (D3). */
export function concluded(next: Item, meeting: Meeting, facts: Facts, end: Conclusion): Decision {
  const { openItem: _openItem, ...body } = meeting.body;
  return {
    changed: true,
    heads: [next, advance(meeting, facts.now, { body })],
    entries: [
      {
        ref: next.ref,
        action: end.action,
        content: { ...end.content, ...(next.body.result ? { outcome: next.body.result.outcome } : {}) },
      },
      { ref: meeting.ref, action: 'meeting.itemConcluded', content: { item: next.ref } },
    ],
    outcome: outcomeOf(next, end.message),
  };
}

const outcomeOf = ({ ref, state, version }: Item, message: string) => ({ ref, state, version, message });
