import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useCommand } from '../parts/useCommand.ts';
import { ReasonField } from './ReasonField.tsx';
import { given, type HeldRole, type StepProps } from './step.ts';

/** Ends one role, now or after a day. */
export function EndForm({ page, role, cancel, done }: StepProps & { readonly role: HeldRole }) {
  const [typed, setTyped] = useState({ lastDay: '', reason: '' });
  const { send, sending, refusal } = useCommand('people.endRole');
  const bind = bindTo(typed, setTyped, refusal);

  async function submit() {
    const outcome = await send({ person: page.person, grant: role.grant, ...given(typed) });
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label={`End ${role.label}, ${role.organisationName}`}
      verb={typed.lastDay ? 'End it after this day' : 'End it now'}
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
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
