import type { Stored } from '../desk/ports.ts';
import type { OutboxRow } from '../desk/rows.ts';
import { retry, settle } from './conclude.ts';
import type { Work } from './ports.ts';

/**
 * An effect in another scope is a command given there, with an id made from the outbox row: however often the row is
 * worked off, the command acts once (D6, D7). A refusal is final for the state it met and is tried again like a failure,
 * because the record it waits for may still come.
 */
export async function carryOut<M>(work: Work<M>, row: Stored<OutboxRow>): Promise<void> {
  try {
    const done = await work.backroom.carryOut(row.row);
    if (done.done) await settle(work, row);
    else await retry(work, row, `refused: ${done.refusal.code}`);
  } catch (error) {
    await retry(work, row, error);
  }
}
