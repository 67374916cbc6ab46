import { useState } from 'react';
import { closeOutcomes } from '../../bot/contract/incident.ts';
import { bindTo } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { useCommand } from '../parts/useCommand.ts';

interface Props {
  readonly reference: string;
  readonly version: number;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** I4: how it was dealt with, and feedback to the person who reported it. */
export function CloseForm({ reference, version, cancel, done }: Props) {
  const [typed, setTyped] = useState({ outcome: '', feedback: '' });
  const { send, sending, refusal } = useCommand('incident.close');
  const bind = bindTo(typed, setTyped, refusal);

  async function submit() {
    const { outcome, feedback } = typed;
    const result = await send({ ref: reference, version, feedback, ...(outcome ? { outcome } : {}) });
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
    </CommandForm>
  );
}
