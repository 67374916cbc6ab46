/** The panel in a chat of one's own: the next meeting, where an item stands, and the chair's casting vote. */
import type { ItemCard, MeetingPage, PanelItem } from '../../contract/panelAnswers.ts';
import type { Answer } from '../../contract/questions.ts';
import { panelSeats } from '../../contract/panel.ts';
import { itemCard } from '../../outbound/itemCards.ts';
import { renderCard } from '../../outbound/renderCard.ts';
import template from '../cards/meeting.json' with { type: 'json' };
import type { Chat, Reply, Turn } from '../chat.ts';
import { refused } from './refused.ts';
import { sentence } from './sentence.ts';

type Meeting = Answer<'meeting.list'>['rows'][number];

/** The meeting in session, or else the earliest that is still to come. */
export async function nextPanelReply(chat: Chat, { person }: Turn): Promise<Reply> {
  const asked = await chat.desk.ask(person, { name: 'meeting.list', input: { size: 50 } });
  if (!asked.answered) return refused(chat, asked.refusal);
  const coming = asked.answer.rows.filter(({ state }) => state !== 'CLOSED');
  // The latest date comes first.
  const next = coming.find(({ state }) => state === 'IN_SESSION') ?? coming.at(-1);
  if (!next) return sentence({ lines: ['No panel meeting is planned.'] });
  return { card: meetingCard(chat, next), identifiers: asked.identifiers };
}

function meetingCard({ tabUrl }: Chat, { ref, when, mode, stateLabel, items, mySeat }: Meeting) {
  return renderCard(template, {
    ref,
    facts: [
      { title: 'When', value: when },
      { title: 'How', value: mode },
      { title: 'State', value: stateLabel },
      ...(mySeat ? [{ title: 'Your seat', value: panelSeats[mySeat] }] : []),
      { title: 'Items', value: String(items) },
    ],
    values: { url: `${tabUrl}/#/meetings/${encodeURIComponent(ref)}` },
  });
}

/** Where a meeting stands. */
export async function meetingReply(chat: Chat, { person }: Turn, ref: string): Promise<Reply> {
  const asked = await chat.desk.ask(person, { name: 'meeting.page', input: { ref } });
  if (!asked.answered) return refused(chat, asked.refusal);
  const { items, ...page } = asked.answer;
  return { card: meetingCard(chat, { ...page, items: items.length }), identifiers: asked.identifiers };
}

export interface FoundItem {
  readonly card: ItemCard;
  readonly meeting: MeetingPage;
  /** The same item with what this person may do to it. */
  readonly item: PanelItem;
  readonly identifiers: readonly string[];
}

/** An item and its meeting as this person may see them, or what to say instead. */
export async function findItem(
  chat: Chat,
  { person }: Turn,
  ref: string,
): Promise<FoundItem | { readonly instead: Reply }> {
  const asked = await chat.desk.ask(person, { name: 'item.card', input: { ref } });
  if (!asked.answered) return { instead: await refused(chat, asked.refusal) };
  const page = await chat.desk.ask(person, {
    name: 'meeting.page',
    input: { ref: asked.answer.meeting },
  });
  if (!page.answered) return { instead: await refused(chat, page.refusal) };
  const item = page.answer.items.find((one) => one.ref === asked.answer.ref);
  if (!item)
    return { instead: sentence({ lines: ['This item has moved on. Open the meeting in the tab.'] }) };
  return { card: asked.answer, meeting: page.answer, item, identifiers: page.identifiers };
}

/** Where an item stands, with the ballot or the casting vote when it is this person's turn. */
export async function itemReply(chat: Chat, turn: Turn, ref: string, note?: string): Promise<Reply> {
  const found = await findItem(chat, turn, ref);
  if ('instead' in found) return found.instead;
  const { steps } = found.item;
  const card = itemCard(found.card, {
    tabUrl: chat.tabUrl,
    ballot: steps.includes('ballot.cast'),
    casting: steps.includes('item.castingVote'),
    ...(note ? { note } : {}),
  });
  return { card, identifiers: found.identifiers };
}
