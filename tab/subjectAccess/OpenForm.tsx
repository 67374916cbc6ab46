import { identityChecks } from '../../bot/contract/subjectAccess.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';

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
  const { typed, bind, sends } = useForm('subjectAccess.open', nothing, done);
  return (
    <CommandForm label="Open a request" verb="Open this request" cancel={cancel} {...sends(typed)}>
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
