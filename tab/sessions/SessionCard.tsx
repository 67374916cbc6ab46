import type { Answer } from '../../bot/contract/questions.ts';
import { Attendance, type AttendanceProps } from './Attendance.tsx';
import css from './sessions.module.css';

export type OwnSession = Answer<'session.today'>['rows'][number];

/** One session: first name, telephone, needs and known risks, nothing else (DOMAIN §1.2). */
export function SessionCard({ session, done }: AttendanceProps) {
  const { firstName, day, time, phone, needs, knownRisks, joinLink, provisional, standing } = session;
  return (
    <li className={css['card']} aria-label={`${firstName}, session ${session.session}`}>
      <h3>
        {firstName}, session {session.session}
      </h3>
      <p>
        {day}, {time}
        <span className={css['standing']}>{provisional ? `${standing}, not yet certain` : standing}</span>
      </p>
      <div className={css['ways']}>
        <a href={`tel:${phone.replaceAll(' ', '')}`}>Ring {phone}</a>
        {joinLink && (
          <a href={joinLink} target="_blank" rel="noreferrer">
            Join the session
          </a>
        )}
      </div>
      <dl className={css['facts']}>
        <dt>Needs</dt>
        <dd>{needs.join(', ')}</dd>
        <dt>Known risks</dt>
        <dd>{knownRisks}</dd>
      </dl>
      <Attendance session={session} done={done} />
    </li>
  );
}
