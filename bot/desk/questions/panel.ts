import { panelSeat, panelSeats } from '../../contract/panel.ts';
import type { Grant } from '../../contract/roles.ts';
import { fitFor } from '../../domain/panel/fillSeat.ts';
import type { Item } from '../../domain/panel/item.ts';
import type { Meeting } from '../../domain/panel/meeting.ts';
import { seatOf } from '../../domain/panel/seats.ts';
import { hasSteppedOut, seatsAt } from '../../domain/panel/seatsAt.ts';
import { londonDate } from '../../domain/time/london.ts';
import { subjectOf, subjectOfNew } from '../authorise.ts';
import { areaScope, type Office } from '../office.ts';
import { asItem, asMeeting, seatsOf } from '../panelRecords.ts';
import { everyone } from '../people.ts';
import { allows, type Subject } from '../permissions/allows.ts';
import type { HeadRow } from '../rows.ts';
import type { QuestionSpecs, Right } from '../spec.ts';
import { tidyReference } from '../tidyReference.ts';
import { notAvailableAnswer } from './find.ts';
import { pagingOf } from './incident.ts';
import { itemIdentifiers, itemPosting, namesOf } from './itemPosting.ts';
import { meetingPageOf, meetingRowOf } from './meetingViews.ts';

const readMeeting = { object: 'meeting', action: 'R' } as const;

export const panelQuestions = {
  'meeting.list': {
    ...readMeeting,
    answer: async ({ input, office, grants, person: { person } }) => {
      const page = await office.records.list(
        areaScope(grants[0].area),
        'meetingsOfArea',
        {},
        pagingOf(input),
      );
      const meetings = page.rows
        .filter(({ row }) => reaches(grants, row, person))
        .map(({ row }) => asMeeting(row))
        .toSorted((one, other) => (one.body.date < other.body.date ? 1 : -1));
      return {
        answered: true,
        identifiers: meetings.flatMap(namesOf),
        answer: {
          rows: meetings.map((meeting) => meetingRowOf(meeting, person)),
          ...(page.next ? { next: page.next } : {}),
        },
      };
    },
  },
  'meeting.page': {
    ...readMeeting,
    answer: async ({ input, office, grants, person: { person }, now }) => {
      const head = await find(office, grants, input.ref);
      if (head?.type !== 'MTG' || !reaches(grants, head, person)) return notAvailableAnswer;
      const meeting = asMeeting(head);
      const listed = await office.records.list(
        head.scope,
        'recordsOfParent',
        { parent: head.ref },
        { size: 100 },
      );
      const items = listed.rows.map(({ row }) => asItem(row));
      const subject = { ...subjectOf(head, person), meetings: seatsOf(meeting, person) };
      const may = (action: Right['action'], object: Right['object'], facts: Subject['facts'] = []) =>
        grants.some((grant) => allows(grant, action, object, { ...subject, facts }).allowed);
      return {
        answered: true,
        identifiers: [...namesOf(meeting), ...items.flatMap(itemIdentifiers)],
        read: head.ref,
        answer: meetingPageOf(meeting, items, {
          who: person,
          now,
          mayFillSeats: may('U', 'meeting'),
          mayList: may('C', 'meeting'),
          mayMarkAnyone:
            seatOf(meeting.body.seats, person) === 'CHAIR' || grants.some(({ role }) => role === 'CPT'),
          // MG6: whoever stepped out of an item learns its outcome, not who said what.
          items: (item) => {
            const inTheRoom = !hasSteppedOut(person, item, meeting);
            const isOver = item.body.closedAt !== undefined || item.body.result !== undefined;
            const isChair = seatOf(seatsAt(item, meeting), person) === 'CHAIR';
            return {
              votes: inTheRoom && may('R', 'othersBallots', isOver ? ['afterClose'] : ['whileOpen']),
              castingVote: inTheRoom && (may('R', 'castingVote') || isChair),
            };
          },
        }),
      };
    },
  },
  'item.card': {
    ...readMeeting,
    answer: async ({ input, office, grants, person: { person } }) => {
      const found = await findItem(office, grants, person, input.ref);
      if (!found) return notAvailableAnswer;
      const { card, identifiers } = itemPosting(found.item, found.meeting);
      return { answered: true, identifiers, answer: card };
    },
  },
  'panel.candidates': {
    object: 'meeting',
    action: 'U',
    answer: async ({ input, office, grants, person: { person }, now }) => {
      const area = await areaToFill(office, grants, person, input.ref);
      if (area === undefined) return notAvailableAnswer;
      const today = londonDate(now).toString();
      const people = await everyone(office);
      const seats = panelSeat.options.map((seat) => {
        const fit = people.flatMap((candidate) => {
          const as = fitFor(seat, candidate, area, today);
          return as ? [{ person: candidate.person, name: candidate.name, nominee: as === 'nominee' }] : [];
        });
        return {
          seat,
          label: panelSeats[seat],
          people: fit.toSorted((one, other) => Number(one.nominee) - Number(other.nominee)),
        };
      });
      return { answered: true, identifiers: people.map(({ name }) => name), answer: { seats } };
    },
  },
} satisfies Partial<QuestionSpecs>;

/** The area whose seats this person may fill: by their role or, at one meeting, by the seat they hold there (MG5). */
async function areaToFill(
  office: Office,
  grants: readonly Grant[],
  who: string,
  ref: string | undefined,
): Promise<string | undefined> {
  const head = ref === undefined ? undefined : await find(office, grants, ref);
  if (ref !== undefined && head?.type !== 'MTG') return undefined;
  const may = (grant: Grant) => {
    const subject = head
      ? { ...subjectOf(head, who), meetings: seatsOf(asMeeting(head), who) }
      : subjectOfNew(grant, who);
    return allows(grant, 'U', 'meeting', subject).allowed;
  };
  return grants.find(may)?.area;
}

/** Any record of that reference in an area somebody holds a grant for. */
async function find(office: Office, grants: readonly Grant[], ref: string): Promise<HeadRow | undefined> {
  const scopes = [...new Set(grants.map(({ area }) => areaScope(area)))];
  const tidy = tidyReference(ref);
  const stored = await Promise.all(scopes.map((scope) => office.records.read(scope, tidy, 'head')));
  return stored.find((found) => found !== undefined)?.row;
}

async function findItem(
  office: Office,
  grants: readonly Grant[],
  who: string,
  ref: string,
): Promise<{ readonly item: Item; readonly meeting: Meeting } | undefined> {
  const head = await find(office, grants, ref);
  if (head?.type !== 'ITM') return undefined;
  const item = asItem(head);
  const meeting = await office.records.read(head.scope, item.parent, 'head');
  if (!meeting || !reaches(grants, meeting.row, who)) return undefined;
  return { item, meeting: asMeeting(meeting.row) };
}

/** The whole meeting: a status line or figures alone have no page in this version. */
function reaches(grants: readonly Grant[], head: HeadRow, who: string): boolean {
  const subject = { ...subjectOf(head, who), meetings: seatsOf(asMeeting(head), who) };
  return grants.some((grant) => {
    const permission = allows(grant, 'R', 'meeting', subject);
    return permission.allowed && permission.view === 'full';
  });
}
