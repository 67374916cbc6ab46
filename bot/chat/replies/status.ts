/** Where a report stands, in a card that also holds the next steps this person may take. */
import type { IncidentPage, IncidentStatus } from '../../contract/answers.ts';
import { incidentStates } from '../../contract/incident.ts';
import type { Person } from '../../desk/caller.ts';
import { renderCard } from '../../outbound/renderCard.ts';
import template from '../cards/status.json' with { type: 'json' };
import type { Chat, Reply, Turn } from '../chat.ts';
import { mayChangeReports } from '../offers.ts';
import { recordUrl } from '../recordUrl.ts';
import { itemReply, meetingReply } from './panel.ts';
import { refused } from './refused.ts';

export interface Extra {
  /** What has just been done, or why not. */
  readonly note?: string;
  /** What the person had written on a form that could not be sent any more: it is not lost. */
  readonly kept?: string;
}

type Step = IncidentPage['steps'][number];

/** Steps that a card offers, the verb each sends, and its words. Linking is said, not tapped. */
const stepButtons: Readonly<Partial<Record<Step, { readonly title: string; readonly verb: string }>>> = {
  'incident.takeIntoReview': { title: 'Take into review', verb: 'incident.takeIntoReview' },
  'incident.close': { title: 'Give feedback', verb: 'incident.close.form' },
  'incident.addFacts': { title: 'Add facts', verb: 'incident.addFacts.form' },
};

/** Records with a status card of their own, by the type that begins their reference. */
const otherReplies: Readonly<Record<string, typeof itemReply>> = { ITM: itemReply, MTG: meetingReply };

/** The status line is asked first; the page, for its steps, only by those who may have some: no false refusal is logged. */
export async function statusReply(chat: Chat, turn: Turn, ref: string, extra: Extra = {}): Promise<Reply> {
  const other = otherReplies[ref.slice(0, 3)];
  if (other) return other(chat, turn, ref, extra.note);
  const { person } = turn;
  const line = await chat.desk.ask(person, { name: 'incident.status', input: { ref } });
  if (!line.answered) return refused(chat, line.refusal);
  if (line.answer.mine || (await mayTakeSteps(chat, person))) {
    const page = await chat.desk.ask(person, { name: 'incident.page', input: { ref } });
    if (page.answered) {
      const { status, steps } = page.answer;
      return { card: statusCard(chat, status, steps, extra), identifiers: page.identifiers };
    }
  }
  return { card: statusCard(chat, line.answer, [], extra), identifiers: line.identifiers };
}

/** Whether a role of theirs ever takes a step on a report that somebody else has sent. */
async function mayTakeSteps({ desk }: Chat, person: Person): Promise<boolean> {
  const me = await desk.ask(person, { name: 'me', input: {} });
  return me.answered && me.answer.roles.some(mayChangeReports);
}

function statusCard(chat: Chat, status: IncidentStatus, steps: readonly Step[], extra: Extra) {
  const { ref, version, feedback } = status;
  return renderCard(template, {
    ref,
    stateLabel: status.stateLabel,
    means: incidentStates[status.state].means,
    facts: [
      { title: 'Reported', value: status.reported },
      ...(status.withWhom ? [{ title: 'With', value: status.withWhom }] : []),
      { title: 'Next', value: status.next },
    ],
    ...(feedback
      ? {
          feedback: feedback.text,
          feedbackOutcome: feedback.outcome,
          feedbackBy: `${feedback.by}, ${feedback.given}`,
        }
      : {}),
    ...extra,
    values: {
      steps: steps.flatMap((step) => {
        const button = stepButtons[step];
        return button ? [{ ...button, ref, version }] : [];
      }),
      url: recordUrl(chat, ref),
    },
  });
}
