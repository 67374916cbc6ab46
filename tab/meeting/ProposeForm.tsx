import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { useCommand } from '../parts/useCommand.ts';
import type { ItemProps } from './Item.tsx';

/** V2: the chair proposes how to decide; every other seat is then asked. */
export function ProposeForm({ meeting, item, cancel, done }: ItemProps & { readonly cancel: () => void }) {
  const [typed, setTyped] = useState({ direction: '' });
  const { send, sending, refusal } = useCommand('item.proposeConsensus');

  async function submit() {
    const { direction } = typed;
    const outcome = await send({ meeting, ref: item.ref, ...(direction ? { direction } : {}) });
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label="Decide without a vote"
      verb="Ask whether all agree"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <RadiosField
        {...bindTo(typed, setTyped, refusal)('direction')}
        label="What do you propose?"
        choices={{ FOR: `For: ${item.forMeans}`, AGAINST: `Against: ${item.againstMeans}` }}
        required
      />
    </CommandForm>
  );
}
