import { collect } from './collect.ts';
import { areaScope, directory, orgScope, type Office } from './office.ts';

/** Every scope that may hold records of an area: its own, and that of each provider of the programme (D6). */
export async function scopesOfArea(office: Office, area: string): Promise<string[]> {
  const organisations = await collect(office.records, directory, 'organisations', {});
  // A provider serves many areas, and one that no longer runs the programme here still holds referrals of before.
  const providers = organisations.filter(({ type }) => type === 'rehabProvider');
  return [areaScope(area), ...providers.map(({ organisation }) => orgScope(organisation))];
}

/** The provider a scope belongs to, if it is one's. */
export function providerOf(scope: string): string | undefined {
  return scope.startsWith(orgScope('')) ? scope.slice(orgScope('').length) : undefined;
}
