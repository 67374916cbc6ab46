/**
 * The card of one agenda item. In the panel's channel everybody looks at the same one, so it is made from the answer of
 * `item.card` alone: never a direction, a tally, an outcome or a name (DOMAIN §8.1).
 */
import type { Activity } from 'botbuilder';
import type { ItemCard } from '../contract/panelAnswers.ts';
import { directions } from '../contract/panel.ts';
import template from './cards/item.json' with { type: 'json' };
import { itemSentence } from './ownSentences.ts';
import { renderCard, type AdaptiveCard } from './renderCard.ts';

export interface ItemCardOptions {
  /** Where the tab is served, without a slash at the end. */
  readonly tabUrl: string;
  /** What has just been done, for one person alone. */
  readonly note?: string;
  /** Whether the ballot is on the card while votes are taken. Default true: a shared card is for every seat. */
  readonly ballot?: boolean;
  /** Offers the chair the form of the casting vote (V7): in a chat of their own only. */
  readonly casting?: boolean;
}

/** The item as it stands. Each button holds the revision it was drawn with, so that a late tap changes nothing (D7). */
export function itemCard(item: ItemCard, options: ItemCardOptions): AdaptiveCard {
  const { ref, meeting, round, revision } = item;
  const isBallot = item.voting && options.ballot !== false;
  return renderCard(template, {
    ref,
    typeLabel: item.typeLabel,
    motion: item.motion,
    stateWords: item.stateWords,
    ...(options.note ? { note: options.note } : {}),
    means:
      isBallot || options.casting
        ? [`${directions.FOR}: ${item.forMeans}.`, `${directions.AGAINST}: ${item.againstMeans}.`].map(
            (words) => ({ words }),
          )
        : [],
    values: {
      sentence: itemSentence(ref),
      url: `${options.tabUrl}/#/meetings/${encodeURIComponent(meeting)}`,
      directions: isBallot
        ? Object.entries(directions).map(([direction, title]) => ({
            direction,
            title,
            meeting,
            ref,
            round,
            revision,
          }))
        : [],
      ...(options.casting ? { casting: ref } : {}),
    },
  });
}

/** The message in the panel's channel: posted once when the item is opened, and edited ever after (D10). */
export function createItemMessage(tabUrl: string): (item: ItemCard) => Partial<Activity> {
  const base = tabUrl.replace(/\/+$/, '');
  return (item) => ({
    type: 'message',
    summary: itemSentence(item.ref),
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: itemCard(item, { tabUrl: base }),
      },
    ],
  });
}
