/** Closing a report with feedback (I4), as a card. */
import { closeOutcomes } from '../../contract/incident.ts';
import { renderCard } from '../../outbound/renderCard.ts';
import template from '../cards/close.json' with { type: 'json' };
import { amount, filled, text, typed, type CardData } from './cardInput.ts';
import { choicesOf } from './choices.ts';
import { reasonsIn, typedInto, type Problems } from './problems.ts';

export const closeFields = ['outcome', 'feedback'] as const;

/** What the card sends, as `incident.close` takes it. */
export function closeInput(data: CardData): Record<string, unknown> {
  return filled({
    ref: typed(data, 'ref'),
    version: amount(data, 'version'),
    outcome: text(data, 'outcome'),
    feedback: typed(data, 'feedback'),
    reasons: reasonsIn(data),
  });
}

/** The form, filled with `data` as a card sends it. */
export function closeCard(data: CardData, problems: Problems) {
  const ref = typed(data, 'ref');
  return renderCard(template, {
    ref,
    ...problems,
    values: {
      ...typedInto(data, closeFields),
      ref,
      id: typed(data, 'id'),
      version: typed(data, 'version'),
      outcomeChoices: choicesOf(closeOutcomes),
    },
  });
}
