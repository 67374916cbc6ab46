import { everyArea, roleLabels, type Grant } from '../../contract/roles.ts';
import { dateLabel } from '../../domain/time/labels.ts';
import { londonDate } from '../../domain/time/london.ts';
import { directory, inboxScope } from '../office.ts';
import type { QuestionSpecs } from '../spec.ts';

export const meQuestions = {
  me: {
    object: 'self',
    action: 'R',
    answer: async ({ office, person, everyGrant, now }) => {
      const [unread, ...places] = await Promise.all([
        office.records.list(
          inboxScope(person.person),
          'unreadInboxOfPerson',
          { person: person.person },
          { size: 100 },
        ),
        ...everyGrant.filter(isFirst).map(async (grant) => {
          const [organisation, area, absent] = await Promise.all([
            office.records.read(directory, `organisation:${grant.organisation}`, 'organisation'),
            office.records.read(directory, `area:${grant.area}`, 'area'),
            grant.coverFor ? office.records.read(directory, `person:${grant.coverFor}`, 'person') : undefined,
          ]);
          return {
            role: grant.role,
            label: roleLabels[grant.role],
            organisation: grant.organisation,
            organisationName: organisation?.row.name ?? grant.organisation,
            area: grant.area,
            areaName: grant.area === everyArea ? 'Every area' : (area?.row.name ?? grant.area),
            ...(absent ? { coversFor: absent.row.name } : {}),
          };
        }),
      ]);
      return {
        answered: true,
        identifiers: [],
        answer: {
          person: person.person,
          name: person.name,
          roles: places,
          unread: unread.rows.length,
          today: dateLabel(londonDate(now)),
          demo: office.demo,
        },
      };
    },
  },
} satisfies Partial<QuestionSpecs>;

/** Covering in a role that is one's own anyway is no second role: one acts under it once. */
function isFirst({ role, organisation, area }: Grant, index: number, all: readonly Grant[]): boolean {
  return (
    all.findIndex(
      (other) => other.role === role && other.organisation === organisation && other.area === area,
    ) === index
  );
}
