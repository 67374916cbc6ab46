import { closeOutcomes } from '../../bot/contract/incident.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { noReasons, Reason, reasonsGiven } from '../form/Reason.tsx';
import { useForm } from '../form/useForm.ts';

interface Props {
  readonly reference: string;
  readonly version: number;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** I4: how it was dealt with, and feedback to the person who reported it. */
export function CloseForm({ reference, version, cancel, done }: Props) {
  const { typed, refusal, bind, sends } = useForm(
    'incident.close',
    { outcome: '', feedback: '', reasons: noReasons },
    done,
  );

  const { outcome, feedback, reasons } = typed;
  const chosen = outcome ? { outcome } : {};
  const command = sends({ ref: reference, version, feedback, ...chosen, ...reasonsGiven(reasons) });
  return (
    <CommandForm label="Close with feedback" verb="Close report" cancel={cancel} {...command}>
      <ChoiceField {...bind('outcome')} label="How was it dealt with?" required choices={closeOutcomes} />
      <LongTextField
        {...bind('feedback')}
        label="Feedback to the person who reported it"
        required
        hint="What was done, and what they can expect. They read this in their reports."
      />
      <Reason refusal={refusal} reasons={typed.reasons} onChange={bind('reasons').onChange} />
    </CommandForm>
  );
}
