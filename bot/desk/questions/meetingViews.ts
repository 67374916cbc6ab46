/** A panel meeting in words, for a list and for the panel room. */
import { itemTypes, meetingModes, meetingStates, panelSeat, panelSeats } from '../../contract/panel.ts';
import type { Answer } from '../../contract/questions.ts';
import type { MeetingPage } from '../../contract/panelAnswers.ts';
import type { Item } from '../../domain/panel/item.ts';
import { meetingMay, type Meeting } from '../../domain/panel/meeting.ts';
import { isPresent, isQuorate, seatOf } from '../../domain/panel/seats.ts';
import { seatsAt } from '../../domain/panel/seatsAt.ts';
import { momentInWords } from '../../domain/panel/planMeeting.ts';
import { londonDate } from '../../domain/time/london.ts';
import { itemView, type ItemRights } from './itemViews.ts';

export function meetingRowOf(meeting: Meeting, who: string): Answer<'meeting.list'>['rows'][number] {
  const mySeat = seatOf(meeting.body.seats, who);
  return {
    ref: meeting.ref,
    state: meeting.state,
    stateLabel: meetingStates[meeting.state].label,
    when: momentInWords(meeting),
    mode: meetingModes[meeting.body.mode],
    items: meeting.body.listed,
    ...(mySeat ? { mySeat } : {}),
  };
}

export interface MeetingRights {
  readonly who: string;
  readonly now: Temporal.Instant;
  readonly mayFillSeats: boolean;
  readonly mayList: boolean;
  /** Any seat's presence, for the chair and the Primary Care Team. */
  readonly mayMarkAnyone: boolean;
  readonly items: (item: Item) => Pick<ItemRights, 'votes' | 'castingVote'>;
}

export function meetingPageOf(meeting: Meeting, items: readonly Item[], rights: MeetingRights): MeetingPage {
  const { who } = rights;
  const { items: _count, ...row } = meetingRowOf(meeting, who);
  const { openItem } = meeting.body;
  return {
    ...row,
    version: meeting.version,
    seats: panelSeat.options.map((seat) => seatView(seat, meeting, who)),
    quorate: isQuorate(meeting.body.seats),
    items: inOrder(items).map((item) =>
      itemView(item, meeting, {
        who,
        seat: seatOf(seatsAt(item, meeting), who),
        mayFillSeats: rights.mayFillSeats,
        mayList: rights.mayList,
        mayMarkAnyone: rights.mayMarkAnyone,
        ...rights.items(item),
      }),
    ),
    ...(openItem ? { openItem } : {}),
    steps: stepsOf(meeting, rights),
  };
}

function seatView(seat: keyof typeof panelSeats, meeting: Meeting, who: string) {
  const holder = meeting.body.seats[seat];
  return {
    seat,
    label: panelSeats[seat],
    ...(holder ? { person: holder.person, name: holder.name } : {}),
    nominee: holder?.nominee ?? false,
    present: isPresent(holder),
    mine: holder?.person === who,
  };
}

/** MG2: the sections in their fixed order, each as it was listed. */
function inOrder(items: readonly Item[]): Item[] {
  const sections = Object.keys(itemTypes);
  const place = ({ body }: Item) => sections.indexOf(body.itemType) * 1000 + body.number;
  return items.toSorted((one, other) => place(one) - place(other));
}

function stepsOf(meeting: Meeting, rights: MeetingRights): MeetingPage['steps'] {
  const { state, body } = meeting;
  const mine = seatOf(body.seats, rights.who);
  const marked = panelSeat.options.filter(
    (seat) => body.seats[seat] && (rights.mayMarkAnyone || seat === mine),
  );
  const isDay = Temporal.PlainDate.compare(londonDate(rights.now), body.date.slice(0, 10)) >= 0;
  const isChair = mine === 'CHAIR';
  const steps: MeetingPage['steps'] = [];
  const mayStill = meetingMay('meeting.fillSeat', state);
  if (rights.mayFillSeats && mayStill && !body.openItem) steps.push('meeting.fillSeat');
  if (rights.mayList && mayStill) steps.push('item.add');
  if (
    (state === 'IN_SESSION' || (state === 'PLANNED' && isDay)) &&
    marked.some((s) => !isPresent(body.seats[s]))
  )
    steps.push('meeting.arrive');
  if (mayStill && marked.some((seat) => isPresent(body.seats[seat]))) steps.push('meeting.leave');
  if (isChair && meetingMay('meeting.start', state)) steps.push('meeting.start');
  if (isChair && meetingMay('meeting.close', state) && !body.openItem) steps.push('meeting.close');
  return steps;
}
