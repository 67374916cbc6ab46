/** DOMAIN §1.2 with its corrections as one table: object × role (or seat) -> rights. A cell left out is `–`. */
import { houseObjects } from './objects/house.ts';
import { panelObjects } from './objects/panel.ts';
import { practiceObjects } from './objects/practice.ts';
import { rehabObjects } from './objects/rehab.ts';
import { schemeObjects } from './objects/scheme.ts';
import type { ObjectRow } from './rights.ts';

export type { Action } from './rights.ts';

const rows = {
  ...practiceObjects,
  ...schemeObjects,
  ...panelObjects,
  ...rehabObjects,
  ...houseObjects,
};

export type PermissionObject = keyof typeof rows;
export const permissionTable: Readonly<Record<PermissionObject, ObjectRow>> = rows;
