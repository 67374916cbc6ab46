import type { Grant } from '../../contract/roles.ts';
import { directory, orgScope, type Office } from '../office.ts';
import type { ScopeOf } from './find.ts';

const ofProvider = (grant: Grant) => ['RCO', 'RTR'].includes(grant.role);

/**
 * Where the referrals are that a grant may reach: a provider's own, or with whoever runs the programme for the area of
 * everybody else. Reads each such area once.
 */
export async function programmeScopes(office: Office, grants: readonly Grant[]): Promise<ScopeOf> {
  const areas = [...new Set(grants.filter((grant) => !ofProvider(grant)).map(({ area }) => area))];
  const rows = await Promise.all(areas.map((area) => office.records.read(directory, `area:${area}`, 'area')));
  const providers = new Map(rows.map((stored) => [stored?.row.area, stored?.row.rehabProvider]));
  return (grant) => {
    const provider = ofProvider(grant) ? grant.organisation : providers.get(grant.area);
    return provider === undefined ? undefined : orgScope(provider);
  };
}
