import type { SarPage } from '../../contract/subjectAccess.ts';
import { identityChecks, sarStates } from '../../contract/subjectAccess.ts';
import type { Grant } from '../../contract/roles.ts';
import { dateLabel } from '../../domain/time/labels.ts';
import { londonDate } from '../../domain/time/london.ts';
import { collect } from '../collect.ts';
import { asRequest } from '../commands/subjectAccess.ts';
import { kindOf, stateInWords } from '../kinds.ts';
import { areaScope, type Office } from '../office.ts';
import { keepsRecord, organisationOf } from '../officerReach.ts';
import type { EntryRow, HeadRow } from '../rows.ts';
import type { QuestionSpecs } from '../spec.ts';
import { recordsOfPerson, roleInRecord } from '../subjectAccess.ts';
import { findRecord, notAvailableAnswer, type Found } from './find.ts';
import { pagingOf } from './incident.ts';
import { deadlineInWords, momentInWords } from './labels.ts';

export const readRequest = { object: 'subjectAccessRequest', action: 'R' } as const;

export const subjectAccessQuestions = {
  'subjectAccess.list': {
    ...readRequest,
    answer: async ({ input, office, grants: [grant], now }) => {
      const page = await office.records.list(
        areaScope(grant.area),
        'subjectAccessOfArea',
        {},
        pagingOf(input),
      );
      const organisation = await organisationOf(office, grant);
      const own = page.rows.filter(({ row }) => keepsRecord(organisation, row));
      return {
        answered: true,
        answer: {
          rows: own.map(({ row }) => rowOf(row, now)),
          ...(page.next ? { next: page.next } : {}),
        },
        identifiers: own.map(({ row }) => asRequest(row).body.requesterReference),
      };
    },
  },
  'subjectAccess.page': {
    ...readRequest,
    answer: async (context) => {
      const { input, office, grants, person, now } = context;
      const found = await findRequest(office, grants, person.person, input.ref);
      if (!found) return notAvailableAnswer;
      const request = asRequest(found.head);
      const entries = await collect(office.records, found.head.scope, 'entriesOfRecord', {
        ref: request.ref,
      });
      const open = request.state === 'OPEN';
      const records = open
        ? await recordsOfPerson(context, { request, grant: found.grant, name: 'subjectAccess.page' })
        : [];
      const answer: SarPage = {
        row: rowOf(found.head, now),
        identityChecked: checkInWords(request.body.identityChecked),
        timeline: entries.flatMap(lineOf),
        ...(open
          ? {
              records: records.map((head) => ({
                ref: head.ref,
                kind: kindOf(head.type).label,
                stateLabel: stateInWords(head.type, head.state),
                made: dateLabel(londonDate(Temporal.Instant.from(head.createdAt))),
                as: roleInRecord(head, request, office.hashPerson),
              })),
            }
          : {}),
      };
      return { answered: true, answer, identifiers: [request.body.requesterReference], read: request.ref };
    },
  },
} satisfies Partial<QuestionSpecs>;

/** A request the officer answers for: their own organisation's, or any of the area at the commissioner. */
export async function findRequest(
  office: Office,
  grants: readonly Grant[],
  who: string,
  ref: string,
): Promise<Found | undefined> {
  const found = await findRecord(office, grants, who, readRequest, ref);
  if (found?.head.type !== 'SAR') return undefined;
  return keepsRecord(await organisationOf(office, found.grant), found.head) ? found : undefined;
}

function rowOf(head: HeadRow, now: Temporal.Instant) {
  const request = asRequest(head);
  const due = request.deadlines['DL-29'];
  return {
    ref: request.ref,
    version: request.version,
    state: request.state,
    stateLabel: sarStates[request.state].label,
    requesterReference: request.body.requesterReference,
    received: dateLabel(Temporal.PlainDate.from(request.body.receivedOn)),
    ...(due ? { due: deadlineInWords('DL-29', due, now) } : {}),
  };
}

export function checkInWords(code: string): string {
  const words: Readonly<Record<string, string>> = identityChecks;
  return words[code] ?? code;
}

function lineOf({ action, at, content = {} }: EntryRow): SarPage['timeline'] {
  const said = (key: string) => (typeof content[key] === 'string' ? content[key] : '');
  const line = (what: string) => [
    { at: momentInWords(at), who: said('by'), what, ...(said('reason') ? { text: said('reason') } : {}) },
  ];
  if (action === 'subjectAccess.opened') return line('Request opened');
  if (action === 'subjectAccess.closed')
    return line(said('how') === 'ANSWERED' ? 'Closed: answered' : 'Closed: withdrawn');
  return [];
}
