import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';
import { named, type StepProps } from './stepProps.ts';

/** A review that says: not yet. */
export function KeepForm({ row, cancel, done }: StepProps) {
  const { typed, bind, sends } = useForm('retention.keep', { until: '', reason: '' }, done);
  return (
    <CommandForm
      label="Keep the record"
      verb="Keep it"
      cancel={cancel}
      {...sends({ ...named(row), ...typed })}
    >
      <TextField
        {...bind('until')}
        label="Keep until"
        type="date"
        hint="It comes up for review again then."
        required
      />
      <LongTextField {...bind('reason')} label="Reason" rows={2} required />
    </CommandForm>
  );
}
