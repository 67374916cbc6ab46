/** What was typed into a form and not sent does not stay in the chat (D9), at any hour: an edit makes no sound. */
import type { Stored } from '../desk/ports.ts';
import type { OutboxRow } from '../desk/rows.ts';
import { retry, settle } from './conclude.ts';
import type { Work } from './ports.ts';

export async function clearUnsent<M>(work: Work<M>, row: Stored<OutboxRow>): Promise<void> {
  try {
    if (!(await work.backroom.isStillUnsent(row))) return await settle(work, row);
    const { reference, message } = row.row.payload;
    const sent = await work.sender.edit(
      reference as Readonly<Record<string, unknown>>,
      String(message),
      work.messages.cleared(),
      [],
    );
    if (!sent.sent && sent.why === 'busy') await retry(work, row, 'busy');
    else await settle(work, row);
  } catch (error) {
    await retry(work, row, error);
  }
}
