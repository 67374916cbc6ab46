import type { Chat, Reply, Turn } from './chat.ts';
import { idOf } from './commandIds.ts';
import { recordStatusReply } from './replies/recordStatus.ts';

/** Opening a record from a notice reads every notice about it. One that cannot be marked simply stays unread. */
export async function openNotices(chat: Chat, turn: Turn, ref: string): Promise<Reply> {
  const [reply] = await Promise.all([recordStatusReply(chat, turn, ref), markRead(chat, turn, ref)]);
  return reply;
}

async function markRead({ desk }: Chat, { person }: Turn, ref: string): Promise<void> {
  const unread = await desk.ask(person, { name: 'inbox.list', input: { unreadOnly: true, size: 100 } });
  if (!unread.answered) return;
  const about = unread.answer.rows.filter((notice) => notice.ref === ref);
  await Promise.all(
    about.map(({ id }) =>
      desk.perform(person, { id: idOf('read', person.person, id), name: 'inbox.markRead', input: { id } }),
    ),
  );
}
