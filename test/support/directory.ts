/** People and places of the fictional area, changed by its administrator through the desk. */
import { randomUUID } from 'node:crypto';
import type { Person } from '../../bot/desk/caller.ts';
import type { Desk } from '../../bot/desk/desk.ts';
import { people } from './house.ts';
import { done } from './panel.ts';

/** Adds somebody with a fresh Entra object id, who has no role yet. */
export async function addSomebody(desk: Desk, name = 'Robin Vale'): Promise<Person> {
  const person = randomUUID();
  await done(desk, people.administrator, 'people.add', { person, name });
  return { person };
}

/** Somebody new with a role at Millbrook Surgery unless told otherwise, from today. */
export async function addWithRole(
  desk: Desk,
  { role = 'PRS', organisation = 'Z99001', name = 'Robin Vale', to }: RoleWanted = {},
): Promise<Person> {
  const somebody = await addSomebody(desk, name);
  await done(desk, people.administrator, 'people.grantRole', {
    ...somebody,
    role,
    organisation,
    ...(to ? { to } : {}),
  });
  return somebody;
}

interface RoleWanted {
  readonly role?: string;
  readonly organisation?: string;
  readonly name?: string;
  readonly to?: string;
}
