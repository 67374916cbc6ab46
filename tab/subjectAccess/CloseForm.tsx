import { useState } from 'react';
import { sarEnds, type SarPage } from '../../bot/contract/subjectAccess.ts';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { useCommand } from '../parts/useCommand.ts';

interface Props {
  readonly row: SarPage['row'];
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** The end of a request: from then on nothing more is read under it. */
export function CloseForm({ row, cancel, done }: Props) {
  const [typed, setTyped] = useState({ how: '', reason: '' });
  const { send, sending, refusal } = useCommand('subjectAccess.close');
  const bind = bindTo(typed, setTyped, refusal);

  async function submit() {
    const outcome = await send({ ref: row.ref, version: row.version, ...typed });
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label="Close the request"
      verb="Close this request"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <RadiosField {...bind('how')} label="How did it end?" choices={sarEnds} required />
      <LongTextField
        {...bind('reason')}
        label="What was sent, or why not"
        hint="Name nobody."
        rows={2}
        required
      />
    </CommandForm>
  );
}
