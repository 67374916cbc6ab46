/** An agenda item as a channel may see it, and what must not be in it (DOMAIN §8.1). */
import { decidedWords, itemStates, itemTypes, motions, panelSeat } from '../../contract/panel.ts';
import type { ItemCard } from '../../contract/panelAnswers.ts';
import { castCount, type Item } from '../../domain/panel/item.ts';
import type { Meeting } from '../../domain/panel/meeting.ts';

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
    forMeans: motions[motion].for,
    againstMeans: motions[motion].against,
    state: item.state,
    stateWords: stateWords(item, cast),
    cast,
    round,
    revision,
    voting: item.state === 'VOTING',
  };
}

/** A channel does not learn how the chair proposes to decide, or that they do (DOMAIN §8.1). */
function stateWords({ state }: Item, cast: number): string {
  if (state === 'VOTING') return `${cast} of 4 cast`;
  if (state === 'DECIDED') return decidedWords;
  return itemStates[state === 'CONSENSUS' ? 'OPEN' : state].label;
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

/** What of an item must never reach a channel: who voted, and everything somebody wrote (DOMAIN §8.1). */
export function itemIdentifiers({ body }: Item): string[] {
  const { ballots, castingVote, deferral, withdrawal, consensus, steppedOut } = body;
  const names = panelSeat.options.flatMap((seat) => [
    ballots[seat]?.name ?? [],
    consensus?.confirmed[seat]?.name ?? [],
    steppedOut?.[seat]?.name ?? [],
    steppedOut?.[seat]?.alternate?.name ?? [],
  ]);
  const written = [
    castingVote?.name,
    castingVote?.reason,
    consensus?.by,
    ...[deferral, withdrawal].flatMap((end) => [end?.by, end?.reason]),
  ];
  return [...names.flat(), ...written.filter((text) => text !== undefined)];
}
