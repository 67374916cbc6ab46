import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';

interface Props {
  readonly cancel: () => void;
  /** With the id of who was added. */
  readonly done: (message: string, person: string) => void;
}

export function AddPersonForm({ cancel, done }: Props) {
  const { typed, bind, sends } = useForm('people.add', { name: '', person: '' }, (message, { ref = '' }) =>
    done(message, ref.replace(/^PER-/, '')),
  );
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
