import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useCommand } from '../parts/useCommand.ts';
import type { AdditionProps } from './AddFactsForm.tsx';

/** Says that another report is of the same event. */
export function LinkForm({ reference, cancel, done }: AdditionProps) {
  const [typed, setTyped] = useState({ other: '' });
  const { send, sending, refusal } = useCommand('incident.link');

  async function submit() {
    const result = await send({ ref: reference, other: typed.other });
    if (result) done(result.message);
  }
  return (
    <CommandForm
      label="Link another report"
      verb="Link the two"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <TextField
        {...bindTo(typed, setTyped, refusal)('other')}
        label="Reference of the other report"
        required
        hint="For example INC-2027-4839272. Both reports will show the link."
      />
    </CommandForm>
  );
}
