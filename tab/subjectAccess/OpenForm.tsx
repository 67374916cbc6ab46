import { useState } from 'react';
import { identityChecks } from '../../bot/contract/subjectAccess.ts';
import { bindTo } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useCommand } from '../parts/useCommand.ts';

interface Props {
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

const nothing = {
  personName: '',
  personBirthDate: '',
  personNhsNumber: '',
  requesterReference: '',
  receivedOn: '',
  identityChecked: '',
};

/** One named person. Who they are is used to find their records and is not kept. */
export function OpenForm({ cancel, done }: Props) {
  const [typed, setTyped] = useState(nothing);
  const { send, sending, refusal } = useCommand('subjectAccess.open');
  const bind = bindTo(typed, setTyped, refusal);

  async function submit() {
    const outcome = await send(typed);
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label="Open a request"
      verb="Open this request"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <TextField
        {...bind('personName')}
        label="Full name"
        hint="Name, date of birth and number find the records. They are not kept with the request."
        required
      />
      <TextField {...bind('personBirthDate')} label="Date of birth" type="date" required />
      <TextField {...bind('personNhsNumber')} label="NHS number, if known" inputMode="numeric" />
      <TextField
        {...bind('requesterReference')}
        label="Their reference"
        hint="Such as “Letter of 4 January”. No name."
        required
      />
      <TextField {...bind('receivedOn')} label="Received on" type="date" required />
      <ChoiceField
        {...bind('identityChecked')}
        label="How do you know that it is this person?"
        choices={identityChecks}
        required
      />
    </CommandForm>
  );
}
