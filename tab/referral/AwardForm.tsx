import { useState } from 'react';
import { awards, noAwardReasons } from '../../bot/contract/referralWords.ts';
import { bindTo } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { TextField } from '../form/TextField.tsx';
import { useCommand } from '../parts/useCommand.ts';
import type { StepProps } from './Steps.tsx';

/** R16, R17: the award and its certificate, or why there is none. */
export function AwardForm({ page: { status }, cancel, done }: StepProps) {
  const [typed, setTyped] = useState({ award: '', awardedOn: '', certificate: '', noAwardReason: '' });
  const { send, sending, refusal } = useCommand('referral.recordAward');
  const bind = bindTo(typed, setTyped, refusal);
  const made = typed.award === 'AWARDED';
  const notMade = typed.award === 'NO_AWARD';

  async function submit() {
    const { award, awardedOn, certificate, noAwardReason } = typed;
    const result = await send({
      ref: status.ref,
      version: status.version,
      ...(award ? { award } : {}),
      ...(made && awardedOn ? { awardedOn } : {}),
      ...(made && certificate.trim() ? { certificate } : {}),
      ...(notMade && noAwardReason ? { noAwardReason } : {}),
    });
    if (result) done(result.message);
  }
  return (
    <CommandForm
      label="Record the award"
      verb="Save the award"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <RadiosField {...bind('award')} label="Was the award made?" required choices={awards} />
      {made && <TextField {...bind('awardedOn')} label="Date of the award" required type="date" />}
      {made && <TextField {...bind('certificate')} label="Reference of the certificate" required />}
      {notMade && (
        <ChoiceField {...bind('noAwardReason')} label="Why not?" required choices={noAwardReasons} />
      )}
    </CommandForm>
  );
}
