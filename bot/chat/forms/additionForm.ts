/** Facts added later to a report, as a card. */
import { renderCard } from '../../outbound/renderCard.ts';
import template from '../cards/addFacts.json' with { type: 'json' };
import { filled, typed, type CardData } from './cardInput.ts';
import { reasonsIn, typedInto, type Problems } from './problems.ts';

export const additionFields = ['text'] as const;

/** What the card sends, as `incident.addFacts` takes it. */
export function additionInput(data: CardData): Record<string, unknown> {
  return filled({ ref: typed(data, 'ref'), text: typed(data, 'text'), reasons: reasonsIn(data) });
}

/** The form, filled with `data` as a card sends it. */
export function additionCard(data: CardData, problems: Problems) {
  const ref = typed(data, 'ref');
  return renderCard(template, {
    ref,
    ...problems,
    values: { ...typedInto(data, additionFields), ref, id: typed(data, 'id') },
  });
}
