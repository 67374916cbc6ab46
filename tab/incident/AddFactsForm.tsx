import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { Reason, reasonsGiven } from '../form/Reason.tsx';
import { useCommand } from '../parts/useCommand.ts';

export interface AdditionProps {
  readonly reference: string;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

interface Typed {
  readonly text: string;
  readonly reasons: Readonly<Record<string, string>>;
}

/** More facts for a report already sent; the report itself stays as it was. */
export function AddFactsForm({ reference, cancel, done }: AdditionProps) {
  const [typed, setTyped] = useState<Typed>({ text: '', reasons: {} });
  const { send, sending, refusal } = useCommand('incident.addFacts');

  async function submit() {
    const result = await send({ ref: reference, text: typed.text, ...reasonsGiven(typed.reasons) });
    if (result) done(result.message);
  }
  return (
    <CommandForm
      label="Add facts"
      verb="Add to the report"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <LongTextField
        {...bindTo(typed, setTyped, refusal)('text')}
        label="What do you want to add?"
        required
        hint="The report stays as it was sent. This is added below it, with your name."
      />
      <Reason
        refusal={refusal}
        reasons={typed.reasons}
        onChange={(reasons) => setTyped({ ...typed, reasons })}
      />
    </CommandForm>
  );
}
