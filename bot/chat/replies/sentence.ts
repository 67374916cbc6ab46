/** A few sentences, with the buttons that lead on: no reply is a dead end. */
import { renderCard } from '../../outbound/renderCard.ts';
import template from '../cards/sentence.json' with { type: 'json' };
import type { Reply } from '../chat.ts';
import { helpButton, type Button } from '../offers.ts';

export interface Sentences {
  readonly title?: string;
  readonly lines: readonly string[];
  /** Set apart, in the colour of danger. */
  readonly danger?: string;
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
  readonly small?: string;
  /** Default: help. */
  readonly buttons?: readonly Button[];
}

export function sentence({ lines, buttons = [helpButton], ...rest }: Sentences): Reply {
  const card = renderCard(template, {
    ...rest,
    lines: lines.map((line) => ({ line })),
    values: { buttons },
  });
  return { card, identifiers: [] };
}
