/**
 * Cards already posted show their record's present state (D10), at any hour: an edit makes no sound. A notice whose step
 * somebody has taken waits no more in anyone's inbox.
 */
import { isOver, waitsForAStep } from '../desk/noticeWords.ts';
import type { Stored } from '../desk/ports.ts';
import type { OutboxRow, PostedRow } from '../desk/rows.ts';
import { retry, settle } from './conclude.ts';
import { itemCard } from './postItem.ts';
import type { MayGoOn, PresentState, Work } from './ports.ts';

/** However often a record has changed, each of its cards is edited once, one after the other. */
export async function editCards<M>(
  work: Work<M>,
  scope: string,
  rows: readonly Stored<OutboxRow>[],
  mayGoOn: MayGoOn,
): Promise<void> {
  for (const [ref, changes] of Map.groupBy(rows, ({ row }) => String(row.payload['ref']))) {
    const failure = await editCardsOf(work, scope, ref, mayGoOn).catch((error: unknown) => error);
    if (failure === stopped) return;
    for (const row of changes) await (failure === undefined ? settle(work, row) : retry(work, row, failure));
  }
}

const stopped = Symbol('the round may not go on');

/**
 * Gives the last failure when a card has to be tried again; the record's other cards are edited all the same. Gives
 * `stopped` when there were cards left that it may not edit.
 */
async function editCardsOf<M>(work: Work<M>, scope: string, ref: string, mayGoOn: MayGoOn): Promise<unknown> {
  const states = new Map<string, Promise<PresentState | undefined>>();
  const stateFor = (person: string) => {
    const state = states.get(person) ?? work.presentState(ref, person);
    states.set(person, state);
    return state;
  };
  let failure: unknown;
  for (const card of await work.backroom.postedCards(scope, ref)) {
    if (!(await mayGoOn())) return stopped;
    try {
      const edited = card.card === itemCard ? editItem(work, card) : editNotice(work, card, stateFor);
      if ((await edited) === 'busy') failure = 'busy';
    } catch (error) {
      failure = error;
    }
  }
  return failure;
}

const noticeCard = 'notice:';

async function editNotice<M>(
  work: Work<M>,
  { card, person, ref, notice, conversation, activity }: PostedRow,
  stateFor: (person: string) => Promise<PresentState | undefined>,
): Promise<'busy' | 'done'> {
  if (person === undefined || !card.startsWith(noticeCard)) return 'done';
  const template = card.slice(noticeCard.length);
  if (activity === undefined && !waitsForAStep(template)) return 'done';
  const present = await stateFor(person);
  if (notice !== undefined && present && isOver(template, present.state))
    await work.backroom.settleNotice(person, notice);
  if (activity === undefined) return 'done';
  const message = work.messages.notice({ template, ref }, present);
  const sent = await work.sender.edit(conversation, activity, message, present?.identifiers ?? []);
  return !sent.sent && sent.why === 'busy' ? 'busy' : 'done';
}

/** The same card for everybody in the channel, so it is made from the record and not for a person. */
async function editItem<M>(
  work: Work<M>,
  { scope, ref, conversation, activity }: PostedRow,
): Promise<'busy' | 'done'> {
  const posting = await work.backroom.itemCard(scope, ref);
  if (!posting || activity === undefined) return 'done';
  const message = work.messages.item(posting.card);
  const sent = await work.sender.edit(conversation, activity, message, posting.identifiers);
  return !sent.sent && sent.why === 'busy' ? 'busy' : 'done';
}
