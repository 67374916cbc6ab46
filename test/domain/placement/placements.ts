/** What the tests of placements start from: the Primary Care Team on Monday 11 January 2027 at 10am. */
import { placementOpening, type PlacementOpening } from '../../../bot/contract/placement.ts';
import type { Role } from '../../../bot/contract/roles.ts';
import type { Facts } from '../../../bot/domain/decision.ts';
import type { FindOrganisation } from '../../../bot/domain/placement/checkOpening.ts';
import { openPlacement } from '../../../bot/domain/placement/openPlacement.ts';
import type { Placement } from '../../../bot/domain/placement/placement.ts';
import { makeReference } from '../../../bot/domain/references.ts';
import { aPlacement } from '../../support/placements.ts';
import { changesOf, factsFor } from '../incident/facts.ts';

let minted = 0;

export function asOfficer(changes: Partial<Facts> = {}, role: Role = 'CPT'): Facts {
  return factsFor({
    actor: {
      person: 'person-301',
      name: 'Daniel Reyes',
      role,
      organisation: role === 'REG' ? 'registrations' : 'brookshire-icb',
      area: 'brookshire',
    },
    organisation: { name: 'Brookshire Integrated Care Board', sites: [] },
    mintReference: () => {
      minted += 1;
      return makeReference('PLC', 2027, minted);
    },
    ...changes,
  });
}

const organisations = [
  ['crossfield', 'schemeProvider', 'Crossfield Scheme Practice', 'brookshire'],
  ['fenfield', 'schemeProvider', 'Fenfield Scheme Practice', 'fenshire'],
  ['Z99001', 'practice', 'Millbrook Surgery', 'brookshire'],
  ['Z99002', 'practice', 'Harbour Lane Practice', 'brookshire'],
] as const;

export const find: FindOrganisation = (wanted) => {
  const [organisation, type, name, area] = organisations.find(([id]) => id === wanted) ?? [];
  return organisation && { organisation, type, name, area };
};

export const openingOf = (changes: Record<string, unknown> = {}): PlacementOpening =>
  placementOpening.parse({ ...aPlacement(), ...changes });

export function openedPlacement(changes: Record<string, unknown> = {}): Placement {
  return changesOf(openPlacement(openingOf(changes), find, asOfficer())).heads[0] as Placement;
}
