/** What becomes of an outbox row when its work has been tried. */
import type { LogMessage } from '../desk/logPort.ts';
import type { Stored } from '../desk/ports.ts';
import type { OutboxRow } from '../desk/rows.ts';
import type { Work } from './ports.ts';

type Concluding = Pick<Work<never>, 'backroom' | 'clock' | 'log'>;

const mostTries = 20;
const firstWaitSeconds = 5;
const longestWaitSeconds = 3_600;
/** Still pending, so that nobody mistakes it for done, and out of the way of those that can be done. */
const setAside = { hours: 24 * 365 * 100 };

export async function settle(work: Concluding, row: Stored<OutboxRow>): Promise<void> {
  await attempt(work, row, () => work.backroom.settle(row));
}

export async function leaveUntil(
  work: Concluding,
  row: Stored<OutboxRow>,
  when: Temporal.Instant,
): Promise<void> {
  await attempt(work, row, () => work.backroom.retryLater(row, when));
}

/** Again in 10, 20, 40 seconds … at most an hour; after 20 tries it is set aside and logged. */
export async function retry(work: Concluding, row: Stored<OutboxRow>, why: unknown): Promise<void> {
  if (row.row.tries + 1 < mostTries) return keepTrying(work, row, why);
  warn(work, row, why, 'Background work was given up.');
  await leaveUntil(work, row, work.clock.now().add(setAside));
}

/** As `retry`, without an end: for what only people can change, however long they take. */
export async function keepTrying(work: Concluding, row: Stored<OutboxRow>, why: unknown): Promise<void> {
  warn(work, row, why, 'Background work failed and will be tried again.');
  const seconds = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (row.row.tries + 1));
  await leaveUntil(work, row, work.clock.now().add({ seconds }));
}

function warn(work: Concluding, { row }: Stored<OutboxRow>, why: unknown, message: LogMessage): void {
  work.log.warn({ row: row.id, scope: row.scope, tries: row.tries + 1, why: nameOf(why) }, message);
}

/** A row that cannot even be written is left as it is: it stays due, and the next round finds it. */
async function attempt(work: Concluding, row: Stored<OutboxRow>, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    work.log.warn(
      { row: row.row.id, scope: row.row.scope, why: nameOf(error) },
      'Background work could not be noted.',
    );
  }
}

/** An error's message may hold what a record holds. */
export function nameOf(why: unknown): string {
  if (typeof why === 'string') return why;
  return why instanceof Error ? why.name : 'unknown';
}
