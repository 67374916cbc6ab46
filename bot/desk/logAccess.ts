/** Reads and refusals, kept apart from the records' own history (D15). */
import type { Grant } from '../contract/roles.ts';
import { londonDate } from '../domain/time/london.ts';
import { areaScope, type Office } from './office.ts';
import type { AccessLine } from './ports.ts';
import type { Right } from './spec.ts';

interface Access {
  readonly person: string;
  readonly grant: Grant | undefined;
  readonly name: string;
}

export async function logRefusal(
  office: Office,
  access: Access & { readonly right: Right; readonly ref?: string | undefined },
): Promise<void> {
  const rule = `${access.right.object}:${access.right.action}`;
  await office.access.write({
    ...line(office, access, 'refused'),
    rule,
    ...(access.ref ? { ref: access.ref } : {}),
  });
}

export async function logRead(office: Office, access: Access & { readonly ref: string }): Promise<void> {
  await office.access.write({ ...line(office, access, 'read'), ref: access.ref });
}

function line(office: Office, access: Access, what: AccessLine['what']): AccessLine {
  const now = office.clock.now();
  const month = londonDate(now).toPlainYearMonth().toString();
  return {
    id: office.random.uuid(),
    key: `${areaScope(access.grant?.area ?? 'none')}|${month}`,
    at: now.toString(),
    person: access.person,
    role: access.grant?.role ?? 'none',
    organisation: access.grant?.organisation ?? 'none',
    what,
    name: access.name,
  };
}
