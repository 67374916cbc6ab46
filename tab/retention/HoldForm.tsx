import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { useForm } from '../form/useForm.ts';
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
  const { typed, bind, sends } = useForm(command, { reason: '' }, done);
  return (
    <CommandForm {...{ label, verb, cancel }} {...sends({ ...named(row), ...typed })}>
      <LongTextField {...bind('reason')} label="Reason" hint={hint} rows={2} required />
    </CommandForm>
  );
}
