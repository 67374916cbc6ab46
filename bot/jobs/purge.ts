import type { Stored } from '../desk/ports.ts';
import type { OutboxRow } from '../desk/rows.ts';
import { retry, settle } from './conclude.ts';
import type { MayGoOn, Work } from './ports.ts';

/**
 * What a person's review has destroyed is taken apart in batches (D6, §8). Cut off anywhere, the row stays due and the
 * next round goes on where this one stopped.
 */
export async function purge<M>(work: Work<M>, row: Stored<OutboxRow>, mayGoOn: MayGoOn): Promise<void> {
  try {
    const { scope, payload } = row.row;
    while ((await work.backroom.purge(scope, String(payload['ref']))) === 'more') {
      if (!(await mayGoOn())) return;
    }
    await settle(work, row);
  } catch (error) {
    await retry(work, row, error);
  }
}
