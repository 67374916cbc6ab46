import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useCommand } from '../parts/useCommand.ts';

interface Props {
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

export function AddPersonForm({ cancel, done }: Props) {
  const [typed, setTyped] = useState({ name: '', person: '' });
  const { send, sending, refusal } = useCommand('people.add');
  const bind = bindTo(typed, setTyped, refusal);

  async function submit() {
    const outcome = await send(typed);
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label="Add a person"
      verb="Add this person"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <TextField {...bind('name')} label="Name" required />
      <TextField
        {...bind('person')}
        label="Entra object id"
        hint="On the person’s page in Entra, as Object ID."
        required
      />
    </CommandForm>
  );
}
