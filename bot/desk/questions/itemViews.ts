/** An agenda item in words: for the channel, and for somebody in the panel room. */
import {
  directions,
  itemStates,
  itemTypes,
  motions,
  panelSeat,
  panelSeats,
  type Motion,
} from '../../contract/panel.ts';
import type { ItemCard, PanelItem } from '../../contract/panelAnswers.ts';
import { castCount, tallyOf, type Item } from '../../domain/panel/item.ts';
import { isPresent, isQuorate, type Meeting } from '../../domain/panel/meeting.ts';
import { momentInWords } from './labels.ts';

/** The card of a channel: reference, type, the catalogue's motion, and how far it is (DOMAIN §8.1). */
function cardOf(item: Item): ItemCard {
  const { itemType, motion, round, revision } = item.body;
  const cast = castCount(item);
  return {
    ref: item.ref,
    meeting: item.parent,
    type: itemType,
    typeLabel: itemTypes[itemType].label,
    motion: motions[motion].text,
    state: item.state,
    stateWords: item.state === 'VOTING' ? `${cast} of 4 cast` : itemStates[item.state].label,
    cast,
    round,
    revision,
    voting: item.state === 'VOTING',
  };
}

/** A card for a channel, with what must not be in it, for the gate (D12). */
export interface ItemPosting {
  readonly card: ItemCard;
  readonly identifiers: readonly string[];
}
export function itemPosting(item: Item, meeting: Meeting): ItemPosting {
  return { card: cardOf(item), identifiers: [...namesOf(meeting), ...itemIdentifiers(item)] };
}

/** Everyone who sits at a meeting: names of staff have no place in a channel. */
export const namesOf = (meeting: Meeting): string[] =>
  panelSeat.options.flatMap((seat) => meeting.body.seats[seat]?.name ?? []);

/** What somebody at the panel room may see and do. */
export interface ItemRights {
  readonly who: string;
  readonly seat: keyof typeof panelSeats | undefined;
  /** Others' ballots, once the chair has closed the vote. */
  readonly votes: boolean;
  readonly castingVote: boolean;
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
    ...(result ? { result } : {}),
    steps: stepsOf(item, meeting, rights.seat),
  };
}

function stepsOf(item: Item, meeting: Meeting, seat: ItemRights['seat']): PanelItem['steps'] {
  const isChair = seat === 'CHAIR';
  const steps: PanelItem['steps'] = [];
  if (meeting.state !== 'IN_SESSION' || !seat) return steps;
  if (isChair && item.state === 'LISTED' && !meeting.body.openItem) steps.push('item.open');
  if (isChair && item.state === 'OPEN') steps.push('item.startVote');
  if (item.state === 'VOTING' && isPresent(meeting.body.seats[seat])) steps.push('ballot.cast');
  if (isChair && item.state === 'VOTING' && castCount(item) === 4) steps.push('item.close');
  if (isChair && item.state === 'TIED') steps.push('item.castingVote');
  const mayDefer =
    item.state === 'OPEN' || item.state === 'VOTING' || (item.state === 'TIED' && !isQuorate(meeting));
  if (isChair && mayDefer) steps.push('item.defer');
  return steps;
}

function resultOf(item: Item, rights: ItemRights): PanelItem['result'] {
  const { result, deferral, closedAt, castingVote } = item.body;
  if (item.state !== 'TIED' && !result && !deferral) return undefined;
  const mayCount = rights.votes && closedAt !== undefined;
  return {
    words: resultWords(item, mayCount),
    ...(result ? { outcome: { code: result.outcome, label: outcomeLabel(item) } } : {}),
    ...(mayCount ? { tally: tallyOf(item), votes: votesOf(item) } : {}),
    ...(castingVote && rights.castingVote ? { castingVote: castingVoteView(castingVote) } : {}),
    ...(deferral?.reason ? { reason: deferral.reason } : {}),
  };
}

function resultWords(item: Item, mayCount: boolean): string {
  const { for: inFavour, against, abstain } = tallyOf(item);
  const counted = `${inFavour} for, ${against} against${abstain > 0 ? `, ${abstain} abstained` : ''}`;
  return mayCount ? `${endOf(item)}: ${counted}.` : `${endOf(item)}.`;
}

function endOf({ state, body: { result, castingVote } }: Item): string {
  if (!result) return state === 'TIED' ? 'Tied' : 'Deferred';
  const end = result.carried ? 'Carried' : 'Not carried';
  return castingVote ? `${end} by the chair's casting vote` : end;
}

function outcomeLabel({ body: { motion, result } }: Item): string {
  const { carried, notCarried }: Motion = motions[motion];
  return (result?.carried ? carried : notCarried).label;
}

function votesOf({ body: { ballots } }: Item) {
  return panelSeat.options.flatMap((seat) => {
    const ballot = ballots[seat];
    if (!ballot) return [];
    const { name, direction } = ballot;
    return [{ seat, label: panelSeats[seat], name, direction, directionLabel: directions[direction] }];
  });
}

function castingVoteView({ seat, name, direction, reason, at }: NonNullable<Item['body']['castingVote']>) {
  return {
    seat,
    label: panelSeats[seat],
    name,
    direction,
    directionLabel: directions[direction],
    reason,
    at: momentInWords(at),
  };
}

/** What of an item must never reach a channel: who voted, and everything somebody wrote (DOMAIN §8.1). */
export function itemIdentifiers({ body: { ballots, castingVote, deferral } }: Item): string[] {
  const names = panelSeat.options.flatMap((seat) => ballots[seat]?.name ?? []);
  const written = [castingVote?.name, castingVote?.reason, deferral?.by, deferral?.reason];
  return [...names, ...written.filter((text) => text !== undefined)];
}
