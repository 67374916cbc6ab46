/** What is said about a record that has been destroyed (§8), to those who could have seen it. */
import type { Grant } from '../contract/roles.ts';
import type { Refusal } from '../contract/refusal.ts';
import { dateLabel } from '../domain/time/labels.ts';
import { londonDate } from '../domain/time/london.ts';
import { areaScope, type Office } from './office.ts';
import { keepsRecord, organisationOf } from './officerReach.ts';
import { allows } from './permissions/allows.ts';
import { programmeScopes } from './questions/programmeScope.ts';
import type { StubRow } from './rows.ts';
import type { Right } from './spec.ts';

interface Asking {
  readonly who: string;
  readonly grants: readonly Grant[];
  readonly right: Right;
  readonly ref: string;
}

/**
 * That a record was destroyed, for whoever their role would have let at it; undefined for everybody else, who learn
 * nothing. Read only when a record was not found.
 */
export async function saidOfDestroyed(office: Office, asking: Asking): Promise<Refusal | undefined> {
  const { grants, right, who, ref } = asking;
  const programmes = await programmeScopes(office, grants);
  const scopes = new Set(grants.flatMap((grant) => [areaScope(grant.area), programmes(grant) ?? []].flat()));
  const found = await Promise.all([...scopes].map((scope) => office.records.read(scope, ref, 'stub')));
  const stub = found.find((stored) => stored !== undefined)?.row;
  const may = grants.filter(
    (grant) => stub && allows(grant, right.action, right.object, subjectOf(stub, who)).allowed,
  );
  if (!stub || !(await reachesOne(office, may, stub))) return undefined;
  const day = dateLabel(londonDate(Temporal.Instant.from(stub.at)));
  return {
    code: 'stale',
    message: `${stub.ref} was destroyed on ${day}, when the time it had to be kept was over. Only its reference is left.`,
  };
}

/** An officer of another controller is told no more of a destroyed record than of one that is there. */
async function reachesOne(office: Office, grants: readonly Grant[], stub: StubRow): Promise<boolean> {
  for (const grant of grants)
    if (grant.role !== 'IGO' || keepsRecord(await organisationOf(office, grant), stub)) return true;
  return false;
}

/** What the permission table can know of a stub: not who made it. */
export function subjectOf({ organisation, area, caseload }: StubRow, who: string) {
  return { who, organisation, area, ...(caseload ? { caseload } : {}) };
}
