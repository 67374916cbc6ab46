import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useCommand } from '../parts/useCommand.ts';

interface Props {
  readonly cancel: () => void;
  /** With the id of who was added. */
  readonly done: (message: string, person: string) => void;
}

export function AddPersonForm({ cancel, done }: Props) {
  const [typed, setTyped] = useState({ name: '', person: '' });
  const { send, sending, refusal } = useCommand('people.add');
  const bind = bindTo(typed, setTyped, refusal);

  async function submit() {
    const outcome = await send(typed);
    // Ids are kept in small letters.
    if (outcome) done(outcome.message, typed.person.trim().toLowerCase());
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
