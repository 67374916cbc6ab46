/** The reply to a tapped button that acts: one row for each verb a card of ours sends. */
import { z } from 'zod';
import { commandId } from '../contract/commands.ts';
import { additionForm, closeForm, openFormReply, sendForm, sendReport } from './answerForm.ts';
import { sendReferral } from './answerReferral.ts';
import { openCastingVote, sendCastingVote, voteReply } from './answerPanel.ts';
import type { Chat, Reply, Turn } from './chat.ts';
import { idOf } from './commandIds.ts';
import { amount, typed, type CardData } from './forms/cardInput.ts';
import { openNotices } from './openNotices.ts';
import { inbox } from './replies/lists.ts';
import { sentence } from './replies/sentence.ts';
import { refused } from './replies/refused.ts';
import { statusReply } from './replies/status.ts';

/** What a card of ours holds: a verb and, beside what was typed, a reference and an id (D9). */
export const tap = z.object({
  verb: z.string().min(1).max(60),
  data: z.record(z.string(), z.unknown()).optional().default({}),
});
export type Tap = z.output<typeof tap>;

type Answer = (chat: Chat, turn: Turn, data: CardData) => Promise<Reply>;

const withId =
  (send: (chat: Chat, turn: Turn, id: string, data: CardData) => Promise<Reply>): Answer =>
  async (chat, turn, data) => {
    const id = commandId.safeParse(data['id']);
    return id.success ? send(chat, turn, id.data, data) : outOfDate();
  };

const opening =
  (form: Parameters<typeof openFormReply>[2]): Answer =>
  async (chat, turn, data) =>
    openFormReply(chat, turn, form, typed(data, 'ref'));

const sending = (form: Parameters<typeof sendForm>[2]): Answer =>
  withId(async (chat, turn, id, data) => sendForm(chat, turn, form, id, data));

const verbs: Readonly<Record<string, Answer>> = {
  'incident.report': withId(sendReport),
  'referral.submit': withId(sendReferral),
  'incident.addFacts.form': opening(additionForm),
  'incident.addFacts': sending(additionForm),
  'incident.close.form': opening(closeForm),
  'incident.close': sending(closeForm),
  'incident.takeIntoReview': takeIntoReview,
  'incident.status': (chat, turn, data) => statusReply(chat, turn, typed(data, 'ref')),
  'ballot.cast': voteReply,
  'item.castingVote.form': openCastingVote,
  'item.castingVote': withId(sendCastingVote),
  // What the buttons of notices send (bot/outbound).
  status: (chat, turn, data) => openNotices(chat, turn, typed(data, 'ref')),
  inbox,
};

export const verbNames: readonly string[] = Object.keys(verbs);

const outOfDate = () =>
  sentence({ lines: ['This button is out of date. Say "help" to see what you can do.'] });

export async function answerTap(chat: Chat, turn: Turn, { verb, data }: Tap): Promise<Reply> {
  const answer = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!answer) return outOfDate();
  const reply = await answer(chat, turn, data);
  // A card tapped by who may not stays as it was, with all that is typed in it.
  return reply.refused === undefined ? reply : { ...reply, beside: reply.refused };
}

/** I3, in one tap: the id follows from who, which report and its version, so that crossed taps act once. */
async function takeIntoReview(chat: Chat, turn: Turn, data: CardData): Promise<Reply> {
  const ref = typed(data, 'ref');
  const version = amount(data, 'version');
  const result = await chat.desk.perform(turn.person, {
    id: idOf('take', turn.person.person, ref, String(version)),
    name: 'incident.takeIntoReview',
    input: { ref, version },
  });
  const isBusy = !result.done && result.refusal.code === 'busy';
  if (!result.done && !isBusy && result.refusal.code !== 'stale') return refused(chat, result.refusal);
  const note = result.done ? result.outcome.message : result.refusal.message;
  const reply = await statusReply(chat, turn, ref, { note });
  // A notice's button knows no version, and its message is kept up to date from the outbox (D10).
  return isBusy || version === undefined ? reply : { ...reply, settled: true };
}
