import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { TextField } from '../form/TextField.tsx';
import { useCommand } from '../parts/useCommand.ts';
import { named, type StepProps } from './stepProps.ts';

/** The end of a record: confirmed by typing its reference, because it cannot be undone. */
export function DestroyForm({ row, cancel, done }: StepProps) {
  const [typed, setTyped] = useState({ reason: '', confirm: '' });
  const { send, sending, refusal } = useCommand('retention.destroy');
  const bind = bindTo(typed, setTyped, refusal);

  async function submit() {
    const outcome = await send({ ...named(row), ...typed });
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label="Destroy the record"
      verb="Destroy for good"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <LongTextField
        {...bind('reason')}
        label="Reason"
        hint="It stays when the record is gone. Name nobody in it."
        rows={2}
        required
      />
      <TextField
        {...bind('confirm')}
        label={`Type ${row.ref} to confirm`}
        hint="What is destroyed cannot be brought back."
        required
      />
    </CommandForm>
  );
}
