/** People, their roles and the places they hold them at: what an administrator gives, ends and asks (DOMAIN §1.1, §8). */
import { z } from 'zod';
import { isoDate, optionalText, text } from './incident.ts';
import { peopleList, personPage, placeChoices, placesList } from './peopleAnswers.ts';
import { organisationKind, role } from './roles.ts';

/** Longest text of an import, in characters: it fits in one request. */
export const longestImport = 50_000;
/** Most rows of an import, the heading not counted. */
export const mostImportRows = 500;

const entraId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A person's id as the directory has it. */
const knownPerson = z
  .string({ error: 'Choose the person.' })
  .regex(/^[A-Za-z0-9-]{1,60}$/, { error: 'Choose the person.' });
const placeId = (message: string) =>
  z.string({ error: message }).regex(/^[A-Za-z0-9-]{1,60}$/, { error: message });
const name = text(120).min(1, { error: 'Give the name.' });
const reason = optionalText(300);
const version = z.number().int().optional();

/** Who signs in with an Entra object id is found by it, so it is kept in small letters, as Entra writes it. */
export const signInId = z
  .string({ error: 'Give the Entra object id.' })
  .trim()
  .regex(entraId, {
    error:
      'Give the Entra object id, like 3f2504e0-4f89-41d3-9a0c-0305e82c3301. It is on the person’s page in Entra.',
  })
  .transform((id) => id.toLowerCase());

/** One of a person's roles, by its place in the order they were given. */
const grantNumber = z
  .number({ error: 'Choose the role.' })
  .int({ error: 'Choose the role.' })
  .min(0, { error: 'Choose the role.' })
  .max(1000, { error: 'Choose the role.' });

export const personAddition = z.strictObject({ person: signInId, name });
export const personRenaming = z.strictObject({ person: knownPerson, name, reason });
export const roleGrant = z.strictObject({
  person: knownPerson,
  role: z.enum(role.options, { error: 'Choose the role.' }),
  organisation: placeId('Choose the organisation.'),
  /** Left out, the organisation's own area. */
  area: placeId('Choose the area.').optional(),
  /** London dates, both included. `from` left out: today. */
  from: isoDate.optional(),
  to: isoDate.optional(),
  reason,
});
export const roleEnd = z.strictObject({
  person: knownPerson,
  grant: grantNumber,
  /** The last London day on which it holds; left out, it ends at once. */
  lastDay: isoDate.optional(),
  reason,
});
export const leaving = z.strictObject({ person: knownPerson, reason });
export const cover = z.strictObject({
  /** Who is away, and the role of theirs that is covered. */
  person: knownPerson,
  grant: grantNumber,
  by: knownPerson,
  from: isoDate,
  to: isoDate,
  reason,
});

export const organisationForm = z.strictObject({
  /** A practice's ODS code (§5.2), or a short name of small letters, digits and hyphens. */
  organisation: text(60).min(1, { error: 'Give the code.' }),
  name: text(160).min(1, { error: 'Give the name.' }),
  type: z.enum(organisationKind.options, { error: 'Choose what kind of organisation it is.' }),
  area: placeId('Choose the area.'),
  phone: optionalText(40),
  email: optionalText(200),
  sites: z
    .array(text(120).min(1, { error: 'Give each site a name.' }), { error: 'Give the sites.' })
    .max(50, { error: 'Give at most 50 sites.' }),
  /** The version that was opened to be changed; left out, the organisation is new. */
  version,
});
export const areaForm = z.strictObject({
  area: text(60).min(1, { error: 'Give the code.' }),
  name: text(120).min(1, { error: 'Give the name.' }),
  /** Who runs the behaviour programme here; left out, nobody can be referred. */
  rehabProvider: placeId('Choose who runs the programme.').optional(),
  version,
});

export const peopleCommands = {
  'people.add': {
    input: personAddition,
    summary: 'Add a person, who may do nothing until they have a role.',
  },
  'people.rename': { input: personRenaming, summary: 'Change a person’s name.' },
  'people.grantRole': { input: roleGrant, summary: 'Give a person a role at an organisation (§1.1).' },
  'people.endRole': { input: roleEnd, summary: 'End a role, at once or after a last day.' },
  'people.leave': { input: leaving, summary: 'A person leaves: every role of theirs ends at once.' },
  'people.coverFor': { input: cover, summary: 'Give a colleague an absent person’s role for that time.' },
  'people.addFirst': {
    input: z.strictObject({ person: signInId, name }),
    summary: 'Make the first administrator, named in the configuration, while there is none.',
    from: 'app',
  },
  'places.putOrganisation': { input: organisationForm, summary: 'Add an organisation, or change one.' },
  'places.putArea': { input: areaForm, summary: 'Add an area, or change one.' },
} as const;

const paging = { after: z.string().max(2000).optional(), size: z.number().int().min(1).max(100).optional() };

export const peopleQuestions = {
  'people.list': {
    input: z.strictObject({ ...paging, search: z.string().max(120).optional() }),
    answer: peopleList,
    summary: 'Everyone in the directory, by name; with `search`, those whose name has it.',
  },
  'people.page': {
    input: z.strictObject({ person: knownPerson }),
    answer: personPage,
    summary: 'A person: their roles now, to come and past, and who changed what when.',
  },
  'places.list': {
    input: z.strictObject(paging),
    answer: placesList,
    summary: 'Every area, and the organisations by name.',
  },
  'places.choices': {
    input: z.strictObject({}),
    answer: placeChoices,
    summary: 'The areas and organisations a form can choose from.',
  },
} as const;
