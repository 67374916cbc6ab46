import type { Grant } from '../../contract/roles.ts';
import { identifiersOf } from '../../domain/incident/identifiers.ts';
import { LONDON } from '../../domain/time/london.ts';
import { subjectOf, subjectOfNew } from '../authorise.ts';
import { asIncident } from '../commands/incident.ts';
import { areaScope, directory, type Office } from '../office.ts';
import { allows } from '../permissions/allows.ts';
import type { HeadRow } from '../rows.ts';
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
      const entries = await office.records.list(
        head.scope,
        'entriesOfRecord',
        { ref: head.ref },
        { size: 100 },
      );
      const incident = asIncident(head);
      const subject = subjectOf(head, person.person);
      return {
        answered: true,
        answer: pageOf(
          incident,
          entries.rows.map((entry) => entry.row),
          {
            ...rightsOf(found, person.person, now),
            mayUpdate: allows(grant, 'U', 'incident', subject).allowed,
            mayAdd: allows(grant, 'C', 'incidentAddition', subject).allowed,
          },
        ),
        identifiers: identifiersOf(incident),
        read: head.ref,
      };
    },
  },
  'incident.mine': {
    ...readIncident,
    answer: async (context) => {
      const { person, office, input } = context;
      const scope = areaScope(context.grants[0].area);
      const page = await office.records.list(
        scope,
        'incidentsOfReporter',
        { createdBy: person.person },
        pagingOf(input),
      );
      return listed(context, page);
    },
  },
  'incident.list': {
    ...readIncident,
    answer: async (context) => {
      const { person, office, input, grants } = context;
      // A grant that reaches only one's own reports lists them by `incident.mine`, never a whole practice.
      const grant = grants.find((g) => {
        const { createdBy: _ofNobody, ...subject } = subjectOfNew(g, person.person);
        return allows(g, 'R', 'incident', subject).allowed;
      });
      if (!grant) return notAvailableAnswer;
      const page = await listFor(office, grant, input);
      return listed(context, page);
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
  if (!['PPM', 'PGP'].includes(grant.role))
    return office.records.list(scope, 'incidentsOfArea', {}, pagingOf(input));
  return input.state
    ? office.records.list(
        scope,
        'incidentsOfOrganisationInState',
        { organisation, state: input.state },
        pagingOf(input),
      )
    : office.records.list(scope, 'incidentsOfOrganisation', { organisation }, pagingOf(input));
}

function listed(
  { now }: Pick<QuestionContext<unknown>, 'now'>,
  page: { readonly rows: readonly { readonly row: HeadRow }[]; readonly next?: string | undefined },
) {
  const incidents = page.rows.map(({ row }) => asIncident(row));
  return {
    answered: true as const,
    answer: {
      rows: incidents.map((incident) => rowOf(incident, now)),
      ...(page.next ? { next: page.next } : {}),
    },
    identifiers: incidents.flatMap(identifiersOf),
  };
}

function rightsOf({ head, grant }: Found, who: string, now: Temporal.Instant) {
  return {
    who,
    now,
    feedback: allows(grant, 'R', 'feedback', subjectOf(head, who)).allowed,
    people: head.createdBy === who || head.organisation === grant.organisation,
  };
}

export function pagingOf(input: ListInput) {
  return { ...(input.size ? { size: input.size } : {}), ...(input.after ? { after: input.after } : {}) };
}
