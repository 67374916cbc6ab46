import { advance, type Decision, type Facts } from '../decision.ts';
import { itemMovedOn, type Item } from './item.ts';
import { itemMay } from './itemTransitions.ts';

/** An item is taken off the agenda before the panel comes to it, with the reason; it stays in the record (§3.3). */
export function withdrawItem(input: { readonly reason: string }, item: Item, facts: Facts): Decision {
  if (!itemMay('item.withdraw', item.state)) return itemMovedOn(item);
  const withdrawal = { at: facts.now.toString(), by: facts.actor.name, reason: input.reason };
  const body = { ...item.body, withdrawal, revision: item.body.revision + 1 };
  const next = advance(item, facts.now, { state: 'WITHDRAWN', body });
  return {
    changed: true,
    heads: [next],
    entries: [{ ref: next.ref, action: 'item.withdrawn', content: { reason: input.reason } }],
    outcome: {
      ref: next.ref,
      state: next.state,
      version: next.version,
      message: 'The item is off the agenda.',
    },
  };
}
