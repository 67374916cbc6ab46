import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';
import type { AdditionProps } from './AddFactsForm.tsx';

/** Says that another report is of the same event. */
export function LinkForm({ reference, cancel, done }: AdditionProps) {
  const { typed, bind, sends } = useForm('incident.link', { other: '' }, done);
  return (
    <CommandForm
      label="Link another report"
      verb="Link the two"
      cancel={cancel}
      {...sends({ ref: reference, other: typed.other })}
    >
      <TextField
        {...bind('other')}
        label="Reference of the other report"
        required
        hint="For example INC-2027-4839272. Both reports will show the link."
      />
    </CommandForm>
  );
}
