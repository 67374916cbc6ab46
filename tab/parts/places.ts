/** The places of each role, named by its own nouns. Roles whose pages come with later versions have their home. */
import type { Role } from '../../bot/contract/roles.ts';

export interface Place {
  readonly path: string;
  readonly label: string;
}

const home: Place = { path: '/home', label: 'Home' };
const report: Place = { path: '/report', label: 'Report' };

const reception: readonly Place[] = [report, { path: '/mine', label: 'My reports' }];
const referrals: Place = { path: '/referrals', label: 'Referrals' };
const manager: readonly Place[] = [home, { path: '/incidents', label: 'Incidents' }, referrals, report];
const coordinator: readonly Place[] = [
  home,
  { path: '/calls', label: 'Calls' },
  { path: '/schedule', label: 'Schedule' },
  { path: '/outcomes', label: 'Outcomes' },
];
const trainer: readonly Place[] = [
  { path: '/today', label: 'Today' },
  { path: '/sessions', label: 'My sessions' },
];

const cases: Place = { path: '/placements', label: 'Cases' };
const scheme: readonly Place[] = [home, { path: '/placements', label: 'Patients' }, referrals];

const panel: readonly Place[] = [{ path: '/meetings', label: 'Next meeting' }, home];

const placesByRole: Readonly<Partial<Record<Role, readonly Place[]>>> = {
  PRS: reception,
  PPM: manager,
  PGP: manager,
  RCO: coordinator,
  RTR: trainer,
  REG: [home, cases],
  SGP: scheme,
  SAD: scheme,
  CPT: [home, cases, { path: '/meetings', label: 'Panel' }],
  CCM: [...panel, cases],
  HPC: [...panel, cases],
  PGR: panel,
  PLR: panel,
  IGO: [
    home,
    { path: '/audit', label: 'Audit' },
    { path: '/retention', label: 'Retention' },
    { path: '/subject-access', label: 'Subject access' },
  ],
  SYS: [
    { path: '/people', label: 'People' },
    { path: '/places', label: 'Places' },
    { path: '/import', label: 'Import' },
    home,
  ],
};

/** Where a role finds its new notices: at home, or on the page that stands in for one. */
export function noticesPlaceOf(role: Role): string {
  const places = placesOf(role);
  if (places.includes(home)) return home.path;
  return role === 'PRS' ? '/mine' : (places[0]?.path ?? home.path);
}

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
