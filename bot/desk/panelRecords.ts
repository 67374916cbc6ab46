/** Heads as the panel's rules know them, and what the permission table must know of who sits where. */
import type { Item } from '../domain/panel/item.ts';
import type { Meeting } from '../domain/panel/meeting.ts';
import { seatOf } from '../domain/panel/seats.ts';
import { seatsAt } from '../domain/panel/seatsAt.ts';
import type { SeatAtMeeting, Subject } from './permissions/subject.ts';
import type { HeadRow } from './rows.ts';
import type { CommandSpec } from './spec.ts';

/** A head of type MTG holds a meeting's body: only the panel's rules write such heads. */
export const asMeeting = (head: HeadRow | undefined): Meeting => as<Meeting>('MTG', head);
export const asItem = (head: HeadRow | undefined): Item => as<Item>('ITM', head);

function as<T extends Meeting | Item>(type: T['type'], head: HeadRow | undefined): T {
  if (head?.type !== type) throw new Error(`The desk handed the panel a record that is no ${type}.`);
  const { id: _id, scope: _scope, kind: _kind, chain: _chain, guarded: _guarded, ...record } = head;
  return record as unknown as T;
}

/**
 * The seat somebody holds at a meeting. This version has neither pack nor minutes: the window of the suffix `m` opens
 * with the seat and stays open.
 */
export function seatsOf(meeting: Meeting, person: string): SeatAtMeeting[] {
  const seat = seatOf(meeting.body.seats, person) ?? meeting.body.alternates?.[person];
  return seat ? [{ seat, windowOpen: true }] : [];
}

/** MG6: at an item an alternate has the seat's rights; whoever stepped out keeps their place at the meeting. */
function seatsAtItem(item: Item, meeting: Meeting, person: string): SeatAtMeeting[] {
  const seat = seatOf(seatsAt(item, meeting), person);
  return seat ? [{ seat, windowOpen: true }] : seatsOf(meeting, person);
}

/**
 * For a command that names exactly these kinds of record, an item together with its own meeting. Anything else lies in
 * no area, and so within nobody's reach.
 */
export function seated(...types: readonly ('ITM' | 'MTG')[]): NonNullable<CommandSpec<unknown>['subject']> {
  return (_head, _grant, person, heads): Partial<Subject> => {
    const meeting = heads.find(({ type }) => type === 'MTG');
    const belongs = heads.every(
      ({ type, parent }, index) => type === types[index] && (type === 'MTG' || parent === meeting?.ref),
    );
    if (!meeting || !belongs || heads.length !== types.length) return { area: '' };
    const item = heads.find(({ type }) => type === 'ITM');
    return {
      meetings: item
        ? seatsAtItem(asItem(item), asMeeting(meeting), person)
        : seatsOf(asMeeting(meeting), person),
    };
  };
}
