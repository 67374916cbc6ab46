/** Taps about the panel in a chat of one's own: a vote, and the chair's casting vote with its reason (V7). */
import { castBallot } from './ballot.ts';
import type { Chat, Reply, Turn } from './chat.ts';
import { typed, type CardData } from './forms/cardInput.ts';
import { castingVoteCard, castingVoteFields, castingVoteInput } from './forms/castingVoteForm.ts';
import { noProblems, problemsOf } from './forms/problems.ts';
import { findItem, itemReply, type FoundItem } from './replies/panel.ts';
import { refused } from './replies/refused.ts';
import { voteCounted } from './sentences.ts';

/** V4, from an item's card in one's own chat. A late tap shows the item as it stands. */
export async function voteReply(chat: Chat, turn: Turn, data: CardData): Promise<Reply> {
  const result = await castBallot(chat, turn.person, data);
  if (!result.done && result.refusal.code === 'notAvailable') return refused(chat, result.refusal);
  const note = result.done ? voteCounted : result.refusal.message;
  return itemReply(chat, turn, typed(data, 'ref'), note);
}

/** Opens only while the casting vote is still this person's to give. */
export async function openCastingVote(chat: Chat, turn: Turn, data: CardData): Promise<Reply> {
  const found = await findItem(chat, turn, typed(data, 'ref'));
  if ('instead' in found) return found.instead;
  const { ref, steps } = found.item;
  if (!steps.includes('item.castingVote')) {
    return stillTheChairs(chat, turn, found, 'There is no casting vote for you to give on this item.');
  }
  const blank = { ref, meeting: found.meeting.ref, id: chat.newId() };
  return { card: castingVoteCard(found.item, blank, noProblems), identifiers: found.identifiers };
}

/** A refused form comes back filled in; one that came too late shows the item as it stands. */
export async function sendCastingVote(chat: Chat, turn: Turn, id: string, data: CardData): Promise<Reply> {
  const result = await chat.desk.perform(turn.person, {
    id,
    name: 'item.castingVote',
    input: castingVoteInput(data),
  });
  const ref = typed(data, 'ref');
  // The notice it was opened from is kept up to date from the outbox (D10).
  if (result.done) return itemReply(chat, turn, ref, result.outcome.message);
  const { refusal } = result;
  if (refusal.code === 'notAvailable' || refusal.code === 'signIn') return refused(chat, refusal);
  const found = await findItem(chat, turn, ref);
  if ('instead' in found) return found.instead;
  if (refusal.code === 'stale' || !found.item.steps.includes('item.castingVote'))
    return stillTheChairs(chat, turn, found, refusal.message);
  const problems = problemsOf(refusal, castingVoteFields, data);
  return {
    card: castingVoteCard(found.item, data, problems),
    identifiers: found.identifiers,
    unsent: id,
  };
}

/** What it is too late for shows the item as it stands; what is somebody else's to do leaves the card as it was. */
async function stillTheChairs(chat: Chat, turn: Turn, { item }: FoundItem, why: string): Promise<Reply> {
  const reply = await itemReply(chat, turn, item.ref, why);
  return item.state === 'TIED' ? { ...reply, refused: why } : reply;
}
