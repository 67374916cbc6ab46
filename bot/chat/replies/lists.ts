/** Short lists: one's own reports, unread notices, what is due. The tab has the whole of each. */
import type { DeadlineView } from '../../contract/answers.ts';
import type { Answer } from '../../contract/questions.ts';
import { renderCard } from '../../outbound/renderCard.ts';
import template from '../cards/list.json' with { type: 'json' };
import type { Chat, Reply, Turn } from '../chat.ts';
import type { Button } from '../offers.ts';
import { refused } from './refused.ts';

/** A card of five rows still fits a telephone. */
export const listSize = 5;

export async function myReports(chat: Chat, { person }: Turn): Promise<Reply> {
  const asked = await chat.desk.ask(person, { name: 'incident.mine', input: { size: listSize } });
  if (!asked.answered) return refused(chat, asked.refusal);
  const { rows, next } = asked.answer;
  const card = listCard(chat, {
    title: 'My reports',
    line: lineFor(rows.length, next, {
      none: 'You have not reported anything yet. Say "report" to begin.',
      all: 'Newest first.',
      some: `Your newest ${listSize}. All of them are in the tab.`,
    }),
    rows: rows.map(({ ref, stateLabel, happened, withWhom }) => ({
      text: withWhom ? `${stateLabel}, with ${withWhom}` : stateLabel,
      small: `Happened ${happened}`,
      values: { title: ref, say: `status ${ref}` },
    })),
    buttons: [{ title: 'Report', say: 'report' }],
  });
  return { card, identifiers: asked.identifiers };
}

export async function inbox(chat: Chat, { person }: Turn): Promise<Reply> {
  const asked = await chat.desk.ask(person, {
    name: 'inbox.list',
    input: { size: listSize, unreadOnly: true },
  });
  if (!asked.answered) return refused(chat, asked.refusal);
  const { rows, next } = asked.answer;
  const card = listCard(chat, {
    title: 'Inbox',
    line: lineFor(rows.length, next, {
      none: 'Nothing waits for you.',
      all: 'Newest first.',
      some: `The newest ${listSize}. Open these and say "inbox" again for the rest.`,
    }),
    rows: rows.map(({ ref, text, at }) => ({
      text,
      small: at,
      values: { title: 'Open', say: `open ${ref}` },
    })),
  });
  return { card, identifiers: asked.identifiers };
}

export async function due(chat: Chat, { person }: Turn): Promise<Reply> {
  const asked = await chat.desk.ask(person, { name: 'deadline.list', input: { size: listSize } });
  if (!asked.answered) return refused(chat, asked.refusal);
  const { rows, next } = asked.answer;
  const card = listCard(chat, {
    title: 'What is due',
    line: lineFor(rows.length, next, {
      none: 'Nothing is due in the next 60 days.',
      all: 'Earliest first.',
      some: `The earliest ${listSize}. All of them are in the tab.`,
    }),
    rows: rows.map(dueRow),
  });
  return { card, identifiers: asked.identifiers };
}

function dueRow({ ref, deadline }: Answer<'deadline.list'>['rows'][number]): Row {
  return {
    text: `${stateWords[deadline.state]}: ${deadline.what}`,
    small: deadline.due,
    values: { title: ref, say: `status ${ref}` },
  };
}

/** DOMAIN §4.5 in words: never by colour alone. */
const stateWords: Readonly<Record<DeadlineView['state'], string>> = {
  ON_TRACK: 'On track',
  DUE_SOON: 'Due soon',
  DUE_TODAY: 'Due today',
  OVERDUE: 'Overdue',
  MET: 'Done',
  MET_LATE: 'Done late',
  CANCELLED: 'No longer due',
};

type Row = {
  readonly text: string;
  readonly small: string;
  readonly values: { readonly title: string; readonly say: string };
};

interface List {
  readonly title: string;
  readonly line: string;
  readonly rows: readonly Row[];
  readonly buttons?: readonly Button[];
}

export function listCard(chat: Chat, { title, line, rows, buttons = [] }: List) {
  return renderCard(template, { title, line, rows, values: { buttons, url: `${chat.tabUrl}/#/` } });
}

export function lineFor(
  count: number,
  next: string | undefined,
  lines: { readonly none: string; readonly all: string; readonly some: string },
): string {
  if (count === 0) return lines.none;
  return next === undefined ? lines.all : lines.some;
}
