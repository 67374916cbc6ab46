import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { useCommand } from '../parts/useCommand.ts';
import type { StepProps } from './Steps.tsx';

/** R19: the referrer takes the referral back. */
export function WithdrawForm({ page: { status, provider }, cancel, done }: StepProps) {
  const [typed, setTyped] = useState({ reason: '' });
  const { send, sending, refusal } = useCommand('referral.withdraw');

  async function submit() {
    const result = await send({
      provider,
      ref: status.ref,
      version: status.version,
      reason: typed.reason,
    });
    if (result) done(result.message);
  }
  return (
    <CommandForm
      label="Take the referral back"
      verb="Take it back"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <LongTextField
        {...bindTo(typed, setTyped, refusal)('reason')}
        label="Reason"
        required
        hint="The programme reads it. Booked sessions are called off."
        rows={2}
      />
    </CommandForm>
  );
}
