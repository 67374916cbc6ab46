import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { useForm } from '../form/useForm.ts';

interface Props {
  readonly command: 'item.defer' | 'item.withdraw';
  readonly meeting: string;
  readonly reference: string;
  readonly label: string;
  readonly verb: string;
  readonly question: string;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** A step on an item that needs a reason and nothing else: deferring it (V9), taking it off the agenda. */
export function ReasonForm({ command, meeting, reference, label, verb, question, cancel, done }: Props) {
  const { typed, bind, sends } = useForm(command, { reason: '' }, done);
  return (
    <CommandForm
      label={label}
      verb={verb}
      cancel={cancel}
      {...sends({ meeting, ref: reference, reason: typed.reason })}
    >
      <LongTextField {...bind('reason')} label={question} rows={3} required />
    </CommandForm>
  );
}
