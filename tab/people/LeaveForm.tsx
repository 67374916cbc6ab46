import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { useCommand } from '../parts/useCommand.ts';
import { ReasonField } from './ReasonField.tsx';
import { given, type StepProps } from './step.ts';
import css from '../form/form.module.css';

/** Everything of theirs ends at once. */
export function LeaveForm({ page, cancel, done }: StepProps) {
  const [typed, setTyped] = useState({ reason: '' });
  const { send, sending, refusal } = useCommand('people.leave');

  async function submit() {
    const outcome = await send({ person: page.person, ...given(typed) });
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label={`${page.name} leaves`}
      verb="End every role now"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <p className={css['wide']}>
        Every role and cover of theirs ends at once, also where they are signed in. Their history stays.
      </p>
      <ReasonField {...bindTo(typed, setTyped, refusal)('reason')} />
    </CommandForm>
  );
}
