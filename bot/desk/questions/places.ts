import { everyArea, organisationKind, organisationKinds } from '../../contract/roles.ts';
import { areaRef, organisationRef } from '../../domain/people/places.ts';
import { collect } from '../collect.ts';
import { directory, type Office } from '../office.ts';
import type { AreaRow, OrganisationRow } from '../rows.ts';
import type { QuestionSpecs } from '../spec.ts';
import { pagingOf } from './incident.ts';

const administers = { object: 'directory', action: 'U' } as const;

export const placesQuestions = {
  'places.list': {
    ...administers,
    answer: async ({ input, office }) => {
      const [areas, page] = await Promise.all([
        collect(office.records, directory, 'areas', {}),
        office.records.list(directory, 'organisations', {}, pagingOf(input)),
      ]);
      const organisations = page.rows.map(({ row }) => row);
      const [areaRows, rows] = await Promise.all([
        Promise.all(areas.map((area) => areaRowOf(office, area))),
        Promise.all(organisations.map((organisation) => organisationRowOf(office, organisation, areas))),
      ]);
      return {
        answered: true,
        identifiers: [],
        answer: { areas: areaRows, rows, ...(page.next ? { next: page.next } : {}) },
      };
    },
  },
  'places.choices': {
    ...administers,
    answer: async ({ office }) => {
      const [areas, organisations] = await Promise.all([
        collect(office.records, directory, 'areas', {}),
        collect(office.records, directory, 'organisations', {}),
      ]);
      return {
        answered: true,
        identifiers: [],
        answer: {
          areas: areas.map(({ area, name }) => ({ area, name })),
          organisations: organisations.map(({ organisation, name, type, area }) => ({
            organisation,
            name,
            type: organisationKind.parse(type),
            area,
          })),
        },
      };
    },
  },
} satisfies Partial<QuestionSpecs>;

async function organisationRowOf(office: Office, row: OrganisationRow, areas: readonly AreaRow[]) {
  const { organisation, name, area, phone, email, sites } = row;
  const type = organisationKind.parse(row.type);
  return {
    organisation,
    name,
    type,
    typeLabel: organisationKinds[type],
    area,
    areaName: area === everyArea ? 'Every area' : (areas.find((known) => known.area === area)?.name ?? area),
    sites: [...sites],
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    version: await versionOf(office, organisationRef(organisation)),
  };
}

async function areaRowOf(office: Office, { area, name, profile, rehabProvider }: AreaRow) {
  const [version, provider] = await Promise.all([
    versionOf(office, areaRef(area)),
    rehabProvider
      ? office.records.read(directory, `organisation:${rehabProvider}`, 'organisation')
      : undefined,
  ]);
  return {
    area,
    name,
    profile,
    ...(rehabProvider ? { rehabProvider, rehabProviderName: provider?.row.name ?? rehabProvider } : {}),
    version,
  };
}

async function versionOf({ records }: Office, ref: string): Promise<number> {
  const head = await records.read(directory, ref, 'head');
  return head?.row.version ?? 0;
}
