import { awards, noAwardReasons } from '../../bot/contract/referralWords.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';
import type { StepProps } from './Steps.tsx';

/** R16, R17: the award and its certificate, or why there is none. */
export function AwardForm({ page: { status }, cancel, done }: StepProps) {
  const { typed, bind, sends } = useForm(
    'referral.recordAward',
    { award: '', awardedOn: '', certificate: '', noAwardReason: '' },
    done,
  );
  const made = typed.award === 'AWARDED';
  const notMade = typed.award === 'NO_AWARD';

  const { award, awardedOn, certificate, noAwardReason } = typed;
  const command = sends({
    ref: status.ref,
    version: status.version,
    ...(award ? { award } : {}),
    ...(made && awardedOn ? { awardedOn } : {}),
    ...(made && certificate.trim() ? { certificate } : {}),
    ...(notMade && noAwardReason ? { noAwardReason } : {}),
  });
  return (
    <CommandForm label="Record the award" verb="Save the award" cancel={cancel} {...command}>
      <RadiosField {...bind('award')} label="Was the award made?" required choices={awards} />
      {made && <TextField {...bind('awardedOn')} label="Date of the award" required type="date" />}
      {made && <TextField {...bind('certificate')} label="Reference of the certificate" required />}
      {notMade && (
        <ChoiceField {...bind('noAwardReason')} label="Why not?" required choices={noAwardReasons} />
      )}
    </CommandForm>
  );
}
