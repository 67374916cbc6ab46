import type { Outcome } from '../../contract/answers.ts';
import { renderCard } from '../../outbound/renderCard.ts';
import template from '../cards/receipt.json' with { type: 'json' };
import type { Chat, Reply } from '../chat.ts';

/**
 * What a sent report is replaced by: the reference in a line of its own, what happens next, by when and with whom.
 * Made from the outcome on the receipt alone, so that a second tap shows the same.
 */
export function receiptReply(chat: Chat, { ref = '', message, warnings = [] }: Outcome): Reply {
  const card = renderCard(template, {
    ref,
    message,
    warnings: warnings.map(({ rule, message: warning }) => ({ rule, message: warning })),
    values: {
      buttons: [{ title: 'My reports', say: 'my reports' }],
      url: `${chat.tabUrl}/#/incidents/${encodeURIComponent(ref)}`,
    },
  });
  return { card, identifiers: [], settled: true };
}
