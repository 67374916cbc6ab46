import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '@fluentui/react-components';
import { attendanceMarks } from '../../bot/contract/referralWords.ts';
import { Problem } from '../parts/Problem.tsx';
import { Said } from '../parts/Said.tsx';
import { focusNow } from '../parts/focusNow.ts';
import { useCommand } from '../parts/useCommand.ts';
import { keepTrying, retryEvery } from './keepTrying.ts';
import { PartForm } from './PartForm.tsx';
import type { OwnSession } from './SessionCard.tsx';
import css from './sessions.module.css';

/** How long a mark can be taken back before it is sent, in milliseconds. */
const undoFor = 10_000;

type Mark = 'ATTENDED' | 'DNA';
type Chosen = { readonly mark: Mark; readonly tried: boolean };

export interface AttendanceProps {
  readonly session: OwnSession;
  /** Told what was noted, where the session goes from the page with it; else that is said here. */
  readonly done?: ((message: string) => void) | undefined;
}

/** R9, R10, R13, R14: how a session went, in one tap, with ten seconds to take it back. */
export function Attendance({ session, done }: AttendanceProps) {
  const { ref, version, firstName, markable, missable, attendedFrom } = session;
  const { send, sending, refusal, why } = useCommand('referral.markAttendance');
  const [chosen, setChosen] = useState<Chosen>();
  const [part, setPart] = useState(false);
  const [said, setSaid] = useState('');
  const say = done ?? setSaid;
  const [returned, setReturned] = useState(false);
  const isKept = chosen?.tried === true && (sending || refusal?.code === 'busy');

  /** Answers whether it is over: sent, or refused for good. */
  const save = async (): Promise<boolean> => {
    if (!chosen) return true;
    setChosen({ ...chosen, tried: true });
    const outcome = await send({ ref, version, session: session.session, mark: chosen.mark });
    if (!outcome) return why() !== undefined && why()?.code !== 'busy';
    setChosen(undefined);
    say(outcome.message);
    return true;
  };
  useSaving(chosen, isKept, save);

  function choose(mark: Mark | undefined) {
    setSaid('');
    setReturned(mark === undefined);
    setChosen(mark && { mark, tried: false });
  }
  if (chosen && (!chosen.tried || isKept)) {
    return (
      <div className={css['pending']}>
        <output>
          {firstName}: {attendanceMarks[chosen.mark]}.{!chosen.tried && ' It is saved in ten seconds.'}{' '}
          {isKept &&
            !sending &&
            'Not sent yet: there is no connection. Keep this page open; it is tried again.'}
        </output>
        <div className={css['choices']} ref={focusNow}>
          {!chosen.tried && <Button onClick={() => choose(undefined)}>Undo</Button>}
          <Button appearance="primary" disabledFocusable={sending} onClick={() => void save()}>
            Save now
          </Button>
        </div>
      </div>
    );
  }
  return (
    <>
      <Said text={said} />
      {chosen && refusal && <Problem refusal={refusal} />}
      {markable && part && (
        <PartForm
          session={session}
          cancel={() => {
            setPart(false);
            setReturned(true);
          }}
          done={(message) => {
            setPart(false);
            say(message);
          }}
        />
      )}
      {markable && !part && (
        <fieldset className={css['group']}>
          <legend>How did it go with {firstName}?</legend>
          <div className={css['choices']} {...(returned ? { ref: focusNow } : {})}>
            {!attendedFrom && (
              <Button size="large" appearance="primary" onClick={() => choose('ATTENDED')}>
                {attendanceMarks.ATTENDED}
              </Button>
            )}
            <Button size="large" onClick={() => setPart(true)}>
              {attendanceMarks.PARTIAL}
            </Button>
            {missable && (
              <Button size="large" onClick={() => choose('DNA')}>
                {attendanceMarks.DNA}
              </Button>
            )}
          </div>
          {attendedFrom && <p>From {attendedFrom} you can mark it as attended.</p>}
        </fieldset>
      )}
    </>
  );
}

/**
 * Sends a mark when its ten seconds are over or the page is left, and again while there is no connection, also when the
 * page has gone out of sight meanwhile.
 */
function useSaving(chosen: Chosen | undefined, isKept: boolean, save: () => Promise<boolean>) {
  const saveNow = useEffectEvent(() => void save());
  const isWaiting = chosen?.tried === false;
  useEffect(() => {
    if (!isWaiting && !isKept) return;
    const timer = setInterval(() => saveNow(), isWaiting ? undoFor : retryEvery);
    const onHidden = () => {
      if (document.visibilityState === 'hidden') saveNow();
    };
    const onOnline = () => saveNow();
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('online', onOnline);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('online', onOnline);
    };
  }, [isWaiting, isKept]);
  const leave = useEffectEvent(() => {
    if (isWaiting) void save();
    if (isKept) keepTrying(save);
  });
  useEffect(() => () => leave(), []);
}
