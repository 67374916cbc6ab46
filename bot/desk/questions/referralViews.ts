/** A referral in words: its status line, its line in a list, and what the call list says of it. */
import type { Answer } from '../../contract/questions.ts';
import { referralQueue } from '../../contract/referral.ts';
import { contactOutcomes, halfDays, referralStates } from '../../contract/referralWords.ts';
import { unreachableFrom } from '../../domain/rehab/endReferral.ts';
import { sessionsAttended, type Referral } from '../../domain/rehab/referral.ts';
import { calendarOf } from '../../domain/time/bankHolidays.ts';
import { dateLabel } from '../../domain/time/labels.ts';
import { deadlineInWords, momentInWords } from './labels.ts';
import { isOver, needsInWords, sessionView } from './sessionViews.ts';

const calendar = calendarOf();

export function statusOf(referral: Referral, who: string, now: Temporal.Instant): Answer<'referral.status'> {
  return {
    ref: referral.ref,
    state: referral.state,
    stateLabel: referralStates[referral.state].label,
    sent: momentInWords(referral.createdAt),
    next: nextStep(referral, now),
    version: referral.version,
    mine: referral.createdBy === who,
    sessionsAttended: sessionsAttended(referral),
    ...outcomeOf(referral),
  };
}

export function rowOf(referral: Referral, now: Temporal.Instant): Answer<'referral.list'>['rows'][number] {
  const queue = referralQueue.safeParse(referral.queue);
  const [due] = openDeadlines(referral, now);
  return {
    ref: referral.ref,
    version: referral.version,
    state: referral.state,
    stateLabel: referralStates[referral.state].label,
    ...(queue.success ? { queue: queue.data } : {}),
    patient: nameOf(referral),
    practice: referral.body.practice,
    sent: momentInWords(referral.createdAt),
    next: nextStep(referral, now),
    ...(due ? { due } : {}),
  };
}

export function callRowOf(
  referral: Referral,
  now: Temporal.Instant,
): Answer<'referral.calls'>['rows'][number] {
  const { form, calls } = referral.body;
  return {
    ...rowOf(referral, now),
    phone: form.patientPhone,
    ...(form.altPhone ? { altPhone: form.altPhone } : {}),
    advice: adviceOf(referral),
    needs: needsInWords(referral),
    leaveNoMessage: form.safeToLeaveMessage === false,
    calls: calls.length,
    ...lastCall(referral),
    unreachableFrom: unreachableLabel(referral),
  };
}

/** When to ring and what may be said to whoever answers. */
export function adviceOf({ body: { form } }: Referral): string[] {
  const message =
    form.safeToLeaveMessage === undefined
      ? 'Not said whether a message may be left'
      : form.safeToLeaveMessage
        ? 'A message may be left'
        : 'Leave no message';
  return [
    message,
    ...(form.bestTimes ? [`Best times: ${form.bestTimes}`] : []),
    ...(form.preferredTimes?.length
      ? [`Sessions: ${form.preferredTimes.map((time) => halfDays[time]).join(', ')}`]
      : []),
  ];
}

export function lastCall({ body: { calls } }: Referral): { last?: string } {
  const last = calls.at(-1);
  return last ? { last: `${contactOutcomes[last.outcome]}, ${momentInWords(last.at)}` } : {};
}

export const unreachableLabel = (referral: Referral) => dateLabel(unreachableFrom(referral, { calendar }));

export const nameOf = ({ body: { form } }: Referral) => `${form.patientFirstName} ${form.patientLastName}`;

/** Deadlines still open, the next one first. */
export function openDeadlines(referral: Referral, now: Temporal.Instant) {
  return Object.entries(referral.deadlines)
    .filter(([, kept]) => !kept.settledAt && !kept.cancelled)
    .toSorted(([, a], [, b]) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1))
    .map(([rule, kept]) => deadlineInWords(rule, kept, now));
}

function nextStep(referral: Referral, now: Temporal.Instant): string {
  const { body, state } = referral;
  switch (state) {
    case 'SUBMITTED':
      return promise(referral, 'DL-19', now, 'The patient is still to be rung, by');
    case 'CONTACTING':
      return `The patient is to be rung again on ${dateLabel(Temporal.PlainDate.from(body.callBackOn ?? ''))}.`;
    case 'ACCEPTED':
      return promise(referral, 'DL-21', now, 'The first session is still to be offered, by');
    case 'S1_BOOKED':
      return sessionAhead(referral, 1, now);
    case 'S1_DONE':
      return promise(referral, 'DL-22', now, 'Session 2 is still to be held, by');
    case 'S2_BOOKED':
      return sessionAhead(referral, 2, now);
    case 'S1_DNA':
    case 'S1_CANCELLED':
      return 'Session 1 is still to be booked again.';
    case 'S2_DNA':
    case 'S2_CANCELLED':
      return 'Session 2 is still to be booked again.';
    case 'S2_DONE':
      return 'The award is still to be recorded.';
    case 'DECLINED':
    case 'UNREACHABLE':
    case 'COMPLETED':
    case 'COMPLETED_NO_AWARD':
    case 'CLOSED_DNA':
    case 'WITHDRAWN':
      return suggestions[state];
  }
}

const suggestions = {
  DECLINED: 'The patient said no, without any disadvantage. Refer them again once they agree.',
  UNREACHABLE: 'Ask the patient for another telephone number, and refer them again.',
  COMPLETED: 'Nothing more is to come.',
  COMPLETED_NO_AWARD: 'Both sessions were attended. Nothing more is to come.',
  CLOSED_DNA: 'The patient missed a session twice. Refer them again once they agree.',
  WITHDRAWN: 'It was taken back, without any disadvantage. Refer the patient again once they agree.',
} as const;

function outcomeOf(referral: Referral): Pick<Answer<'referral.status'>, 'outcome'> {
  const { state } = referral;
  const { ended } = referral.body;
  if (!ended || !isLast(state)) return {};
  const award = ended.award
    ? `Award made on ${dateLabel(Temporal.PlainDate.from(ended.award.on))}`
    : undefined;
  return {
    outcome: {
      on: momentInWords(ended.at),
      sessionsAttended: sessionsAttended(referral),
      ...(award ? { award } : {}),
      suggestion: suggestions[state],
    },
  };
}

const isLast = (state: string): state is keyof typeof suggestions => Object.hasOwn(suggestions, state);

/** What is still to be done, by when; once the day has passed, that it is late. */
function promise(referral: Referral, rule: string, now: Temporal.Instant, words: string): string {
  const deadline = deadlineInWords(rule, referral.deadlines[rule] ?? {}, now);
  return deadline.state === 'OVERDUE'
    ? `This is late: it was due by ${deadline.due}.`
    : `${words} ${deadline.due}.`;
}

/** When it is; once it is over, that nobody has said yet how it went. */
function sessionAhead({ body }: Referral, number: 1 | 2, now: Temporal.Instant): string {
  const session = body.sessions[number];
  if (!session) return `Session ${number} is still to be booked.`;
  const { day, time } = sessionView(number, session, now);
  return isOver(session, now)
    ? `Session ${number} was on ${day}, ${time}. It has no result yet.`
    : `Session ${number} is on ${day}, ${time}.`;
}
