import { useState } from 'react';
import { attendanceMarks } from '../../bot/contract/referralWords.ts';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { aboutChoice, Reason, reasonsGiven } from '../form/Reason.tsx';
import { TextField } from '../form/TextField.tsx';
import { useCommand } from '../parts/useCommand.ts';
import { sessionChoices } from './sessionChoices.ts';
import type { StepProps } from './Steps.tsx';

interface Typed {
  readonly session: string;
  readonly mark: string;
  readonly minutes: string;
  readonly reasons: Readonly<Record<string, string>>;
}

/** R9, R10, R13, R14: how a session went, for the coordinator. A trainer has a page of their own for it. */
export function MarkForm({ page, cancel, done }: StepProps) {
  const { status, markable } = page;
  const [typed, setTyped] = useState<Typed>(() => ({
    session: String(markable[0] ?? 1),
    mark: '',
    minutes: '',
    reasons: {},
  }));
  const { send, sending, refusal } = useCommand('referral.markAttendance');
  const bind = bindTo(typed, setTyped, refusal);
  const asksMinutes = typed.mark === 'ATTENDED' || typed.mark === 'PARTIAL';

  async function submit() {
    const { session, mark, minutes, reasons } = typed;
    const result = await send({
      ref: status.ref,
      version: status.version,
      session: Number(session),
      ...(mark ? { mark } : {}),
      ...(asksMinutes && minutes.trim() ? { minutes: Number(minutes) } : {}),
      ...reasonsGiven(reasons),
    });
    if (result) done(result.message);
  }
  return (
    <CommandForm
      label="Mark attendance"
      verb="Save"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
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
        onChange={(reasons) => setTyped({ ...typed, reasons })}
        words={aboutChoice}
      />
    </CommandForm>
  );
}
