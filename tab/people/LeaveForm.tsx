import { CommandForm } from '../form/CommandForm.tsx';
import { useForm } from '../form/useForm.ts';
import { ReasonField } from './ReasonField.tsx';
import { given, type StepProps } from './step.ts';

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
      <ReasonField {...bind('reason')} />
    </CommandForm>
  );
}
