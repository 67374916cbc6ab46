/** Referring a patient in chat: the form opened, sent, and brought back filled in when something needs a change (D9). */
import type { Chat, Reply, Turn } from './chat.ts';
import { isTooMuch, leftAsItIs } from './answerForm.ts';
import type { CardData } from './forms/cardInput.ts';
import { noProblems, problemsOf } from './forms/problems.ts';
import { atReferFields, newReferral, referCard, referFields, referInput } from './forms/referForm.ts';
import { receiptReply } from './replies/receipt.ts';
import { refused } from './replies/refused.ts';

export async function newReferralReply(chat: Chat, { person }: Turn): Promise<Reply> {
  const asked = await chat.desk.ask(person, { name: 'referral.form', input: {} });
  if (!asked.answered) return refused(chat, asked.refusal);
  const form = asked.answer;
  return { card: referCard(form, newReferral(form), noProblems), identifiers: asked.identifiers };
}

/** R2: sends the referral. The form keeps the id it was made with, so that a second tap is the same referral. */
export async function sendReferral(chat: Chat, turn: Turn, id: string, data: CardData): Promise<Reply> {
  const input = referInput(data);
  const result = await chat.desk.perform(turn.person, { id, name: 'referral.submit', input });
  if (result.done) return receiptReply(chat, result.outcome, 'referral');
  if (isTooMuch(data)) return leftAsItIs(result.refusal);
  const asked = await chat.desk.ask(turn.person, { name: 'referral.form', input: {} });
  if (!asked.answered) return refused(chat, result.refusal);
  const problems = problemsOf(atReferFields(result.refusal), referFields, data);
  return { card: referCard(asked.answer, data, problems), identifiers: [], unsent: id };
}
