/** Reads and refusals, kept apart from the records' own history (D15). */
import { createHash } from 'node:crypto';
import type { Grant } from '../contract/roles.ts';
import { londonDate } from '../domain/time/london.ts';
import type { Origin } from './caller.ts';
import { areaScope, type Office } from './office.ts';
import type { AccessLine } from './ports.ts';
import type { Right } from './spec.ts';

interface Access {
  readonly person: string;
  readonly grant: Grant | undefined;
  readonly name: string;
  readonly origin: Origin;
}

export async function logRefusal(
  office: Office,
  access: Access & { readonly right: Right; readonly rule?: string; readonly ref?: string | undefined },
): Promise<void> {
  const rule = access.rule ?? `${access.right.object}:${access.right.action}`;
  await office.access.write({
    ...line(office, access, 'refused'),
    rule,
    ...(access.ref ? { ref: access.ref } : {}),
  });
}

/**
 * A page that is asked for again and again while it is looked at is one reading a minute, and so one line; what leaves
 * as a file (`each`) is one line every time.
 */
export async function logRead(
  office: Office,
  access: Access & { readonly ref: string; readonly each?: true; readonly under?: string },
): Promise<void> {
  const read = line(office, access, 'read');
  const under = access.under ? { under: access.under } : {};
  if (access.each) {
    await office.access.write({ ...read, ref: access.ref, ...under });
    return;
  }
  const minute = read.at.slice(0, 'yyyy-mm-ddThh:mm'.length);
  // A list names as many records as it shows: hashed, because an id has an end.
  const what = createHash('sha256').update(
    [access.person, read.role, read.door, access.name, access.ref, access.under ?? ''].join('\n'),
  );
  await office.access.write({
    ...read,
    id: `read:${what.digest('hex')}:${minute}`,
    ref: access.ref,
    ...under,
  });
}

/** The partition of the access log that holds a scope's lines of this London date: one for each month. */
export const accessKey = (scope: string, day: Temporal.PlainDate) =>
  `${scope}|${day.toPlainYearMonth().toString()}`;

function line(office: Office, access: Access, what: AccessLine['what']): AccessLine {
  const now = office.clock.now();
  return {
    id: office.random.uuid(),
    key: accessKey(areaScope(access.grant?.area ?? 'none'), londonDate(now)),
    at: now.toString(),
    person: access.person,
    role: access.grant?.role ?? 'none',
    organisation: access.grant?.organisation ?? 'none',
    what,
    name: access.name,
    ...access.origin,
  };
}
