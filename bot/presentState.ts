import { parseReference } from './domain/references.ts';
import type { Desk } from './desk/desk.ts';
import type { PresentState, Work } from './jobs/ports.ts';

type Ask = (desk: Desk, ref: string, person: string) => Promise<PresentState | undefined>;

/** Where a record stands as one person may see it, asked like any other question: an edited card shows them no more. */
export function presentStateAt(desk: Desk): Work<unknown>['presentState'] {
  return async (ref, person) => {
    const { type } = parseReference(ref) ?? {};
    // A meeting's notice needs no state. Asking for a record that is something else would be logged as a refusal.
    if (type === 'ITM') return askItem(desk, ref, person);
    if (type === 'PLC') return askPlacement(desk, ref, person);
    if (type === 'INC') return askStatus('incident.status')(desk, ref, person);
    return type === 'REF' ? askStatus('referral.status')(desk, ref, person) : undefined;
  };
}

const askStatus =
  (name: 'incident.status' | 'referral.status'): Ask =>
  async (desk, ref, person) => {
    const asked = await desk.ask({ person }, { name, input: { ref }, forDelivery: true });
    if (!asked.answered) return undefined;
    return { state: asked.answer.state, label: asked.answer.stateLabel, identifiers: asked.identifiers };
  };

const askPlacement: Ask = async (desk, ref, person) => {
  const asked = await desk.ask({ person }, { name: 'placement.status', input: { ref }, forDelivery: true });
  if (!asked.answered) return undefined;
  const { standing } = asked.answer;
  return standing && { state: standing.state, label: standing.stateLabel, identifiers: asked.identifiers };
};

const askItem: Ask = async (desk, ref, person) => {
  const asked = await desk.ask({ person }, { name: 'item.card', input: { ref }, forDelivery: true });
  if (!asked.answered) return undefined;
  return { state: asked.answer.state, label: asked.answer.stateWords, identifiers: asked.identifiers };
};
