/** Where a placement stands, as much of it as the role may see: reference, state and dates, nothing of the patient. */
import { placementStates } from '../../contract/placement.ts';
import type { PlacementStatus } from '../../contract/placementAnswers.ts';
import { renderCard } from '../../outbound/renderCard.ts';
import template from '../cards/status.json' with { type: 'json' };
import type { Chat, Reply, Turn } from '../chat.ts';
import { recordUrl } from '../recordUrl.ts';
import { refused } from './refused.ts';
import { sentence } from './sentence.ts';

export async function placementStatusReply(chat: Chat, { person }: Turn, ref: string): Promise<Reply> {
  const asked = await chat.desk.ask(person, { name: 'placement.status', input: { ref } });
  if (!asked.answered) return refused(chat, asked.refusal);
  const { identifiers, answer } = asked;
  const { standing } = answer;
  if (!standing) return { ...sentence({ title: answer.ref, lines: [lineOf(answer)] }), identifiers };
  const card = renderCard(template, {
    ref: answer.ref,
    stateLabel: standing.stateLabel,
    means: placementStates[standing.state].means,
    facts: [{ title: 'On the scheme since', value: standing.entered }],
    values: { steps: [], url: recordUrl(chat, answer.ref) },
  });
  return { card, identifiers };
}

/** For the practice the patient was removed from, and for the programme. */
const lineOf = ({ decision }: PlacementStatus) => decision ?? 'This patient is or was on the scheme.';
