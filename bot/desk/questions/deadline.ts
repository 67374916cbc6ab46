import { londonDate } from '../../domain/time/london.ts';
import { addDays } from '../../domain/time/workingDays.ts';
import { areaScope, orgScope } from '../office.ts';
import type { QuestionSpecs } from '../spec.ts';
import { pagingOf } from './incident.ts';
import { deadlineInWords } from './labels.ts';

/** How far ahead the list of what is due looks. */
const daysAhead = 60;

export const deadlineQuestions = {
  'deadline.list': {
    object: 'deadline',
    action: 'R',
    answer: async ({ input, office, grants: [grant], now }) => {
      const until = addDays(londonDate(now), daysAhead).toString();
      const { organisation } = grant;
      const page = await office.records.list(
        grant.role === 'RCO' ? orgScope(grant.organisation) : areaScope(grant.area),
        'openDeadlinesOfOrganisation',
        { organisation, until },
        pagingOf(input),
      );
      return {
        answered: true,
        identifiers: [],
        answer: {
          rows: page.rows.map(({ row }) => ({ ref: row.ref, deadline: deadlineInWords(row.rule, row, now) })),
          ...(page.next ? { next: page.next } : {}),
        },
      };
    },
  },
} satisfies Partial<QuestionSpecs>;
