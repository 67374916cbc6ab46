import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { aboutChoice, Reason, reasonsGiven } from '../form/Reason.tsx';
import { TextField } from '../form/TextField.tsx';
import { useCommand } from '../parts/useCommand.ts';
import type { OwnSession } from './SessionCard.tsx';

interface Props {
  readonly session: OwnSession;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

interface Typed {
  readonly minutes: string;
  readonly mark: string;
  readonly reasons: Readonly<Record<string, string>>;
}

const counts = { PARTIAL: 'It needs a full repeat', ATTENDED: 'It counts as attended' };

/** R9: a patient who was there for less than the whole session. */
export function PartForm({ session, cancel, done }: Props) {
  const [typed, setTyped] = useState<Typed>({ minutes: '', mark: '', reasons: {} });
  const { send, sending, refusal } = useCommand('referral.markAttendance');
  const bind = bindTo(typed, setTyped, refusal);

  async function submit() {
    const { minutes, mark, reasons } = typed;
    const result = await send({
      ref: session.ref,
      version: session.version,
      session: session.session,
      ...(mark ? { mark } : {}),
      ...(minutes.trim() ? { minutes: Number(minutes) } : {}),
      ...reasonsGiven(reasons),
    });
    if (result) done(result.message);
  }
  return (
    <CommandForm
      label={`Part of the session, ${session.firstName}`}
      verb="Save"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <TextField
        {...bind('minutes')}
        label="Minutes they were there"
        required
        hint="Of 180."
        inputMode="numeric"
      />
      <RadiosField {...bind('mark')} label="How does it count?" required choices={counts} />
      <Reason
        refusal={refusal}
        reasons={typed.reasons}
        onChange={(reasons) => setTyped({ ...typed, reasons })}
        words={aboutChoice}
      />
    </CommandForm>
  );
}
