import type { Desk } from './desk/desk.ts';
import type { Work } from './jobs/ports.ts';

/** Where a record stands as one person may see it, asked like any other question: an edited card shows them no more. */
export function presentStateAt(desk: Desk): Work<unknown>['presentState'] {
  return async (ref, person) => {
    const name = ref.startsWith('REF-') ? 'referral.status' : 'incident.status';
    const asked = await desk.ask({ person }, { name, input: { ref }, forDelivery: true });
    if (!asked.answered) return undefined;
    return { state: asked.answer.state, label: asked.answer.stateLabel, identifiers: asked.identifiers };
  };
}
