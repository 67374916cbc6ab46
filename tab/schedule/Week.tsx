import { useState } from 'react';
import type { Answer } from '../../bot/contract/questions.ts';
import { AppLink } from '../parts/AppLink.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { DateSteps } from '../parts/DateSteps.tsx';
import css from '../parts/list.module.css';

type Session = Answer<'session.week'>['rows'][number];

/** A week's sessions by day. Each leads to its referral, where it can be moved or called off. */
export function Week() {
  const [date, setDate] = useState<string>();
  const { answer, refusal, again } = useAnswer(
    'session.week',
    { size: 100, ...(date ? { date } : {}) },
    { live: true, steady: true },
  );
  return (
    <>
      {answer?.noResult && <NoResult {...answer.noResult} />}
      <section aria-labelledby="week">
        <h2 id="week">{answer?.label ?? 'This week'}</h2>
        {answer && <DateSteps of="week" shown={answer} isNow={date === undefined} show={setDate} />}
        {refusal && <Problem refusal={refusal} again={again} />}
        {answer && answer.rows.length === 0 && (
          <p className={css['empty']}>No session is booked this week.</p>
        )}
        {answer && byDay(answer.rows).map((sessions) => <Day key={sessions[0]?.date} sessions={sessions} />)}
        {!answer && !refusal && (
          <Loading what="the week">
            <Block height={40} />
            <Block height={56} />
            <Block height={56} />
          </Loading>
        )}
      </section>
    </>
  );
}

/** Sessions of any day before whose result is missing. Each leads to its referral, where it is noted. */
function NoResult({ label, rows }: NonNullable<Answer<'session.week'>['noResult']>) {
  return (
    <section aria-labelledby="no-result">
      <h2 id="no-result">{label}</h2>
      <ul className={css['rows']}>
        {rows.map((session) => (
          <Row key={`${session.ref} ${session.session}`} session={session} day={session.day} />
        ))}
      </ul>
    </section>
  );
}

function Day({ sessions }: { readonly sessions: readonly Session[] }) {
  return (
    <>
      <h3>{sessions[0]?.day}</h3>
      <ul className={css['rows']}>
        {sessions.map((session) => (
          <Row key={`${session.ref} ${session.session}`} session={session} />
        ))}
      </ul>
    </>
  );
}

function Row({ session, day }: { readonly session: Session; readonly day?: string }) {
  const verb = session.cancellable ? 'Move or call off' : session.markable ? 'Say how it went:' : 'Open';
  return (
    <li className={css['row']}>
      <span>
        {day && `${day}, `}
        {session.time}: {session.patient}, session {session.session}
        <span className={css['under']}>
          {session.trainerName && `with ${session.trainerName}, `}
          {session.practice}
        </span>
      </span>
      <span className={css['when']}>
        {session.standing}{' '}
        <AppLink to={`/referrals/${session.ref}`}>
          {verb} {session.ref}
        </AppLink>
      </span>
    </li>
  );
}

/** Rows come in order of time, so the days are in order too. */
function byDay(rows: readonly Session[]): (readonly Session[])[] {
  const dates = [...new Set(rows.map(({ date }) => date))];
  return dates.map((day) => rows.filter(({ date }) => date === day));
}
