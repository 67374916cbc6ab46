/** Who the caller is today, and which of their grants lets them do what they ask. */
import type { Under } from '../contract/commands.ts';
import type { Refusal } from '../contract/refusal.ts';
import { isActive, type Grant } from '../contract/roles.ts';
import { londonDate } from '../domain/time/london.ts';
import { activeGrants, isTheApp, originOf, systemGrant, type Caller, type Origin } from './caller.ts';
import { areaScope, directory, type Office } from './office.ts';
import { allows, notAvailable, type Subject } from './permissions/allows.ts';
import type { HeadRow, PersonRow } from './rows.ts';
import type { Right } from './spec.ts';

export const refusedForRole: Refusal = { code: 'notAvailable', message: notAvailable };

/** Somebody whose roles have all ended, or not begun, learns that and nothing of any record. */
const noRole: Refusal = {
  code: 'notAvailable',
  message: 'You have no role today. Ask your administrator to give you one.',
};

const nobody = {
  code: 'signIn',
  message: 'You are not in the directory yet. Ask your administrator to add you.',
} as const;

export interface Known {
  readonly row: PersonRow;
  /** Grants in force today, narrowed to the role and organisation the caller chose. */
  readonly grants: readonly Grant[];
  /** Every area the person ever held a grant in: where an old receipt of theirs may be. */
  readonly everGranted: readonly Grant[];
  /** From where they ask. */
  readonly origin: Origin;
  /** What they are told when they may not do what they ask. */
  readonly refusal: Refusal;
}

/** The caller's row, read on every call: no grant outlives its end date (D13). */
export async function knowCaller(
  office: Office,
  caller: Caller,
  under: Under | undefined,
): Promise<Known | Refusal> {
  const origin = originOf(caller, () => office.random.uuid());
  if (isTheApp(caller)) {
    const row: PersonRow = {
      id: 'person:system',
      scope: directory,
      kind: 'person',
      person: caller.person,
      name: 'Common Ground',
      grants: [systemGrant],
    };
    return { row, grants: row.grants, everGranted: row.grants, refusal: refusedForRole, origin };
  }
  const stored = await office.records.read(directory, `person:${caller.person}`, 'person');
  if (!stored) return nobody;
  const today = londonDate(office.clock.now()).toString();
  return {
    row: stored.row,
    grants: activeGrants(stored.row.grants, today, under),
    everGranted: stored.row.grants,
    origin,
    refusal: stored.row.grants.some((grant) => isActive(grant, today)) ? refusedForRole : noRole,
  };
}

/** The grants whose role could ever have this right; which record it is comes later. */
export function grantsFor(known: Known, right: Right): Grant[] {
  return known.grants.filter((grant) => allows(grant, right.action, right.object).allowed);
}

/** What the permission table needs to know about a record. */
export function subjectOf(head: HeadRow, who: string): Subject {
  return {
    who,
    organisation: head.organisation,
    area: head.area,
    createdBy: head.createdBy,
    state: head.state,
    ...(head.caseload ? { caseload: head.caseload } : {}),
    ...(head.assignedTo ? { assignedTo: head.assignedTo } : {}),
  };
}

/** A record about to be made belongs to whoever makes it. */
export function subjectOfNew(grant: Grant, person: string): Subject {
  return { who: person, organisation: grant.organisation, area: grant.area, createdBy: person };
}

export const isRefusal = (value: object): value is Refusal => 'code' in value;

/** The area an act belongs to is the area of the grant it is done under (D6). */
export const areaOf = (grant: Grant) => areaScope(grant.area);
