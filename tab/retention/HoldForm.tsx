import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { useCommand } from '../parts/useCommand.ts';
import { named, type StepProps } from './stepProps.ts';

export function HoldForm(props: StepProps) {
  return (
    <ReasonForm
      {...props}
      command="retention.hold"
      label="Put on hold"
      verb="Hold it"
      hint="Such as a claim or an inquiry. Until you release it, nobody can destroy the record."
    />
  );
}

export function ReleaseForm(props: StepProps) {
  return (
    <ReasonForm
      {...props}
      command="retention.release"
      label="Release the hold"
      verb="Release it"
      hint="From then on the schedule counts again."
    />
  );
}

interface Props extends StepProps {
  readonly command: 'retention.hold' | 'retention.release';
  readonly label: string;
  readonly verb: string;
  readonly hint: string;
}

function ReasonForm({ row, cancel, done, command, label, verb, hint }: Props) {
  const [typed, setTyped] = useState({ reason: '' });
  const { send, sending, refusal } = useCommand(command);

  async function submit() {
    const outcome = await send({ ...named(row), ...typed });
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm {...{ label, verb, sending, refusal, submit, cancel }} fields={Object.keys(typed)}>
      <LongTextField
        {...bindTo(typed, setTyped, refusal)('reason')}
        label="Reason"
        hint={hint}
        rows={2}
        required
      />
    </CommandForm>
  );
}
