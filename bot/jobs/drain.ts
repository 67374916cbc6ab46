import type { Stored } from '../desk/ports.ts';
import type { OutboxRow } from '../desk/rows.ts';
import { retry } from './conclude.ts';
import { carryOut } from './carryOut.ts';
import { clearUnsent } from './clearUnsent.ts';
import { deliverNotices } from './deliverNotices.ts';
import { editCards } from './editCards.ts';
import type { MayGoOn, Work } from './ports.ts';
import { postItem } from './postItem.ts';
import { purge } from './purge.ts';

/**
 * Does everything due in one scope's outbox, each row at least once (D17). `mayGoOn` keeps the lease: it is asked before
 * every page, message, card and effect, and once it says no, what is left stays due. Throws only when the outbox itself
 * cannot be read or the lease cannot be asked for.
 */
export async function drain<M>(work: Work<M>, scope: string, mayGoOn: MayGoOn): Promise<void> {
  const seen = new Set<string>();
  while (await mayGoOn()) {
    const due = await work.backroom.outboxDue(scope);
    const rows = due.filter(({ row }) => !seen.has(row.id));
    if (rows.length === 0) return;
    rows.forEach(({ row }) => seen.add(row.id));
    await workOff(work, scope, rows, mayGoOn);
  }
}

async function workOff<M>(
  work: Work<M>,
  scope: string,
  rows: readonly Stored<OutboxRow>[],
  mayGoOn: MayGoOn,
): Promise<void> {
  const {
    notice = [],
    post = [],
    cards = [],
    clear = [],
    effect = [],
    purge: gone = [],
    other = [],
  } = Object.groupBy(rows, topicOf);
  await deliverNotices(work, notice, mayGoOn);
  // Posted before edited: a card shows the state it is posted in.
  for (const row of post) {
    if (!(await mayGoOn())) return;
    await postItem(work, scope, row);
  }
  await editCards(work, scope, cards, mayGoOn);
  for (const row of clear) {
    if (!(await mayGoOn())) return;
    await clearUnsent(work, row);
  }
  for (const row of effect) {
    if (!(await mayGoOn())) return;
    await carryOut(work, row);
  }
  for (const row of gone) {
    if (!(await mayGoOn())) return;
    await purge(work, row, mayGoOn);
  }
  for (const row of other) await retry(work, row, 'unknown topic');
}

const topics = ['notice', 'post', 'cards', 'clear', 'effect', 'purge'] as const;

function topicOf({ row: { topic } }: Stored<OutboxRow>): (typeof topics)[number] | 'other' {
  return topics.find((known) => known === topic) ?? 'other';
}
