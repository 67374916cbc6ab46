import { CommandForm } from '../form/CommandForm.tsx';
import { useForm } from '../form/useForm.ts';
import { ReasonField } from './ReasonField.tsx';
import { given, type StepProps } from './step.ts';
import css from '../form/form.module.css';

/** Everything of theirs ends at once. */
export function LeaveForm({ page, cancel, done }: StepProps) {
  const { typed, bind, sends } = useForm('people.leave', { reason: '' }, done);
  return (
    <CommandForm
      label={`${page.name} leaves`}
      verb="End every role now"
      cancel={cancel}
      {...sends({ person: page.person, ...given(typed) })}
    >
      <p className={css['wide']}>
        Every role and cover of theirs ends at once, also where they are signed in. Their history stays.
      </p>
      <ReasonField {...bind('reason')} />
    </CommandForm>
  );
}
