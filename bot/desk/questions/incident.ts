import type { Grant } from '../../contract/roles.ts';
import { identifiersOf } from '../../domain/incident/identifiers.ts';
import { LONDON } from '../../domain/time/london.ts';
import { subjectOf, subjectOfNew } from '../authorise.ts';
import { collect } from '../collect.ts';
import { asIncident } from '../commands/incident.ts';
import { areaScope, directory, type Office } from '../office.ts';
import { allows } from '../permissions/allows.ts';
import type { QuestionContext, QuestionSpecs } from '../spec.ts';
import { findRecord, notAvailableAnswer, type Found } from './find.ts';
import { pageOf, rowOf, statusOf } from './incidentViews.ts';

const readIncident = { object: 'incident', action: 'R' } as const;

export const incidentQuestions = {
  'incident.form': {
    object: 'incident',
    action: 'C',
    answer: async ({ office, now, grants }) => {
      const organisation = await office.records.read(
        directory,
        `organisation:${grants[0].organisation}`,
        'organisation',
      );
      const sites = organisation?.row.sites ?? [];
      const local = now.toZonedDateTimeISO(LONDON);
      return {
        answered: true,
        identifiers: [],
        answer: {
          commandId: office.random.uuid(),
          sites: [...sites],
          site: sites[0] ?? '',
          date: local.toPlainDate().toString(),
          time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
          openedAt: now.round('millisecond').toString(),
          practice: organisation?.row.name ?? '',
        },
      };
    },
  },
  'incident.status': {
    ...readIncident,
    answer: async ({ input, office, grants, person, now }) => {
      const found = await findRecord(office, grants, person.person, readIncident, input.ref);
      if (found?.head.type !== 'INC') return notAvailableAnswer;
      const incident = asIncident(found.head);
      return {
        answered: true,
        answer: statusOf(incident, rightsOf(found, person.person, now)),
        identifiers: identifiersOf(incident),
        read: incident.ref,
      };
    },
  },
  'incident.page': {
    ...readIncident,
    answer: async ({ input, office, grants, person, now }) => {
      const found = await findRecord(office, grants, person.person, readIncident, input.ref);
      if (found?.head.type !== 'INC' || found.view !== 'full') return notAvailableAnswer;
      const { head, grant } = found;
      const entries = await collect(office.records, head.scope, 'entriesOfRecord', { ref: head.ref });
      const incident = asIncident(head);
      const subject = subjectOf(head, person.person);
      return {
        answered: true,
        answer: pageOf(incident, entries, {
          ...rightsOf(found, person.person, now),
          mayUpdate: allows(grant, 'U', 'incident', subject).allowed,
          mayAdd: allows(grant, 'C', 'incidentAddition', subject).allowed,
        }),
        identifiers: [...identifiersOf(incident), ...entries.flatMap(({ content }) => textsIn(content))],
        read: head.ref,
      };
    },
  },
  'incident.mine': {
    ...readIncident,
    answer: (context) => ownReports(context),
  },
  'incident.list': {
    ...readIncident,
    answer: async (context) => {
      const { person, office, input, grants } = context;
      // A grant that reaches only one's own reports lists them by `incident.mine`, never a whole practice.
      const grant = grants.find((g) => {
        const { createdBy: _ofNobody, ...subject } = subjectOfNew(g, person.person);
        return readsInFull(allows(g, 'R', 'incident', subject));
      });
      if (!grant) return notAvailableAnswer;
      const page = await listFor(office, grant, input);
      const found = page.rows.map(({ row }) => ({ head: row, grant, view: 'full' as const }));
      return listed(context, found, page.next);
    },
  },
} satisfies Partial<QuestionSpecs>;

interface ListInput {
  readonly after?: string | undefined;
  readonly size?: number | undefined;
  readonly state?: string | undefined;
}

async function listFor(office: Office, grant: Grant, input: ListInput) {
  const scope = areaScope(grant.area);
  const { organisation } = grant;
  const { state } = input;
  const paging = pagingOf(input);
  if (!['PPM', 'PGP'].includes(grant.role)) {
    return state
      ? office.records.list(scope, 'incidentsOfAreaInState', { state }, paging)
      : office.records.list(scope, 'incidentsOfArea', {}, paging);
  }
  return state
    ? office.records.list(scope, 'incidentsOfOrganisationInState', { organisation, state }, paging)
    : office.records.list(scope, 'incidentsOfOrganisation', { organisation }, paging);
}

/**
 * One list for each area, one after the other; the page token says in which area to go on. Reports that no role of
 * today reaches any more (made at a practice the person has left) are left out.
 */
async function ownReports(context: QuestionContext<ListInput>) {
  const { person, office, grants, input } = context;
  const areas = [...new Set(grants.map(({ area }) => area))];
  const [at = '0', ...rest] = (input.after ?? '0').split(':');
  const index = Number(at);
  const area = areas[index];
  if (area === undefined) throw new RangeError('This page token names no area.');
  const own = { createdBy: person.person };
  const paging = pagingOf({ size: input.size, after: rest.join(':') });
  const page = await office.records.list(areaScope(area), 'incidentsOfReporter', own, paging);
  const found = page.rows.flatMap(({ row: head }) => {
    const grant = grants.find(
      (g) => g.area === area && readsInFull(allows(g, 'R', 'incident', subjectOf(head, person.person))),
    );
    return grant ? [{ head, grant, view: 'full' as const }] : [];
  });
  const more = areas.length > index + 1 ? `${index + 1}` : undefined;
  return listed(context, found, page.next ? `${index}:${page.next}` : more);
}

/** A status line, a summary or figures have their own answers: they never open a list of whole records. */
function readsInFull(permission: ReturnType<typeof allows>): boolean {
  return permission.allowed && permission.view === 'full' && permission.qualifiers.length === 0;
}

function listed(
  { now, person }: Pick<QuestionContext<unknown>, 'now' | 'person'>,
  found: readonly Found[],
  next: string | undefined,
) {
  return {
    answered: true as const,
    answer: {
      rows: found.map((each) => rowOf(asIncident(each.head), rightsOf(each, person.person, now))),
      ...(next ? { next } : {}),
    },
    identifiers: found.flatMap(({ head }) => identifiersOf(asIncident(head))),
  };
}

/** Texts of a line of history: facts added, feedback, reasons. */
function textsIn(content: unknown): string[] {
  if (typeof content === 'string') return [content];
  return content && typeof content === 'object' ? Object.values(content).flatMap(textsIn) : [];
}

function rightsOf({ head, grant }: Found, who: string, now: Temporal.Instant) {
  return {
    who,
    now,
    feedback: allows(grant, 'R', 'feedback', subjectOf(head, who)).allowed,
    people: head.createdBy === who || head.organisation === grant.organisation,
    manages: grant.role === 'PPM' && head.organisation === grant.organisation,
  };
}

export function pagingOf(input: ListInput) {
  return { ...(input.size ? { size: input.size } : {}), ...(input.after ? { after: input.after } : {}) };
}
