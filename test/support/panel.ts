/** A panel of the fictional area, brought by the desk itself to any point of a meeting. */
import assert from 'node:assert/strict';
import type { CommandName } from '../../bot/contract/commands.ts';
import type { Direction, PanelSeat } from '../../bot/contract/panel.ts';
import type { Person } from '../../bot/desk/caller.ts';
import type { Desk } from '../../bot/desk/desk.ts';
import type { Performed } from '../../bot/desk/perform.ts';
import { makeReference } from '../../bot/domain/references.ts';
import { newId, people } from './house.ts';

export const caseRef = makeReference('INC', 2027, 483_927);

/** Who sits where in the fictional area's panel. */
export const members: Readonly<Record<PanelSeat, Person>> = {
  CHAIR: people.accountable,
  CONTRACTS: people.contracts,
  GP: people.gp,
  LAY: people.lay,
};
export const seatNames: readonly PanelSeat[] = ['CHAIR', 'CONTRACTS', 'GP', 'LAY'];
export const chair = members.CHAIR;

export function give(
  desk: Desk,
  who: Person,
  name: CommandName,
  input: Record<string, unknown>,
  id = newId(),
): Promise<Performed> {
  return desk.perform(who, { id, name, input });
}

/** A command that has to be accepted; gives the reference it answers with. */
export async function done(...command: Parameters<typeof give>): Promise<string> {
  const result = await give(...command);
  assert(result.done, result.done ? '' : `${command[2]}: ${result.refusal.message}`);
  return result.outcome.ref ?? '';
}

/** What is said to somebody whose command is refused. */
export async function refusalOf(...command: Parameters<typeof give>) {
  const result = await give(...command);
  assert(!result.done, `${command[2]} was done`);
  return result.refusal;
}

/** Plans a meeting on an afternoon (London wall time) and fills its four seats. */
export async function plan(desk: Desk, date = '2027-01-11T14:00'): Promise<string> {
  const ref = await done(desk, people.officer, 'meeting.plan', { date, mode: 'VIRTUAL' });
  for (const seat of seatNames) {
    const { person } = members[seat];
    await done(desk, people.officer, 'meeting.fillSeat', { ref, seat, person });
  }
  return ref;
}

/** A meeting in session with everybody there. */
export async function sit(desk: Desk, date?: string): Promise<string> {
  const ref = await plan(desk, date);
  await done(desk, chair, 'meeting.start', { ref });
  for (const seat of seatNames.slice(1)) await done(desk, members[seat], 'meeting.arrive', { ref });
  return ref;
}

export interface AtItem {
  readonly meeting: string;
  readonly ref: string;
}

export async function list(desk: Desk, meeting: string, type = 'NEW'): Promise<AtItem> {
  const ref = await done(desk, people.officer, 'item.add', { ref: meeting, type, about: caseRef });
  return { meeting, ref };
}

/** An item on which votes are taken. */
export async function vote(desk: Desk, date?: string): Promise<AtItem> {
  const item = await list(desk, await sit(desk, date));
  await done(desk, chair, 'item.open', { ...item });
  await done(desk, chair, 'item.startVote', { ...item });
  return item;
}

/** Everybody votes, in the order of the seats. */
export async function castAll(desk: Desk, item: AtItem, directions: readonly Direction[]): Promise<void> {
  for (const [index, direction] of directions.entries()) {
    const seat = seatNames[index];
    assert(seat);
    await cast(desk, item, seat, direction);
  }
}

/** One seat votes from the page as it stands. */
export async function cast(desk: Desk, item: AtItem, seat: PanelSeat, direction: Direction): Promise<void> {
  const asked = await desk.ask(members[seat], { name: 'item.card', input: { ref: item.ref } });
  assert(asked.answered);
  await done(desk, members[seat], 'ballot.cast', {
    ...item,
    direction,
    revision: asked.answer.revision,
  });
}

export async function pageOf(desk: Desk, who: Person, meeting: string) {
  const asked = await desk.ask(who, { name: 'meeting.page', input: { ref: meeting } });
  assert(asked.answered, asked.answered ? '' : asked.refusal.message);
  return asked.answer;
}

export async function itemOnPage(desk: Desk, who: Person, { meeting, ref }: AtItem) {
  const page = await pageOf(desk, who, meeting);
  const item = page.items.find((candidate) => candidate.ref === ref);
  assert(item);
  return item;
}
