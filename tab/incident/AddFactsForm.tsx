import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { noReasons, Reason, reasonsGiven } from '../form/Reason.tsx';
import { useForm } from '../form/useForm.ts';

export interface AdditionProps {
  readonly reference: string;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** More facts for a report already sent; the report itself stays as it was. */
export function AddFactsForm({ reference, cancel, done }: AdditionProps) {
  const { typed, refusal, bind, sends } = useForm(
    'incident.addFacts',
    { text: '', reasons: noReasons },
    done,
  );
  return (
    <CommandForm
      label="Add facts"
      verb="Add to the report"
      cancel={cancel}
      {...sends({ ref: reference, text: typed.text, ...reasonsGiven(typed.reasons) })}
    >
      <LongTextField
        {...bind('text')}
        label="What do you want to add?"
        required
        hint="The report stays as it was sent. This is added below it, with your name."
      />
      <Reason refusal={refusal} reasons={typed.reasons} onChange={bind('reasons').onChange} />
    </CommandForm>
  );
}
