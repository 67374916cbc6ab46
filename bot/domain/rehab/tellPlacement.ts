import { rehabSteps, type RehabNote } from '../../contract/placement.ts';
import type { Effect } from '../decision.ts';
import type { Referral } from './referral.ts';

/** The scheme's duty to offer (§3.2): the placement behind a referral under G2 is told of every step that matters to it. */
export function tellPlacement(before: Referral | undefined, after: Referral): Effect[] {
  const { ground, schemePlacement } = after.body.form;
  const step = rehabSteps.find((known) => known === after.state);
  if (ground !== 'G2' || !schemePlacement || !step || before?.state === step) return [];
  const input: RehabNote = {
    ref: schemePlacement,
    area: after.area,
    referral: after.ref,
    provider: after.body.provider,
    referrer: after.organisation,
    step,
    offeredAt: after.createdAt,
    at: after.updatedAt,
  };
  return [{ command: 'placement.noteRehabOffer', input }];
}
