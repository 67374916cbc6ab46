/** Where a referral stands, and the referrals of one's practice: references, states and dates, nothing of the patient. */
import type { ReferralStatus } from '../../contract/referralAnswers.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { referralStates } from '../../contract/referralWords.ts';
import { renderCard } from '../../outbound/renderCard.ts';
import template from '../cards/status.json' with { type: 'json' };
import type { Chat, Reply, Turn } from '../chat.ts';
import { recordUrl } from '../recordUrl.ts';
import { lineFor, listCard, listSize } from './lists.ts';
import { refused } from './refused.ts';

export async function referralStatusReply(chat: Chat, { person }: Turn, ref: string): Promise<Reply> {
  const asked = await chat.desk.ask(person, { name: 'referral.status', input: { ref } });
  if (!asked.answered) return whereTrainersLook(chat, { person }, asked.refusal);
  const status = asked.answer;
  const card = renderCard(template, {
    ref: status.ref,
    stateLabel: status.stateLabel,
    means: referralStates[status.state].means,
    facts: [
      { title: 'Sent', value: status.sent },
      // At the end the report says what can be done next.
      ...(status.outcome ? [] : [{ title: 'Next', value: status.next }]),
      { title: 'Sessions attended', value: `${status.sessionsAttended} of 2` },
      ...outcomeFacts(status),
    ],
    values: { steps: [], url: recordUrl(chat, status.ref) },
  });
  return { card, identifiers: asked.identifiers };
}

/**
 * A trainer sees no referral, only sessions of their own: that is where the notice of a booking leads. The same is said
 * of any reference, so that nobody learns whether there is one.
 */
async function whereTrainersLook(chat: Chat, { person }: Turn, refusal: Refusal): Promise<Reply> {
  if (refusal.code !== 'notAvailable') return refused(chat, refusal);
  const asked = await chat.desk.ask(person, { name: 'me', input: {} });
  if (!asked.answered || !asked.answer.roles.every(({ role }) => role === 'RTR'))
    return refused(chat, refusal);
  const line = 'You find the day, the time and what the patient needs in the tab.';
  return { card: listCard(chat, { title: 'Your sessions', line, rows: [] }), identifiers: [] };
}

function outcomeFacts({ outcome }: ReferralStatus) {
  if (!outcome) return [];
  return [
    { title: 'Ended', value: outcome.on },
    ...(outcome.award ? [{ title: 'Award', value: outcome.award }] : []),
    { title: 'What you can do', value: outcome.suggestion },
  ];
}

export async function myReferrals(chat: Chat, { person }: Turn): Promise<Reply> {
  const asked = await chat.desk.ask(person, { name: 'referral.mine', input: { size: listSize } });
  if (!asked.answered) return refused(chat, asked.refusal);
  const { rows, next } = asked.answer;
  const card = listCard(chat, {
    title: 'My referrals',
    line: lineFor(rows.length, next, {
      none: 'Your practice has not referred anyone yet. Say "refer" to begin.',
      all: 'Those of your practice, newest first.',
      some: `The newest ${listSize} of your practice. All of them are in the tab.`,
    }),
    rows: rows.map(({ ref, stateLabel, sent, next: coming }) => ({
      text: `${stateLabel}. ${coming}`,
      small: `Sent ${sent}`,
      values: { title: ref, say: `status ${ref}` },
    })),
    buttons: [{ title: 'Refer', say: 'refer' }],
  });
  return { card, identifiers: asked.identifiers };
}
