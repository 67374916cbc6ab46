import type { Stored } from '../desk/ports.ts';
import type { OutboxRow } from '../desk/rows.ts';
import { retry } from './conclude.ts';
import { carryOut } from './carryOut.ts';
import { deliverNotices } from './deliverNotices.ts';
import { editCards } from './editCards.ts';
import type { Work } from './ports.ts';
import { postItem } from './postItem.ts';

/**
 * Does everything due in one scope's outbox, each row at least once (D17). `mayGoOn` is asked before every page: it
 * keeps the lease. Throws only when the outbox itself cannot be read.
 */
export async function drain<M>(work: Work<M>, scope: string, mayGoOn: () => Promise<boolean>): Promise<void> {
  const seen = new Set<string>();
  while (await mayGoOn()) {
    const due = await work.backroom.outboxDue(scope);
    const rows = due.filter(({ row }) => !seen.has(row.id));
    if (rows.length === 0) return;
    rows.forEach(({ row }) => seen.add(row.id));
    await workOff(work, scope, rows);
  }
}

async function workOff<M>(work: Work<M>, scope: string, rows: readonly Stored<OutboxRow>[]): Promise<void> {
  const { notice = [], post = [], cards = [], effect = [], other = [] } = Object.groupBy(rows, topicOf);
  await deliverNotices(work, notice);
  // Posted before edited: a card shows the state it is posted in.
  for (const row of post) await postItem(work, scope, row);
  await editCards(work, scope, cards);
  for (const row of effect) await carryOut(work, row);
  for (const row of other) await retry(work, row, 'unknown topic');
}

const topics = ['notice', 'post', 'cards', 'effect'] as const;

function topicOf({ row: { topic } }: Stored<OutboxRow>): (typeof topics)[number] | 'other' {
  return topics.find((known) => known === topic) ?? 'other';
}
