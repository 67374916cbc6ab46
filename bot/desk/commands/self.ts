import { directory, inboxScope } from '../office.ts';
import type { Operation, Stored } from '../ports.ts';
import type { InboxRow } from '../rows.ts';
import type { CommandSpecs, DeskDecision } from '../spec.ts';

const nothingButRows = (rows: readonly Operation[], message: string): DeskDecision => ({
  changed: true,
  heads: [],
  entries: [],
  rows,
  outcome: { message },
});

/** What a person does with their own notices and their own chat. */
export const selfCommands = {
  'inbox.markRead': {
    object: 'inbox',
    action: 'U',
    scope: (_grant, person) => inboxScope(person),
    rows: (input) => [{ kind: 'inbox', id: input.id }],
    decide: ({ input, row, facts }) => {
      const notice = row('inbox', input.id);
      if (!notice)
        return { changed: false, refusal: { code: 'stale', message: 'This notice is no longer there.' } };
      if (!notice.row.unread) return nothingButRows([], 'This notice was already read.');
      return nothingButRows([markedRead(notice, facts.now)], 'Marked as read.');
    },
  },
  'self.rememberConversation': {
    object: 'self',
    action: 'U',
    scope: () => directory,
    rows: (_input, person) => [{ kind: 'conversation', id: `conversation:${person}` }],
    decide: ({ input, row, facts, scope }) => {
      const id = `conversation:${facts.actor.person}`;
      const before = row('conversation', id);
      const welcomedAt = before?.row.welcomedAt ?? (input.welcomed ? facts.now.toString() : undefined);
      const next = {
        id,
        scope,
        kind: 'conversation',
        person: facts.actor.person,
        reference: input.reference,
        ...(welcomedAt ? { welcomedAt } : {}),
      } as const;
      return nothingButRows(
        [before ? { op: 'replace', row: next, etag: before.etag } : { op: 'create', row: next }],
        'You can be reached in Teams now.',
      );
    },
  },
} satisfies Partial<CommandSpecs>;

function markedRead(notice: Stored<InboxRow>, now: Temporal.Instant): Operation {
  return { op: 'replace', row: { ...notice.row, unread: false, readAt: now.toString() }, etag: notice.etag };
}
