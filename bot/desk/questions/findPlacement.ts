import type { Grant } from '../../contract/roles.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import { subjectOf } from '../authorise.ts';
import { asPlacement } from '../commands/placement.ts';
import { areaScope, type Office } from '../office.ts';
import { allows, type Subject } from '../permissions/allows.ts';
import type { HeadRow } from '../rows.ts';
import { tidyReference } from '../tidyReference.ts';

/** How much of a placement somebody may see, the most first (DOMAIN §1.2). */
const views = ['full', 'status', 'decision', 'onScheme'] as const;
export type PlacementView = (typeof views)[number];

export interface FoundPlacement {
  readonly head: HeadRow;
  readonly placement: Placement;
  readonly grant: Grant;
  readonly view: PlacementView;
}

/** The placement under the grant that shows the most of it; undefined when there is none or none of them reaches it. */
export async function findPlacement(
  office: Office,
  grants: readonly Grant[],
  who: string,
  ref: string,
): Promise<FoundPlacement | undefined> {
  const scopes = [...new Set(grants.map(({ area }) => areaScope(area)))];
  const tidy = tidyReference(ref);
  const stored = await Promise.all(scopes.map((scope) => office.records.read(scope, tidy, 'head')));
  const found = grants.flatMap((grant) => {
    const head = stored.find((candidate) => candidate?.row.scope === areaScope(grant.area))?.row;
    if (head?.type !== 'PLC') return [];
    const view = viewOf(grant, subjectOf(head, who));
    return view ? [{ head, placement: asPlacement(head), grant, view }] : [];
  });
  return found.toSorted((one, other) => views.indexOf(one.view) - views.indexOf(other.view))[0];
}

/** DOMAIN §1.2, row Placement: what the words beside a status line leave of it. */
export function viewOf(grant: Grant, subject: Subject | undefined): PlacementView | undefined {
  const permission = allows(grant, 'R', 'placement', subject);
  if (!permission.allowed || permission.view === 'aggregate') return undefined;
  if (permission.qualifiers.includes('onSchemeYesNo')) return 'onScheme';
  if (permission.qualifiers.includes('removedOrSchemeDecision')) return 'decision';
  return permission.view;
}
