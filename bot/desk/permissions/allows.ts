/** The one question every command and every read asks first. */
import type { Grant } from '../../contract/roles.ts';
import { seatedRoles } from './objects/panel.ts';
import type { Action, Narrowing, Right } from './rights.ts';
import { seats } from './rights.ts';
import type { Subject } from './subject.ts';
import { covers, inScope } from './subject.ts';
import type { PermissionObject } from './table.ts';
import { permissionTable } from './table.ts';

export type { Subject } from './subject.ts';

/** All a refused person is told (DOMAIN §1.2): never why, never whether the record exists. */
export const notAvailable = 'This is not available to your role.';

/** The whole record, its status line (reference, state, dates), or figures over many records, never one. */
export type View = 'full' | 'status' | 'aggregate';

export type Permission =
  | { readonly allowed: true; readonly view: View; readonly qualifiers: readonly Narrowing[] }
  | { readonly allowed: false };

/**
 * Whether this grant allows the action on the object (DOMAIN §1.2). Without a subject: whether it ever could, asked
 * before anything is loaded. `qualifiers` are still to be applied by whoever shows or changes the record; conditions
 * and suffixes have been applied. Does not look at the grant's dates: see `isActive`.
 */
export function allows(
  grant: Grant,
  action: Action,
  object: PermissionObject,
  subject?: Subject,
): Permission {
  const rights = rightsFor(grant, object, subject).filter((right) => right.actions.includes(action));
  const [first, ...rest] = rights;
  if (first === undefined) return { allowed: false };
  const widest = rest.reduce((best, right) => (isWider(right, best) ? right : best), first);
  return { allowed: true, view: viewOf(widest), qualifiers: widest.only };
}

function rightsFor(grant: Grant, object: PermissionObject, subject: Subject | undefined): readonly Right[] {
  const row = permissionTable[object];
  const byRole = row.roles[grant.role] ?? [];
  const sits = seatedRoles.includes(grant.role);
  if (subject === undefined)
    return [...byRole, ...(sits ? seats.flatMap((seat) => row.seats?.[seat] ?? []) : [])];
  if (!inScope(grant, object, subject)) return [];
  // A seat's rights are judged by its own meeting: an open window elsewhere does not help.
  const bySeat = (sits ? (subject.meetings ?? []) : []).flatMap((meeting) =>
    (row.seats?.[meeting.seat] ?? []).filter((right) =>
      covers(right, grant, { ...subject, meetings: [meeting] }),
    ),
  );
  return [...byRole.filter((right) => covers(right, grant, subject)), ...bySeat];
}

function viewOf(right: Right): View {
  if (right.limits.includes('g')) return 'aggregate';
  return right.limits.includes('x') ? 'status' : 'full';
}

const width: Readonly<Record<View, number>> = { full: 2, status: 1, aggregate: 0 };

function isWider(one: Right, other: Right): boolean {
  const difference = width[viewOf(one)] - width[viewOf(other)];
  return difference > 0 || (difference === 0 && one.only.length < other.only.length);
}
