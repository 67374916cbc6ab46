import { CommandForm } from '../form/CommandForm.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { aboutChoice, noReasons, Reason, reasonsGiven } from '../form/Reason.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';
import type { OwnSession } from './SessionCard.tsx';

interface Props {
  readonly session: OwnSession;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

const counts = { PARTIAL: 'It needs a full repeat', ATTENDED: 'It counts as attended' };

/** R9: a patient who was there for less than the whole session. */
export function PartForm({ session, cancel, done }: Props) {
  const { typed, refusal, bind, sends } = useForm(
    'referral.markAttendance',
    { minutes: '', mark: '', reasons: noReasons },
    done,
  );

  const { minutes, mark, reasons } = typed;
  const command = sends({
    ref: session.ref,
    version: session.version,
    session: session.session,
    ...(mark ? { mark } : {}),
    ...(minutes.trim() ? { minutes: Number(minutes) } : {}),
    ...reasonsGiven(reasons),
  });
  return (
    <CommandForm label={`Part of the session, ${session.firstName}`} verb="Save" cancel={cancel} {...command}>
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
        onChange={bind('reasons').onChange}
        words={aboutChoice}
      />
    </CommandForm>
  );
}
