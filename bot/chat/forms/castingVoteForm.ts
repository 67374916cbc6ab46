/** The chair's casting vote (V7), as a card in a chat of their own. */
import { directions } from '../../contract/panel.ts';
import type { PanelItem } from '../../contract/panelAnswers.ts';
import { renderCard } from '../../outbound/renderCard.ts';
import template from '../cards/castingVote.json' with { type: 'json' };
import { filled, text, typed, type CardData } from './cardInput.ts';
import { choicesOf } from './choices.ts';
import { typedInto, type Problems } from './problems.ts';

export const castingVoteFields = ['direction', 'reason'] as const;

/** What the card sends, as `item.castingVote` takes it. */
export function castingVoteInput(data: CardData): Record<string, unknown> {
  return filled({
    meeting: typed(data, 'meeting'),
    ref: typed(data, 'ref'),
    direction: text(data, 'direction'),
    reason: typed(data, 'reason'),
  });
}

const { FOR, AGAINST } = directions;

/** The form, filled with `data` as a card sends it. The words of the motion are the catalogue's. */
export function castingVoteCard(
  { motion, forMeans, againstMeans }: Pick<PanelItem, 'motion' | 'forMeans' | 'againstMeans'>,
  data: CardData,
  problems: Problems,
) {
  const ref = typed(data, 'ref');
  return renderCard(template, {
    ref,
    motion,
    ...problems,
    values: {
      ...typedInto(data, castingVoteFields),
      ref,
      meeting: typed(data, 'meeting'),
      id: typed(data, 'id'),
      directionChoices: choicesOf({ FOR: `${FOR}: ${forMeans}`, AGAINST: `${AGAINST}: ${againstMeans}` }),
    },
  });
}
