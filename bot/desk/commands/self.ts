import { createHash } from 'node:crypto';
import type { CommandInput } from '../../contract/commands.ts';
import { directory, inboxScope } from '../office.ts';
import type { Operation, Stored } from '../ports.ts';
import type { InboxRow, OutboxRow } from '../rows.ts';
import { sortableInstant } from '../sortableInstant.ts';
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
  'self.clearLater': {
    object: 'self',
    action: 'U',
    scope: () => directory,
    rows: (input) => [{ kind: 'outbox', id: clearingOf(input) }],
    decide: ({ input, row, facts, scope }) => {
      const id = clearingOf(input);
      const before = row('outbox', id);
      const { person } = facts.actor;
      const next: OutboxRow = {
        id,
        scope,
        kind: 'outbox',
        topic: 'clear',
        at: facts.now.toString(),
        pending: true,
        tries: 0,
        notBefore: sortableInstant(facts.now.add({ minutes: unsentMinutes })),
        payload: { ...input, person },
      };
      return nothingButRows(
        [before ? { op: 'replace', row: next, etag: before.etag } : { op: 'create', row: next }],
        'What was not sent will be cleared away.',
      );
    },
  },
} satisfies Partial<CommandSpecs>;

/** D9: what somebody typed and did not send stands in the chat no longer than this. */
const unsentMinutes = 15;

/** One row a message, however often its form is refused: each time its 15 minutes begin again. */
function clearingOf({ reference, message }: CommandInput<'self.clearLater'>): string {
  const place = JSON.stringify([reference['conversation'], message]);
  return `outbox:clear:${createHash('sha256').update(place).digest('hex')}`;
}

function markedRead(notice: Stored<InboxRow>, now: Temporal.Instant): Operation {
  return { op: 'replace', row: { ...notice.row, unread: false, readAt: now.toString() }, etag: notice.etag };
}
