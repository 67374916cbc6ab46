import { Button } from '@fluentui/react-components';
import { focusNow } from '../parts/focusNow.ts';
import { Step } from './Step.tsx';
import css from './room.module.css';

interface Props {
  readonly reference: string;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** MG10: asked once more, for nothing is decided in a meeting after it. */
export function CloseMeeting({ reference, cancel, done }: Props) {
  return (
    <div className={css['steps']} ref={focusNow}>
      <span>Nothing more is decided in this meeting once it is closed.</span>
      <Button onClick={cancel}>Not now</Button>
      <Step name="meeting.close" input={{ ref: reference }} verb="Yes, close the meeting" done={done} />
    </div>
  );
}
