import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { Page } from '../parts/Page.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { DateSteps } from '../parts/DateSteps.tsx';
import { DayOfSessions } from './DayOfSessions.tsx';

const daysAtOnce = 7;

/** A trainer's own sessions of the days to come, and of days before. */
export default function SessionsPage() {
  const [date, setDate] = useState<string>();
  const [days, setDays] = useState(daysAtOnce);
  const { answer } = useAnswer('session.today', { size: 20, ...(date ? { date } : {}) }, { steady: true });
  return (
    <Page title="My sessions">
      {answer && <DateSteps of="day" shown={answer} isNow={date === undefined} show={setDate} />}
      <Days from={date} left={days} />
      <Button onClick={() => setDays(days + daysAtOnce)}>Show {daysAtOnce} more days</Button>
    </Page>
  );
}

interface DaysProps {
  /** A London date; undefined is today. */
  readonly from: string | undefined;
  readonly left: number;
}

/** One day, and below it the next: the server names each. */
function Days({ from, left }: DaysProps) {
  const day = useAnswer('session.today', { size: 20, ...(from ? { date: from } : {}) });
  return (
    <>
      <DayOfSessions day={day.answer} refusal={day.refusal} again={day.again} empty="No session." />
      {day.answer && left > 1 && <Days key={day.answer.after} from={day.answer.after} left={left - 1} />}
    </>
  );
}
