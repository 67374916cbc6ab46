/** The permission table in DOMAIN's own notation, for the page that is generated from it. */
import type { Role } from '../../contract/roles.ts';
import { role } from '../../contract/roles.ts';
import type { Right, Seat } from './rights.ts';
import { conditions, narrowings, seats } from './rights.ts';
import type { PermissionObject } from './table.ts';
import { permissionTable } from './table.ts';

export interface PermissionLine {
  readonly object: PermissionObject;
  readonly label: string;
  readonly role: Role | `${Seat} seat`;
  /** Such as `C; R s; U s (draft)`. */
  readonly text: string;
  /** Where the object comes from when DOMAIN's table has no row for it. */
  readonly addition?: string;
}

/** Every cell that is not `–`: by object, then by role, then by seat. */
export function describePermissions(): readonly PermissionLine[] {
  const objects = Object.keys(permissionTable).filter(isObject);
  return objects.flatMap((object) => {
    const { label, roles, seats: bySeat, addition } = permissionTable[object];
    const cells: readonly (readonly [PermissionLine['role'], readonly Right[] | undefined])[] = [
      ...role.options.map((code) => [code, roles[code]] as const),
      ...seats.map((seat) => [`${seat} seat`, bySeat?.[seat]] as const),
    ];
    return cells.flatMap(([holder, rights]) =>
      rights === undefined
        ? []
        : [
            {
              object,
              label,
              role: holder,
              text: rights.map(describeRight).join('; '),
              ...(addition && { addition }),
            },
          ],
    );
  });
}

const isObject = (key: string): key is PermissionObject => Object.hasOwn(permissionTable, key);

function describeRight(right: Right): string {
  const suffixes = right.limits.split('').join(' ');
  // As in DOMAIN, a status line or an aggregate is read: the letter R goes without saying.
  const letters = /[xg]/.test(suffixes) ? '' : right.actions.split('').join(',');
  const words = [
    ...right.only.map((name) => narrowings[name]),
    ...right.when.map((name) => conditions[name]),
  ];
  return [letters, suffixes, words.length > 0 ? `(${words.join('; ')})` : '']
    .filter((part) => part !== '')
    .join(' ');
}
