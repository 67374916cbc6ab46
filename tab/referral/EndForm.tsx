import { closeWays } from '../../bot/contract/referralWords.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { aboutChoice, noReasons, Reason, reasonsGiven } from '../form/Reason.tsx';
import { useForm } from '../form/useForm.ts';
import type { StepProps } from './Steps.tsx';

/** R7, R19: the coordinator ends a referral because the patient could not be reached, or does not want to go on. */
export function EndForm({ page: { status }, cancel, done }: StepProps) {
  const { typed, refusal, bind, sends } = useForm(
    'referral.close',
    { how: '', reason: '', reasons: noReasons },
    done,
  );

  const { how, reason, reasons } = typed;
  const command = sends({
    ref: status.ref,
    version: status.version,
    ...(how ? { how } : {}),
    ...(how === 'WITHDRAWN' ? { reason } : {}),
    ...reasonsGiven(reasons),
  });
  return (
    <CommandForm label="End the referral" verb="End it" cancel={cancel} {...command}>
      <RadiosField {...bind('how')} label="Why does it end?" required choices={closeWays} />
      {typed.how === 'WITHDRAWN' && (
        <LongTextField {...bind('reason')} label="Reason" required hint="As the patient gave it." rows={2} />
      )}
      <Reason
        refusal={refusal}
        reasons={typed.reasons}
        onChange={bind('reasons').onChange}
        words={aboutChoice}
      />
    </CommandForm>
  );
}
