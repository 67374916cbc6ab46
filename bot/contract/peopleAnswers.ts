/** What an administrator is shown: people, roles, places. Never patient data. Dates arrive as labels. */
import { z } from 'zod';
import { page, timelineItem } from './answers.ts';
import { organisationKind, role } from './roles.ts';

const label = z.string();

export const personRow = z.object({
  person: z.string(),
  name: z.string(),
  /** Roles in force today, in words. */
  roles: z.array(label),
  /** In words, where it is not the ordinary case: has left, has no role today. */
  note: label.optional(),
});
export const peopleList = page(personRow);

export const heldRole = z.object({
  /** Its place in the order the roles were given; names it to `people.endRole` and `people.coverFor`. */
  grant: z.number().int(),
  role,
  label,
  organisation: z.string(),
  organisationName: z.string(),
  areaName: z.string(),
  when: z.enum(['now', 'coming', 'past']),
  days: label,
  coversFor: z.string().optional(),
  /** Cover this person has or will have in this role. */
  coveredBy: z.array(z.object({ name: z.string(), days: label })),
});

export const personPage = z
  .object({
    person: z.string(),
    name: z.string(),
    version: z.number().int(),
    left: z.boolean(),
    roles: z.array(heldRole),
    history: z.array(timelineItem),
  })
  .meta({ id: 'PersonPage' });
export type PersonPage = z.infer<typeof personPage>;

export const organisationRow = z.object({
  organisation: z.string(),
  name: z.string(),
  type: organisationKind,
  typeLabel: label,
  area: z.string(),
  areaName: z.string(),
  phone: z.string().optional(),
  email: z.string().optional(),
  sites: z.array(z.string()),
  version: z.number().int(),
});
export type OrganisationRow = z.infer<typeof organisationRow>;

export const areaRow = z.object({
  area: z.string(),
  name: z.string(),
  profile: z.string(),
  rehabProvider: z.string().optional(),
  rehabProviderName: z.string().optional(),
  version: z.number().int(),
});
export type AreaRow = z.infer<typeof areaRow>;

/** Every area, and the organisations page by page. */
export const placesList = page(organisationRow).extend({ areas: z.array(areaRow) });

/** What the forms choose from. */
export const placeChoices = z.object({
  areas: z.array(z.object({ area: z.string(), name: z.string() })),
  organisations: z.array(
    z.object({ organisation: z.string(), name: z.string(), type: organisationKind, area: z.string() }),
  ),
});
