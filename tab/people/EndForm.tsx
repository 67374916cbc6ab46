import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';
import { ReasonField } from './ReasonField.tsx';
import { given, type HeldRole, type StepProps } from './step.ts';

/** Ends one role, now or after a day. */
export function EndForm({ page, role, cancel, done }: StepProps & { readonly role: HeldRole }) {
  const { typed, bind, sends } = useForm('people.endRole', { lastDay: '', reason: '' }, done);
  return (
    <CommandForm
      label={`End ${role.label}, ${role.organisationName}`}
      verb={typed.lastDay ? 'End it after this day' : 'End it now'}
      cancel={cancel}
      {...sends({ person: page.person, grant: role.grant, ...given(typed) })}
    >
      <TextField
        {...bind('lastDay')}
        label="Last day"
        type="date"
        hint="Left empty, the role ends now, also where they are signed in."
      />
      <ReasonField {...bind('reason')} />
    </CommandForm>
  );
}
