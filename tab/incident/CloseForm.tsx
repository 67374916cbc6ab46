import { useState } from 'react';
import { closeOutcomes } from '../../bot/contract/incident.ts';
import { bindTo } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { Reason, reasonsGiven } from '../form/Reason.tsx';
import { useCommand } from '../parts/useCommand.ts';

interface Props {
  readonly reference: string;
  readonly version: number;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

interface Typed {
  readonly outcome: string;
  readonly feedback: string;
  readonly reasons: Readonly<Record<string, string>>;
}

/** I4: how it was dealt with, and feedback to the person who reported it. */
export function CloseForm({ reference, version, cancel, done }: Props) {
  const [typed, setTyped] = useState<Typed>({ outcome: '', feedback: '', reasons: {} });
  const { send, sending, refusal } = useCommand('incident.close');
  const bind = bindTo(typed, setTyped, refusal);

  async function submit() {
    const { outcome, feedback, reasons } = typed;
    const chosen = outcome ? { outcome } : {};
    const result = await send({ ref: reference, version, feedback, ...chosen, ...reasonsGiven(reasons) });
    if (result) done(result.message);
  }
  return (
    <CommandForm
      label="Close with feedback"
      verb="Close report"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <ChoiceField {...bind('outcome')} label="How was it dealt with?" required choices={closeOutcomes} />
      <LongTextField
        {...bind('feedback')}
        label="Feedback to the person who reported it"
        required
        hint="What was done, and what they can expect. They read this in their reports."
      />
      <Reason
        refusal={refusal}
        reasons={typed.reasons}
        onChange={(reasons) => setTyped({ ...typed, reasons })}
      />
    </CommandForm>
  );
}
