/** The places of each role, named by its own nouns. Roles whose pages come with later versions have their home. */
import type { Role } from '../../bot/contract/roles.ts';

export interface Place {
  readonly path: string;
  readonly label: string;
}

const home: Place = { path: '/home', label: 'Home' };
const report: Place = { path: '/report', label: 'Report' };

const reception: readonly Place[] = [report, { path: '/mine', label: 'My reports' }];
const manager: readonly Place[] = [home, { path: '/incidents', label: 'Incidents' }, report];

const panel: readonly Place[] = [{ path: '/meetings', label: 'Next meeting' }, home];

const placesByRole: Readonly<Partial<Record<Role, readonly Place[]>>> = {
  PRS: reception,
  PPM: manager,
  PGP: manager,
  CPT: [home, { path: '/meetings', label: 'Panel' }],
  CCM: panel,
  HPC: panel,
  PGR: panel,
  PLR: panel,
};

/** The first place is where someone with this role begins. */
export function placesOf(role: Role): readonly Place[] {
  return placesByRole[role] ?? [home];
}

/**
 * The role to open an address under: the one that is on, unless the address lies in a place that only another role held
 * has. A link from a card or a notice then opens, and the top of the page says under which role.
 */
export function roleAt<R extends { readonly role: Role }>(at: string, held: readonly R[], on: R): R {
  const hasPlace = ({ role }: R) =>
    placesOf(role).some(({ path }) => at === path || at.startsWith(`${path}/`));
  return hasPlace(on) ? on : (held.find(hasPlace) ?? on);
}
