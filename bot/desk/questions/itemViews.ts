/** An agenda item in words, for somebody in the panel room, and what they may do about it. */
import {
  conflicts,
  itemStates,
  itemTypes,
  motions,
  panelSeat,
  panelSeats,
  type Motion,
} from '../../contract/panel.ts';
import type { PanelItem } from '../../contract/panelAnswers.ts';
import { castCount, type Item } from '../../domain/panel/item.ts';
import { meetingMay, type Meeting } from '../../domain/panel/meeting.ts';
import { itemMay } from '../../domain/panel/itemTransitions.ts';
import { isPresent, isQuorate } from '../../domain/panel/seats.ts';
import { seatsAt, steppedOutOf } from '../../domain/panel/seatsAt.ts';
import { resultOf, type ResultRights } from './itemResult.ts';

/** What somebody at the panel room may see and do. */
export interface ItemRights extends ResultRights {
  readonly who: string;
  readonly seat: keyof typeof panelSeats | undefined;
  /** Seats of the meeting, its agenda, and anybody's presence: the chair's and the Primary Care Team's. */
  readonly mayFillSeats: boolean;
  readonly mayList: boolean;
  readonly mayMarkAnyone: boolean;
}

export function itemView(item: Item, meeting: Meeting, rights: ItemRights): PanelItem {
  const { body } = item;
  const motion: Motion = motions[body.motion];
  const own = rights.seat && body.ballots[rights.seat];
  const result = resultOf(item, rights);
  return {
    ref: item.ref,
    number: body.number,
    section: itemTypes[body.itemType].section,
    type: body.itemType,
    typeLabel: itemTypes[body.itemType].label,
    about: body.about,
    motionName: body.motion,
    motion: motion.text,
    forMeans: motion.for,
    againstMeans: motion.against,
    state: item.state,
    stateLabel: itemStates[item.state].label,
    round: body.round,
    revision: body.revision,
    cast: castCount(item),
    ...(own?.person === rights.who ? { mine: own.direction } : {}),
    ...(rights.seat ? { mySeat: rights.seat } : {}),
    ...consensusOf(item, motion, rights.seat),
    steppedOut: steppedOutViews(item, meeting),
    ...(result ? { result } : {}),
    steps: [...stepsOfSeat(item, meeting, rights.seat), ...stepsOfOffice(item, meeting, rights)],
  };
}

/** V2: for the seats that are asked, and for nobody else. */
function consensusOf({ body: { consensus } }: Item, motion: Motion, seat: ItemRights['seat']) {
  if (!consensus || !seat) return {};
  const { label } = consensus.proposed === 'FOR' ? motion.carried : motion.notCarried;
  const agreed = Object.keys(consensus.confirmed).length;
  return { consensus: { proposal: label, agreed, mine: consensus.confirmed[seat] !== undefined } };
}

function steppedOutViews(item: Item, meeting: Meeting): PanelItem['steppedOut'] {
  return panelSeat.options.flatMap((seat) => {
    const out = steppedOutOf(seat, item, meeting);
    if (!out) return [];
    const { name, conflict, alternate } = out;
    const view = { seat, label: panelSeats[seat], name, why: conflicts[conflict] };
    return [{ ...view, ...(alternate ? { alternate: alternate.name } : {}) }];
  });
}

/** What the holder of a seat may do at this item. */
function stepsOfSeat(item: Item, meeting: Meeting, seat: ItemRights['seat']): PanelItem['steps'] {
  if (meeting.state !== 'IN_SESSION' || !seat) return [];
  const seats = seatsAt(item, meeting);
  const isChair = seat === 'CHAIR';
  const isHere = isPresent(seats[seat]);
  const steps: PanelItem['steps'] = [];
  if (isChair && item.state === 'LISTED' && !meeting.body.openItem) steps.push('item.open');
  if (isChair && itemMay('item.startVote', item.state)) steps.push('item.startVote');
  if (isChair && itemMay('item.proposeConsensus', item.state)) steps.push('item.proposeConsensus');
  if (!isChair && isHere && item.state === 'CONSENSUS' && !item.body.consensus?.confirmed[seat])
    steps.push('item.answerConsensus');
  if (item.state === 'VOTING' && isHere) steps.push('ballot.cast');
  if (isChair && item.state === 'VOTING' && castCount(item) === 4) steps.push('item.close');
  if (isChair && item.state === 'TIED') steps.push('item.castingVote');
  const mayDefer = itemMay('item.defer', item.state) && (item.state !== 'TIED' || !isQuorate(seats));
  if (isChair && mayDefer) steps.push('item.defer');
  return steps;
}

/** What may be done about the item from beside the table, and by its members: conflicts, alternates, the agenda. */
function stepsOfOffice(item: Item, meeting: Meeting, rights: ItemRights): PanelItem['steps'] {
  if (!meetingMay('meeting.fillSeat', meeting.state)) return [];
  const steps: PanelItem['steps'] = [];
  if (itemMay('item.stepOut', item.state) && (rights.seat || rights.mayMarkAnyone))
    steps.push('item.stepOut');
  const isEmpty = panelSeat.options.some((seat) => steppedOutOf(seat, item, meeting));
  if (itemMay('item.seatAlternate', item.state) && rights.mayFillSeats && isEmpty)
    steps.push('item.seatAlternate');
  if (itemMay('item.withdraw', item.state) && rights.mayList) steps.push('item.withdraw');
  return steps;
}
