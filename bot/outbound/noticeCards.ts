/** What a person gets in Teams about a notice: one sentence, where the record stands, and the next step (D10, D11). */
import type { Activity } from 'botbuilder';
import { noticeWords } from '../desk/noticeWords.ts';
import gathered from './cards/gathered.json' with { type: 'json' };
import notice from './cards/notice.json' with { type: 'json' };
import { gatheredSentence } from './ownSentences.ts';
import { renderCard, type AdaptiveCard } from './renderCard.ts';

export interface NoticeOf {
  readonly template: string;
  readonly ref: string;
}

/** Where the record stands now, as far as this person may see it. */
export interface Present {
  readonly state: string;
  /** In words. */
  readonly label: string;
}

/**
 * The message of one notice, and later, for an edit, the same message about the record's present state. A step that no
 * longer applies, or of a record whose state is not known, has no button. A button holds a reference only: the chat makes
 * the command's id from who taps it (D7).
 */
export function noticeMessage({ template, ref }: NoticeOf, present?: Present): Partial<Activity> {
  const sentence = noticeWords(template, ref);
  const mayTake = template === 'incident.reported' && present?.state === 'REPORTED';
  // V7: the chair alone is told of a tie.
  const mayCast = template === 'item.tied' && present?.state === 'TIED';
  const card = renderCard(notice, {
    sentence,
    ...(present ? { state: present.label } : {}),
    values: {
      sentence,
      ref,
      ...(mayTake ? { take: true } : {}),
      ...(mayCast ? { casting: ref } : {}),
    },
  });
  return messageWith(card, sentence);
}

/** Several notices at once: how many, and the way to the inbox. No reference, so it is never edited. */
export function gatheredMessage(count: number): Partial<Activity> {
  const sentence = gatheredSentence(count);
  return messageWith(renderCard(gathered, { sentence, values: { sentence } }), sentence);
}

function messageWith(content: AdaptiveCard, summary: string): Partial<Activity> {
  return {
    type: 'message',
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  };
}
