import type { Answer } from '../../bot/contract/questions.ts';
import type { Refusal } from '../../bot/contract/refusal.ts';
import { Block, Loading } from '../parts/Loading.tsx';
import { Problem } from '../parts/Problem.tsx';
import { SessionCard } from './SessionCard.tsx';
import css from '../parts/list.module.css';

interface Props {
  readonly day: Answer<'session.today'> | undefined;
  readonly refusal: Refusal | undefined;
  readonly again: () => void;
  readonly empty: string;
}

/** The sessions of one day, each a card. */
export function DayOfSessions({ day, refusal, again, empty }: Props) {
  const heading = `day-${day?.from ?? 'asked'}`;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{day?.label ?? 'The day'}</h2>
      {refusal && <Problem refusal={refusal} again={again} />}
      {day && day.rows.length === 0 && <p className={css['empty']}>{empty}</p>}
      {day && day.rows.length > 0 && (
        <ul className={css['rows']}>
          {day.rows.map((session) => (
            <SessionCard key={`${session.ref} ${session.session}`} session={session} />
          ))}
        </ul>
      )}
      {!day && !refusal && (
        <Loading what="your sessions">
          <Block height={160} />
        </Loading>
      )}
    </section>
  );
}
