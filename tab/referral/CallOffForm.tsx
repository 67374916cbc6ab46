import { cancelledBy } from '../../bot/contract/referralWords.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { useForm } from '../form/useForm.ts';
import { sessionChoices } from './sessionChoices.ts';
import type { StepProps } from './Steps.tsx';

/** R11, R15: a session that will not take place. When we call it off it never counts against the patient. */
export function CallOffForm({ page, cancel, done }: StepProps) {
  const { status, cancellable } = page;
  const { typed, bind, sends } = useForm(
    'referral.cancelSession',
    () => ({
      session: String(cancellable[0] ?? 1),
      by: '',
      reason: '',
    }),
    done,
  );

  const { session, by, reason } = typed;
  const command = sends({
    ref: status.ref,
    version: status.version,
    session: Number(session),
    ...(by ? { by } : {}),
    ...(reason.trim() ? { reason } : {}),
  });
  return (
    <CommandForm label="Call a session off" verb="Call it off" cancel={cancel} {...command}>
      {cancellable.length > 1 && (
        <RadiosField
          {...bind('session')}
          label="Which session?"
          required
          choices={sessionChoices(cancellable)}
        />
      )}
      <RadiosField {...bind('by')} label="Who called it off?" required choices={cancelledBy} />
      <LongTextField {...bind('reason')} label="Reason" rows={2} />
    </CommandForm>
  );
}
