import { collect } from '../collect.ts';
import { areaScope, directory, orgScope, type Office } from '../office.ts';
import { everyone } from '../people.ts';

/** Partitions of the access log that belong to no area: whoever asked without a role, and the app itself. */
const noArea = [areaScope('none'), areaScope('all')];

/**
 * Every scope that may hold history or access lines: areas, those that people's roles name, providers who keep
 * records of their own, the directory. Read from the directory anew each time.
 */
export async function auditedScopes(office: Pick<Office, 'records'>): Promise<string[]> {
  const [areas, organisations, people] = await Promise.all([
    collect(office.records, directory, 'areas', {}),
    collect(office.records, directory, 'organisations', {}),
    everyone(office),
  ]);
  const providers = organisations.filter(({ type }) => ['rehabProvider', 'schemeProvider'].includes(type));
  return [
    ...new Set([
      directory,
      ...areas.map(({ area }) => areaScope(area)),
      ...people.flatMap(({ grants }) => grants.map(({ area }) => areaScope(area))),
      ...areas.flatMap(({ rehabProvider }) => (rehabProvider ? [orgScope(rehabProvider)] : [])),
      ...providers.map(({ organisation }) => orgScope(organisation)),
      ...noArea,
    ]),
  ];
}
