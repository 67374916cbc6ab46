import { ruleInWords, type Refusal } from '../../contract/refusal.ts';
import type { Chat, Reply } from '../chat.ts';
import { sentence } from './sentence.ts';
import { whoAreYou } from './whoAreYou.ts';

/** A refusal that belongs to no form: its sentence as it is, the rule in small print. */
export async function refused(chat: Chat, refusal: Refusal): Promise<Reply> {
  if (refusal.code === 'signIn') return { ...(await whoAreYou(chat)), refused: refusal.message };
  const small = ruleInWords(refusal.rule);
  const reply = sentence({ lines: [refusal.message], ...(small ? { small } : {}) });
  return { ...reply, refused: refusal.message };
}
