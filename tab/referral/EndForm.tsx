import { useState } from 'react';
import { closeWays } from '../../bot/contract/referralWords.ts';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { aboutChoice, Reason, reasonsGiven } from '../form/Reason.tsx';
import { useCommand } from '../parts/useCommand.ts';
import type { StepProps } from './Steps.tsx';

interface Typed {
  readonly how: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<string, string>>;
}

/** R7, R19: the coordinator ends a referral because the patient could not be reached, or does not want to go on. */
export function EndForm({ page: { status }, cancel, done }: StepProps) {
  const [typed, setTyped] = useState<Typed>({ how: '', reason: '', reasons: {} });
  const { send, sending, refusal } = useCommand('referral.close');
  const bind = bindTo(typed, setTyped, refusal);

  async function submit() {
    const { how, reason, reasons } = typed;
    const result = await send({
      ref: status.ref,
      version: status.version,
      ...(how ? { how } : {}),
      ...(how === 'WITHDRAWN' ? { reason } : {}),
      ...reasonsGiven(reasons),
    });
    if (result) done(result.message);
  }
  return (
    <CommandForm
      label="End the referral"
      verb="End it"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <RadiosField {...bind('how')} label="Why does it end?" required choices={closeWays} />
      {typed.how === 'WITHDRAWN' && (
        <LongTextField {...bind('reason')} label="Reason" required hint="As the patient gave it." rows={2} />
      )}
      <Reason
        refusal={refusal}
        reasons={typed.reasons}
        onChange={(reasons) => setTyped({ ...typed, reasons })}
        words={aboutChoice}
      />
    </CommandForm>
  );
}
