import { useState } from 'react';
import { Page } from '../parts/Page.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { DateSteps } from '../schedule/DateSteps.tsx';
import { DayOfSessions } from './DayOfSessions.tsx';

/** A trainer's own sessions, day by day. */
export default function SessionsPage() {
  const [date, setDate] = useState<string>();
  const { answer, refusal, again } = useAnswer(
    'session.today',
    { size: 20, ...(date ? { date } : {}) },
    { live: true, steady: true },
  );
  return (
    <Page title="My sessions">
      {answer && <DateSteps of="day" shown={answer} isNow={date === undefined} show={setDate} />}
      <DayOfSessions day={answer} refusal={refusal} again={again} empty="You have no session on this day." />
    </Page>
  );
}
