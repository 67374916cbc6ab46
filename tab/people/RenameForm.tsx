import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useCommand } from '../parts/useCommand.ts';
import { ReasonField } from './ReasonField.tsx';
import { given, type StepProps } from './step.ts';

export function RenameForm({ page, cancel, done }: StepProps) {
  const [typed, setTyped] = useState({ name: page.name, reason: '' });
  const { send, sending, refusal } = useCommand('people.rename');
  const bind = bindTo(typed, setTyped, refusal);

  async function submit() {
    const outcome = await send({ person: page.person, ...given(typed) });
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label="Change the name"
      verb="Save the name"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <TextField {...bind('name')} label="Name" required />
      <ReasonField {...bind('reason')} />
    </CommandForm>
  );
}
