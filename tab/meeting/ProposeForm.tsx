import { CommandForm } from '../form/CommandForm.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { useForm } from '../form/useForm.ts';
import type { ItemProps } from './Item.tsx';

/** V2: the chair proposes how to decide; every other seat is then asked. */
export function ProposeForm({ meeting, item, cancel, done }: ItemProps & { readonly cancel: () => void }) {
  const { typed, bind, sends } = useForm('item.proposeConsensus', { direction: '' }, done);

  const { direction } = typed;
  const command = sends({ meeting, ref: item.ref, ...(direction ? { direction } : {}) });
  return (
    <CommandForm label="Decide without a vote" verb="Ask whether all agree" cancel={cancel} {...command}>
      <RadiosField
        {...bind('direction')}
        label="What do you propose?"
        choices={{ FOR: `For: ${item.forMeans}`, AGAINST: `Against: ${item.againstMeans}` }}
        required
      />
    </CommandForm>
  );
}
