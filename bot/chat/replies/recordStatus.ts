import type { Chat, Reply, Turn } from '../chat.ts';
import { referralStatusReply } from './referral.ts';
import { statusReply } from './status.ts';

/** Where a record stands, told by the kind of reference it has. */
export async function recordStatusReply(chat: Chat, turn: Turn, ref: string): Promise<Reply> {
  return ref.startsWith('REF-') ? referralStatusReply(chat, turn, ref) : statusReply(chat, turn, ref);
}
