import { noticeWords } from '../noticeWords.ts';
import { inboxScope } from '../office.ts';
import type { QuestionSpecs } from '../spec.ts';
import { pagingOf } from './incident.ts';
import { momentInWords } from './labels.ts';

export const inboxQuestions = {
  'inbox.list': {
    object: 'inbox',
    action: 'R',
    answer: async ({ input, office, person: { person } }) => {
      const list = input.unreadOnly ? 'unreadInboxOfPerson' : 'inboxOfPerson';
      const page = await office.records.list(inboxScope(person), list, { person }, pagingOf(input));
      return {
        answered: true,
        identifiers: [],
        answer: {
          rows: page.rows.map(({ row }) => ({
            id: row.id,
            ref: row.ref,
            text: noticeWords(row.template, row.ref),
            at: momentInWords(row.at),
            unread: row.unread,
          })),
          ...(page.next ? { next: page.next } : {}),
        },
      };
    },
  },
} satisfies Partial<QuestionSpecs>;
