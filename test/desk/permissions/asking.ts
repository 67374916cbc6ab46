/** Short ways to ask `allows`: one grant per role at one organisation and area, and a subject that lies there. */
import type { Grant, Role } from '../../../bot/contract/roles.ts';
import { role } from '../../../bot/contract/roles.ts';
import type { Permission } from '../../../bot/desk/permissions/allows.ts';
import { allows } from '../../../bot/desk/permissions/allows.ts';
import type { Action, Seat } from '../../../bot/desk/permissions/rights.ts';
import { actions } from '../../../bot/desk/permissions/rights.ts';
import type { Fact, Subject } from '../../../bot/desk/permissions/subject.ts';
import type { PermissionObject } from '../../../bot/desk/permissions/table.ts';
import { permissionTable } from '../../../bot/desk/permissions/table.ts';

export const refused: Permission = { allowed: false };
export const full: Permission = { allowed: true, view: 'full', qualifiers: [] };

export const grant = (code: Role): Grant => ({
  role: code,
  organisation: 'mine',
  area: 'here',
  from: '2027-01-01',
});

/** A record of one's own organisation and area, unless the fields say otherwise. */
export const subject = (fields: Partial<Subject> = {}): Subject => ({
  who: 'me',
  area: 'here',
  organisation: 'mine',
  ...fields,
});

/** A record of another organisation that is on the agenda of a meeting where one holds a seat. */
export const sitting = (seat: Seat, windowOpen: boolean, ...facts: readonly Fact[]): Subject =>
  subject({ organisation: 'theirs', meetings: [{ seat, windowOpen }], facts });

/** Whether a role may, on a record as `subject` makes it. */
export const can = (
  code: Role,
  action: Action,
  object: PermissionObject,
  fields: Partial<Subject> = {},
): boolean => allows(grant(code), action, object, subject(fields)).allowed;

/** The roles that may. */
export const whoCan = (
  action: Action,
  object: PermissionObject,
  fields: Partial<Subject> = {},
): readonly Role[] => role.options.filter((code) => can(code, action, object, fields));

const objects = Object.keys(permissionTable).filter((key): key is PermissionObject =>
  Object.hasOwn(permissionTable, key),
);

/** Every action on every object. */
export const everything = objects.flatMap((object) => actions.map((action) => ({ object, action })));
