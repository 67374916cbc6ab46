import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';
import { ReasonField } from './ReasonField.tsx';
import { given, type StepProps } from './step.ts';

export function RenameForm({ page, cancel, done }: StepProps) {
  const { typed, bind, sends } = useForm('people.rename', { name: page.name, reason: '' }, done);
  return (
    <CommandForm
      label="Change the name"
      verb="Save the name"
      cancel={cancel}
      {...sends({ person: page.person, ...given(typed) })}
    >
      <TextField {...bind('name')} label="Name" required />
      <ReasonField {...bind('reason')} />
    </CommandForm>
  );
}
