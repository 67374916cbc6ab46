import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';
import { named, type StepProps } from './stepProps.ts';

/** The end of a record: confirmed by typing its reference, because it cannot be undone. */
export function DestroyForm({ row, cancel, done }: StepProps) {
  const { typed, bind, sends } = useForm('retention.destroy', { reason: '', confirm: '' }, done);
  return (
    <CommandForm
      label="Destroy the record"
      verb="Destroy for good"
      cancel={cancel}
      {...sends({ ...named(row), ...typed })}
    >
      <LongTextField
        {...bind('reason')}
        label="Reason"
        hint="It stays when the record is gone. Name nobody in it."
        rows={2}
        required
      />
      <TextField
        {...bind('confirm')}
        label={`Type ${row.ref} to confirm`}
        hint="What is destroyed cannot be brought back."
        required
      />
    </CommandForm>
  );
}
