import { noteRehabOffer } from '../../domain/placement/noteRehabOffer.ts';
import { openPlacement } from '../../domain/placement/openPlacement.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import { areaOf } from '../authorise.ts';
import { areaScope, directory } from '../office.ts';
import type { HeadRow } from '../rows.ts';
import type { CommandSpecs } from '../spec.ts';
import { tidyReference } from '../tidyReference.ts';

const organisationId = (organisation: string) => `organisation:${organisation}`;

/** Placements live in their area's scope (D6). */
export const placementCommands = {
  'placement.open': {
    object: 'placement',
    action: 'C',
    scope: areaOf,
    // A fact of the command itself: its rule opens no placement on a ground that needs a removal form.
    subject: (head) => (head ? {} : { facts: ['nonRemovalGround'] }),
    rows: (input) =>
      [...new Set([input.schemeProvider, ...input.barredPractices])].map((organisation) => ({
        kind: 'organisation',
        id: organisationId(organisation),
        scope: directory,
      })),
    decide: ({ input, row, facts }) =>
      openPlacement(input, (organisation) => row('organisation', organisationId(organisation))?.row, facts),
  },
  'placement.noteRehabOffer': {
    object: 'rehabOffer',
    action: 'U',
    scope: (_grant, _person, input) => areaScope(input?.area ?? ''),
    refs: (input) => [tidyReference(input.ref)],
    decide: ({ input, heads: [head], facts }) => noteRehabOffer(input, asPlacement(head), facts),
  },
} satisfies Partial<CommandSpecs>;

/** A head of type PLC holds a placement's body: only the rules of placements write such heads. */
export function asPlacement(head: HeadRow | undefined): Placement {
  if (head?.type !== 'PLC') throw new Error('The desk handed a placement command another record.');
  const { id: _id, scope: _scope, kind: _kind, chain: _chain, guarded: _guarded, ...placement } = head;
  return placement as unknown as Placement;
}
