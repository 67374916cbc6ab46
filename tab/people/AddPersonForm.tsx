import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';

interface Props {
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

export function AddPersonForm({ cancel, done }: Props) {
  const { typed, bind, sends } = useForm('people.add', { name: '', person: '' }, done);
  return (
    <CommandForm label="Add a person" verb="Add this person" cancel={cancel} {...sends(typed)}>
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
