import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { useForm } from '../form/useForm.ts';
import type { StepProps } from './Steps.tsx';

/** R19: the referrer takes the referral back. */
export function WithdrawForm({ page: { status, provider }, cancel, done }: StepProps) {
  const { typed, bind, sends } = useForm('referral.withdraw', { reason: '' }, done);

  const command = sends({
    provider,
    ref: status.ref,
    version: status.version,
    reason: typed.reason,
  });
  return (
    <CommandForm label="Take the referral back" verb="Take it back" cancel={cancel} {...command}>
      <LongTextField
        {...bind('reason')}
        label="Reason"
        required
        hint="The programme reads it. Booked sessions are called off."
        rows={2}
      />
    </CommandForm>
  );
}
