import type { Chat, Reply, Turn } from '../chat.ts';
import { placementStatusReply } from './placement.ts';
import { referralStatusReply } from './referral.ts';
import { statusReply } from './status.ts';

/** Where a record stands, told by the kind of reference it has. */
export async function recordStatusReply(chat: Chat, turn: Turn, ref: string): Promise<Reply> {
  if (ref.startsWith('PLC-')) return placementStatusReply(chat, turn, ref);
  return ref.startsWith('REF-') ? referralStatusReply(chat, turn, ref) : statusReply(chat, turn, ref);
}
