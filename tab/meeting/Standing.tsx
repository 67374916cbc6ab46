import type { MeetingPage } from '../../bot/contract/panelAnswers.ts';
import { meetingStates } from '../../bot/contract/panel.ts';
import { ExplainedWord } from '../parts/ExplainedWord.tsx';
import { FormButton } from '../parts/FormButton.tsx';
import { CloseMeeting } from './CloseMeeting.tsx';
import { Step } from './Step.tsx';
import css from './room.module.css';

interface Props {
  readonly page: MeetingPage;
  readonly done: (message: string) => void;
}

/** Where the meeting stands, and the chair's next step. */
export function Standing({ page: { ref, state, stateLabel, when, mode, steps }, done }: Props) {
  return (
    <div className={css['standing']}>
      <strong className={css['when']}>{when}</strong>
      <ExplainedWord label={stateLabel} means={meetingStates[state].means} state={state} />
      <span className={css['quiet']}>
        {mode} · {ref}
      </span>
      {steps.includes('meeting.start') && (
        <Step name="meeting.start" input={{ ref }} verb="Open the meeting" primary done={done} />
      )}
      {steps.includes('meeting.close') && (
        <FormButton verb="Close the meeting" done={done}>
          {(form) => <CloseMeeting reference={ref} {...form} />}
        </FormButton>
      )}
    </div>
  );
}
