import { useState } from 'react';
import type { Answer } from '../../bot/contract/questions.ts';
import { Notices } from '../parts/Notices.tsx';
import { Page } from '../parts/Page.tsx';
import { Said } from '../parts/Said.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { DayOfSessions } from './DayOfSessions.tsx';
import { SessionCard } from './SessionCard.tsx';
import css from '../parts/list.module.css';

/** A trainer's day, made for a phone: who comes, what they need, and how it went. */
export default function TodayPage() {
  const { answer, refusal, again } = useAnswer('session.today', { size: 20 }, { live: true });
  const [said, setSaid] = useState('');
  return (
    <Page title="Today">
      <News />
      <Said text={said} />
      {answer?.noResult && <NoResult {...answer.noResult} done={setSaid} />}
      <DayOfSessions day={answer} refusal={refusal} again={again} empty="You have no session today." />
    </Page>
  );
}

type NoResultProps = NonNullable<Answer<'session.today'>['noResult']> & {
  readonly done: (message: string) => void;
};

/** Sessions of days before of which nobody has said how they went: they are not forgotten (R9). */
function NoResult({ label, rows, done }: NoResultProps) {
  return (
    <section aria-labelledby="no-result">
      <h2 id="no-result">{label}</h2>
      <ul className={css['rows']}>
        {rows.map((session) => (
          <SessionCard key={`${session.ref} ${session.session}`} session={session} done={done} />
        ))}
      </ul>
    </section>
  );
}

/** Absent while there is none. A notice leads to one's sessions: it says which booking changed, not when it is. */
function News() {
  const { answer } = useAnswer('inbox.list', { unreadOnly: true, size: 20 }, { live: true });
  if (!answer || answer.rows.length === 0) return null;
  return (
    <section aria-labelledby="news">
      <h2 id="news">News about your sessions</h2>
      <Notices rows={answer.rows} pathTo={() => '/sessions'} />
    </section>
  );
}
