/** Finding one record a person may read, and nothing of one they may not. */
import type { Grant } from '../../contract/roles.ts';
import { refusedForRole, subjectOf } from '../authorise.ts';
import { areaScope, type Office } from '../office.ts';
import { allows, type View } from '../permissions/allows.ts';
import type { HeadRow } from '../rows.ts';
import type { Answered, Right } from '../spec.ts';
import { tidyReference } from '../tidyReference.ts';

export interface Found {
  readonly head: HeadRow;
  readonly grant: Grant;
  readonly view: View;
}

/** In which scope a grant looks for a record of some kind; undefined where there is none for it. */
export type ScopeOf = (grant: Grant) => string | undefined;

/**
 * The record under the grant that shows the most of it; undefined when there is none or none of them reaches it.
 * Without `scopeOf` it is looked for in the grant's area.
 */
export async function findRecord(
  office: Office,
  grants: readonly Grant[],
  who: string,
  right: Right,
  ref: string,
  scopeOf: ScopeOf = (grant) => areaScope(grant.area),
): Promise<Found | undefined> {
  const tidy = tidyReference(ref);
  const scopes = [...new Set(grants.map(scopeOf))].filter((scope) => scope !== undefined);
  const stored = await Promise.all(scopes.map((scope) => office.records.read(scope, tidy, 'head')));
  const found = grants.flatMap((grant) => {
    const head = stored.find((candidate) => candidate?.row.scope === scopeOf(grant))?.row;
    if (!head) return [];
    const permission = allows(grant, right.action, right.object, subjectOf(head, who));
    // A right narrowed in words (a summary, outcome only) has its own page, or none yet: it never opens the full one.
    if (!permission.allowed || permission.qualifiers.length > 0 || permission.view === 'aggregate') return [];
    return [{ head, grant, view: permission.view }];
  });
  return found.find(({ view }) => view === 'full') ?? found[0];
}

export const notAvailableAnswer = {
  answered: false,
  refusal: refusedForRole,
} as const satisfies Answered<never>;
