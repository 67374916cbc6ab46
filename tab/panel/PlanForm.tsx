import { meetingModes } from '../../bot/contract/panel.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';

interface Props {
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** MG1: the day, the time and how the panel meets. */
export function PlanForm({ cancel, done }: Props) {
  const { typed, bind, sends } = useForm('meeting.plan', { date: '', mode: 'FACE_TO_FACE' }, done);
  return (
    <CommandForm label="Plan a meeting" verb="Plan this meeting" cancel={cancel} {...sends(typed)}>
      <TextField {...bind('date')} label="Day and time" type="datetime-local" required />
      <RadiosField {...bind('mode')} label="How does the panel meet?" choices={meetingModes} required />
    </CommandForm>
  );
}
