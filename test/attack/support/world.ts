/**
 * Two areas with somebody in every role, at an organisation of each kind; in the first area a second practice. What is
 * done, is done `here`; `next` is the practice next door, `far` is the other area.
 */
import { role as roles, roleOrganisations, type Role } from '../../../bot/contract/roles.ts';
import type { CommandName } from '../../../bot/contract/commands.ts';
import { theSystem, type Person } from '../../../bot/desk/caller.ts';
import type { AccessLine } from '../../../bot/desk/ports.ts';
import { addPerson, newId, noting, openHouse, type House } from '../../support/house.ts';

export type Reach = 'here' | 'next' | 'far';

export interface World {
  readonly house: House;
  /** Somebody with this role and no other. */
  readonly who: (role: Role, reach?: Reach) => Person;
  /** The lines of the access log that say refused, so far. */
  readonly refusals: () => readonly AccessLine[];
  readonly everybody: readonly { readonly role: Role; readonly reach: Reach; readonly person: Person }[];
}

const practiceRoles: readonly Role[] = ['PRS', 'PPM', 'PGP', 'PGR'];
const hereAt = {
  practice: 'Z99001',
  commissioner: 'brookshire-icb',
  registrations: 'registrations',
  schemeProvider: 'crossfield',
  rehabProvider: 'steady-ground',
  public: 'public',
  operator: 'operator',
} as const;

export async function openWorld(): Promise<World> {
  const lines: AccessLine[] = [];
  const house = await openHouse({ access: noting(async (line) => void lines.push(line)) });
  const { desk } = house;
  const put = async (name: CommandName, input: object) => {
    const result = await desk.perform(theSystem, { id: newId(), name, input });
    if (!result.done) throw new Error(result.refusal.message);
  };
  await put('directory.putArea', {
    area: 'fenshire',
    name: 'Fenshire',
    profile: 'national-2024@1',
    rehabProvider: 'fen-rehabProvider',
  });
  for (const type of Object.keys(hereAt)) {
    await put('directory.putOrganisation', {
      organisation: `fen-${type}`,
      name: `Fen ${type}`,
      type,
      area: 'fenshire',
      sites: ['Fen site'],
    });
  }
  const everybody = [];
  for (const role of roles.options) {
    const kind = role === 'IGO' ? 'commissioner' : roleOrganisations[role][0];
    if (!kind) throw new Error(`${role} is held nowhere.`);
    const places: readonly (readonly [Reach, string, string])[] = [
      ['here', hereAt[kind], 'brookshire'],
      ...(practiceRoles.includes(role) ? [['next', 'Z99002', 'brookshire'] as const] : []),
      ['far', `fen-${kind}`, 'fenshire'],
    ];
    for (const [reach, organisation, area] of places) {
      const person = await addPerson(desk, `${reach}-${role}`, [{ role, organisation, area }]);
      everybody.push({ role, reach, person });
    }
  }
  return {
    house,
    who: (role, reach = 'here') => ({ person: `${reach}-${role}` }),
    refusals: () => lines.filter(({ what }) => what === 'refused'),
    everybody,
  };
}
