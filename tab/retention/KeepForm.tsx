import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { TextField } from '../form/TextField.tsx';
import { useCommand } from '../parts/useCommand.ts';
import { named, type StepProps } from './stepProps.ts';

/** A review that says: not yet. */
export function KeepForm({ row, cancel, done }: StepProps) {
  const [typed, setTyped] = useState({ until: '', reason: '' });
  const { send, sending, refusal } = useCommand('retention.keep');
  const bind = bindTo(typed, setTyped, refusal);

  async function submit() {
    const outcome = await send({ ...named(row), ...typed });
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label="Keep the record"
      verb="Keep it"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <TextField
        {...bind('until')}
        label="Keep until"
        type="date"
        hint="It comes up for review again then."
        required
      />
      <LongTextField {...bind('reason')} label="Reason" rows={2} required />
    </CommandForm>
  );
}
