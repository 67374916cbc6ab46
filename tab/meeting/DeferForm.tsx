import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { useCommand } from '../parts/useCommand.ts';

interface Props {
  readonly meeting: string;
  readonly reference: string;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** V9: the chair defers the item, with the reason. */
export function DeferForm({ meeting, reference, cancel, done }: Props) {
  const [typed, setTyped] = useState({ reason: '' });
  const { send, sending, refusal } = useCommand('item.defer');

  async function submit() {
    const outcome = await send({ meeting, ref: reference, reason: typed.reason });
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label="Defer the item"
      verb="Defer this item"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <LongTextField
        {...bindTo(typed, setTyped, refusal)('reason')}
        label="Why is it deferred?"
        rows={3}
        required
      />
    </CommandForm>
  );
}
