import { useState } from 'react';
import { meetingModes } from '../../bot/contract/panel.ts';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { TextField } from '../form/TextField.tsx';
import { useCommand } from '../parts/useCommand.ts';

interface Props {
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** MG1: the day, the time and how the panel meets. */
export function PlanForm({ cancel, done }: Props) {
  const [typed, setTyped] = useState({ date: '', mode: 'FACE_TO_FACE' });
  const { send, sending, refusal } = useCommand('meeting.plan');
  const bind = bindTo(typed, setTyped, refusal);

  async function submit() {
    const outcome = await send(typed);
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label="Plan a meeting"
      verb="Plan this meeting"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <TextField {...bind('date')} label="Day and time" type="datetime-local" required />
      <RadiosField {...bind('mode')} label="How does the panel meet?" choices={meetingModes} required />
    </CommandForm>
  );
}
