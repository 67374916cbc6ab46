/** Notices (D11): into each addressee's inbox at once, then to Teams when people are awake. */
import type { Delivery } from '../desk/backroom.ts';
import type { Stored } from '../desk/ports.ts';
import type { OutboxRow } from '../desk/rows.ts';
import { keepTrying, leaveUntil, retry, settle } from './conclude.ts';
import type { MayGoOn, Sent, Work } from './ports.ts';
import { isQuiet, nextMorning } from './quietHours.ts';

interface Filed {
  readonly row: Stored<OutboxRow>;
  /** Those of its notices that Teams has still to show. What was read in the tab meanwhile is not announced. */
  readonly waiting: readonly Delivery[];
}

/**
 * Safe to repeat: a notice is filed once, and delivered once unless the process dies between sending it and noting
 * that it was sent. Rows that fail do not hold up the others. `mayGoOn` is asked before each message; rows with a message
 * it did not allow are left as they are.
 */
export async function deliverNotices<M>(
  work: Work<M>,
  rows: readonly Stored<OutboxRow>[],
  mayGoOn: MayGoOn,
): Promise<void> {
  const filed = await fileAll(work, rows);
  const now = work.clock.now();
  if (isQuiet(now)) {
    for (const { row, waiting } of filed) {
      await (waiting.length > 0 ? leaveUntil(work, row, nextMorning(now)) : settle(work, row));
    }
    return;
  }
  const told = new Set<Delivery>();
  const failures = new Map<Delivery, unknown>();
  for (const waiting of byPerson(filed)) {
    if (!(await mayGoOn())) break;
    const failure = await tell(work, waiting).catch((error: unknown) => error);
    for (const delivery of waiting) {
      told.add(delivery);
      if (failure !== undefined) failures.set(delivery, failure);
    }
  }
  for (const { row, waiting } of filed) {
    if (!waiting.every((delivery) => told.has(delivery))) continue;
    const failed = waiting.find((delivery) => failures.has(delivery));
    await (failed ? retry(work, row, failures.get(failed)) : settle(work, row));
  }
}

async function fileAll<M>(work: Work<M>, rows: readonly Stored<OutboxRow>[]): Promise<Filed[]> {
  const filed: Filed[] = [];
  for (const row of rows) {
    try {
      const deliveries = await work.backroom.fileNotice(row.row);
      if (deliveries.length === 0) {
        // Nobody holds the role today. Somebody will, and must find it then.
        await keepTrying(work, row, 'no addressee');
        continue;
      }
      const waiting = deliveries.filter(
        ({
          notice: {
            row: { delivery, unread },
          },
        }) => delivery === 'waiting' && unread,
      );
      filed.push({ row, waiting });
    } catch (error) {
      await retry(work, row, error);
    }
  }
  return filed;
}

type Together = readonly [Delivery, ...Delivery[]];

function byPerson(filed: readonly Filed[]): Together[] {
  const people = new Map<string, Together>();
  for (const delivery of filed.flatMap(({ waiting }) => waiting)) {
    const { person } = delivery.notice.row;
    const before = people.get(person);
    people.set(person, before ? [...before, delivery] : [delivery]);
  }
  return [...people.values()];
}

/** One message for everything that waits for one person. Gives a word when it has to be tried again. */
async function tell<M>(work: Work<M>, waiting: Together): Promise<'busy' | undefined> {
  const [first, ...others] = waiting;
  const sent = others.length > 0 ? await gather(work, waiting) : await tellOne(work, first);
  if (!sent.sent && sent.why === 'busy') return 'busy';
  // The gate has logged it, and would keep the same words back again. The inbox has the notice; nobody is unreachable.
  if (!sent.sent && sent.why === 'withheld') return undefined;
  const { backroom } = work;
  for (const { notice } of waiting) {
    if (!sent.sent) await backroom.recordDelivery(notice, 'unreachable');
    else if (others.length > 0) await backroom.recordDelivery(notice, 'sent');
    else
      await backroom.recordDelivery(notice, 'sent', {
        conversation: first.conversation?.reference ?? {},
        activity: sent.activity,
      });
  }
  return undefined;
}

const noTeams: Sent = { sent: false, why: 'unreachable' };

async function tellOne<M>(work: Work<M>, { notice: { row }, conversation }: Delivery): Promise<Sent> {
  if (!conversation) return noTeams;
  const present = await work.presentState(row.ref, row.person);
  return work.sender.post(
    conversation.reference,
    work.messages.notice(row, present),
    present?.identifiers ?? [],
  );
}

async function gather<M>(work: Work<M>, waiting: Together): Promise<Sent> {
  const [{ conversation }] = waiting;
  if (!conversation) return noTeams;
  return work.sender.post(conversation.reference, work.messages.gathered(waiting.length), []);
}
