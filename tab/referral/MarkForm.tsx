import { attendanceMarks } from '../../bot/contract/referralWords.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { aboutChoice, noReasons, Reason, reasonsGiven } from '../form/Reason.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';
import { sessionChoices } from './sessionChoices.ts';
import type { StepProps } from './Steps.tsx';

/** R9, R10, R13, R14: how a session went, for the coordinator. A trainer has a page of their own for it. */
export function MarkForm({ page, cancel, done }: StepProps) {
  const { status, markable } = page;
  const { typed, refusal, bind, sends } = useForm(
    'referral.markAttendance',
    () => ({
      session: String(markable[0] ?? 1),
      mark: '',
      minutes: '',
      reasons: noReasons,
    }),
    done,
  );
  const asksMinutes = typed.mark === 'ATTENDED' || typed.mark === 'PARTIAL';

  const { session, mark, minutes, reasons } = typed;
  const command = sends({
    ref: status.ref,
    version: status.version,
    session: Number(session),
    ...(mark ? { mark } : {}),
    ...(asksMinutes && minutes.trim() ? { minutes: Number(minutes) } : {}),
    ...reasonsGiven(reasons),
  });
  return (
    <CommandForm label="Mark attendance" verb="Save" cancel={cancel} {...command}>
      {markable.length > 1 && (
        <RadiosField
          {...bind('session')}
          label="Which session?"
          required
          choices={sessionChoices(markable)}
        />
      )}
      <RadiosField {...bind('mark')} label="How did it go?" required choices={attendanceMarks} />
      {asksMinutes && (
        <TextField
          {...bind('minutes')}
          label="Minutes the patient was there"
          required={typed.mark === 'PARTIAL'}
          hint="Leave this empty for the full 180 minutes."
          inputMode="numeric"
        />
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
