/** Every question there is: its input and the shape of its answer. */
import { z } from 'zod';
import {
  dueItem,
  inboxItem,
  incidentPage,
  incidentRow,
  incidentStatus,
  me,
  page,
  reportForm,
} from './answers.ts';
import { auditQuestions } from './audit.ts';
import { incidentState, isoDate, reference } from './incident.ts';
import { referralQueue } from './referral.ts';
import {
  callRow,
  referralForm,
  referralPage,
  referralRow,
  referralStatus,
  sessionDay,
  sessionWeek,
  trainers,
} from './referralAnswers.ts';
import { peopleQuestions } from './people.ts';
import { paging } from './paging.ts';
import { retentionQuestions } from './retention.ts';
import { subjectAccessQuestions } from './subjectAccess.ts';
import { placementQuestions } from './placementAnswers.ts';
import { importQuestions } from './peopleImport.ts';
import { itemCard, meetingPage, meetingRow, seatCandidates } from './panelAnswers.ts';

export const questions = {
  me: { input: z.strictObject({}), answer: me, summary: 'Who you are and what you may do today.' },
  'incident.form': {
    input: z.strictObject({}),
    answer: reportForm,
    summary: 'What a new report form starts with, and the id to send it with.',
  },
  'incident.status': {
    input: z.strictObject({ ref: reference }),
    answer: incidentStatus,
    summary: 'Where a report stands, in one line.',
  },
  'incident.page': {
    input: z.strictObject({ ref: reference }),
    answer: incidentPage,
    summary: 'Everything about a report that your role may see.',
  },
  'incident.mine': {
    input: z.strictObject(paging),
    answer: page(incidentRow),
    summary: 'Your own reports, newest first.',
  },
  'incident.list': {
    input: z.strictObject({ ...paging, state: incidentState.optional() }),
    answer: page(incidentRow),
    summary: "Your practice's reports, newest first.",
  },
  'referral.form': {
    /** With a placement that the referrer may read, the form comes filled in with it (G2). */
    input: z.strictObject({ placement: reference.optional() }),
    answer: referralForm,
    summary: 'What a new referral starts with, and the id to send it with.',
  },
  'referral.status': {
    input: z.strictObject({ ref: reference }),
    answer: referralStatus,
    summary: 'Where a referral stands, in one line.',
  },
  'referral.page': {
    input: z.strictObject({ ref: reference }),
    answer: referralPage,
    summary: 'Everything about a referral that your role may see.',
  },
  'referral.mine': {
    input: z.strictObject(paging),
    answer: page(referralRow),
    summary: "Your practice's own referrals, newest first.",
  },
  'referral.calls': {
    input: z.strictObject(paging),
    answer: page(callRow),
    summary: 'Whom to ring, in the order the calls are due.',
  },
  'referral.list': {
    input: z.strictObject({ ...paging, queue: referralQueue.optional() }),
    answer: page(referralRow),
    summary: "The programme's referrals: those of one queue in the order they are due, or all, newest first.",
  },
  'session.today': {
    input: z.strictObject({ ...paging, date: isoDate.optional() }),
    answer: sessionDay,
    summary: 'Your own sessions of a London day; left out, today.',
  },
  'session.week': {
    input: z.strictObject({ ...paging, date: isoDate.optional() }),
    answer: sessionWeek,
    summary: 'Every session of the week a London day is in; left out, this week.',
  },
  'trainer.list': {
    input: z.strictObject({}),
    answer: trainers,
    summary: "The programme's trainers, by name.",
  },
  ...placementQuestions,
  'meeting.list': {
    input: z.strictObject(paging),
    answer: page(meetingRow),
    summary: 'Panel meetings you may see, the latest date first.',
  },
  'meeting.page': {
    input: z.strictObject({ ref: reference }),
    answer: meetingPage,
    summary: "A panel meeting: seats, agenda, your own vote and, once a vote is closed, everyone's.",
  },
  'item.card': {
    input: z.strictObject({ ref: reference }),
    answer: itemCard,
    summary: 'All that a channel may see of an agenda item.',
  },
  'panel.candidates': {
    input: z.strictObject({
      ref: reference
        .optional()
        .meta({ description: 'The meeting, for who chairs it without being its chair.' }),
    }),
    answer: seatCandidates,
    summary: 'Who could take each seat of the panel today.',
  },
  ...peopleQuestions,
  ...importQuestions,
  'inbox.list': {
    input: z.strictObject({ ...paging, unreadOnly: z.boolean().optional() }),
    answer: page(inboxItem),
    summary: 'Your notices, newest first.',
  },
  'deadline.list': {
    input: z.strictObject(paging),
    answer: page(dueItem),
    summary: "Your organisation's open deadlines, earliest first.",
  },
  ...retentionQuestions,
  ...subjectAccessQuestions,
  ...auditQuestions,
} as const;

export type Questions = typeof questions;
export type QuestionName = keyof Questions;
export type QuestionInput<N extends QuestionName> = z.output<Questions[N]['input']>;
export type Answer<N extends QuestionName> = z.output<Questions[N]['answer']>;
