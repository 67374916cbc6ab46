import type { Outcome } from '../../contract/answers.ts';
import { renderCard } from '../../outbound/renderCard.ts';
import report from '../cards/receipt.json' with { type: 'json' };
import referral from '../cards/referralReceipt.json' with { type: 'json' };
import type { Chat, Reply } from '../chat.ts';
import { recordUrl } from '../recordUrl.ts';

/** What was sent: its receipt's words, and the list it is found in afterwards. */
const kinds = {
  report: { template: report, list: { title: 'My reports', say: 'my reports' } },
  referral: { template: referral, list: { title: 'My referrals', say: 'my referrals' } },
};

/**
 * What a sent form is replaced by: the reference in a line of its own, what happens next, by when and with whom.
 * Made from the outcome on the receipt alone, so that a second tap shows the same.
 */
export function receiptReply(
  chat: Chat,
  { ref = '', message, warnings = [] }: Outcome,
  kind: keyof typeof kinds = 'report',
): Reply {
  const { template, list } = kinds[kind];
  const card = renderCard(template, {
    ref,
    message,
    warnings: warnings.map(({ rule, message: warning }) => ({ rule, message: warning })),
    values: {
      buttons: [list],
      url: recordUrl(chat, ref),
    },
  });
  return { card, identifiers: [], settled: true };
}
