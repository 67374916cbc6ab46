import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { useCommand } from '../parts/useCommand.ts';

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
  const [typed, setTyped] = useState({ reason: '' });
  const { send, sending, refusal } = useCommand(command);

  async function submit() {
    const outcome = await send({ meeting, ref: reference, reason: typed.reason });
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label={label}
      verb={verb}
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <LongTextField {...bindTo(typed, setTyped, refusal)('reason')} label={question} rows={3} required />
    </CommandForm>
  );
}
