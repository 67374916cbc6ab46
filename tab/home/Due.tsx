import { AppLink } from '../parts/AppLink.tsx';
import { DeadlineWord } from '../parts/DeadlineWord.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Problem } from '../parts/Problem.tsx';
import { pathOf } from '../parts/paths.ts';
import { useAnswer } from '../parts/useAnswer.ts';
import { due } from './questions.ts';
import css from '../parts/list.module.css';

/** The organisation's open deadlines, earliest first. */
export function Due() {
  const { answer, refusal, again } = useAnswer(due.name, due.input, { live: true });
  return (
    <section aria-labelledby="due">
      <h2 id="due">What is due, and when</h2>
      {refusal && <Problem refusal={refusal} again={again} />}
      {answer ? (
        answer.rows.length > 0 ? (
          <ul className={css['rows']}>
            {answer.rows.map(({ ref, deadline }) => (
              <li key={`${ref} ${deadline.rule}`} className={css['row']}>
                <span>
                  {deadline.what}: <AppLink to={pathOf(ref)}>{ref}</AppLink>
                </span>
                <span className={css['when']}>
                  <DeadlineWord state={deadline.state} /> {deadline.due}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className={css['empty']}>
            Nothing is due. Deadlines appear here as reports and referrals arrive.
          </p>
        )
      ) : (
        !refusal && (
          <Loading what="what is due">
            <Block height={40} />
            <Block height={40} />
          </Loading>
        )
      )}
    </section>
  );
}
