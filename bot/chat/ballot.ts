import type { Person } from '../desk/caller.ts';
import type { Performed } from '../desk/perform.ts';
import type { Chat } from './chat.ts';
import { idOf } from './commandIds.ts';
import { amount, typed, type CardData } from './forms/cardInput.ts';

/**
 * V4, from a card that many people share. The id follows from the item, the round, who votes (one person holds one
 * seat), which way, and the revision the card was drawn with: a duplicate or late tap acts once, and as nobody else (D7).
 */
export async function castBallot({ desk }: Chat, person: Person, data: CardData): Promise<Performed> {
  const ref = typed(data, 'ref');
  const direction = typed(data, 'direction');
  return desk.perform(person, {
    id: idOf('ballot', ref, typed(data, 'round'), person.person, direction, typed(data, 'revision')),
    name: 'ballot.cast',
    input: { meeting: typed(data, 'meeting'), ref, direction, revision: amount(data, 'revision') },
  });
}
