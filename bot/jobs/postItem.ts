/** An agenda item's card in the panel's channel (D10), posted once when the chair opens the item. */
import type { Stored } from '../desk/ports.ts';
import type { OutboxRow } from '../desk/rows.ts';
import { retry, settle } from './conclude.ts';
import type { Work } from './ports.ts';

/** What the posted row of such a card says it is. */
export const itemCard = 'item';

/**
 * Posts to the bound channel, at any hour: the panel is sitting. Without a channel there is nothing to do, the panel
 * room shows the item all the same. Cut off between posting and noting it, the card is posted once more rather than
 * never edited.
 */
export async function postItem<M>(work: Work<M>, scope: string, row: Stored<OutboxRow>): Promise<void> {
  try {
    const outcome = await post(work, scope, String(row.row.payload['ref']));
    if (outcome === 'busy') await retry(work, row, outcome);
    else await settle(work, row);
  } catch (error) {
    await retry(work, row, error);
  }
}

async function post<M>(work: Work<M>, scope: string, ref: string): Promise<'busy' | 'done'> {
  const { backroom } = work;
  const [posting, channel, posted] = await Promise.all([
    backroom.itemCard(scope, ref),
    backroom.channel(scope),
    backroom.postedCards(scope, ref),
  ]);
  const id = `posted:item:${ref}`;
  if (!posting || !channel || posted.some((card) => card.id === id)) return 'done';
  const sent = await work.sender.post(
    channel.reference,
    work.messages.item(posting.card),
    posting.identifiers,
  );
  if (!sent.sent) return sent.why === 'busy' ? 'busy' : 'done';
  await backroom.recordPosting({
    id,
    scope,
    kind: 'posted',
    ref,
    card: itemCard,
    surface: 'channel',
    conversation: channel.reference,
    activity: sent.activity,
    at: work.clock.now().toString(),
  });
  return 'done';
}
