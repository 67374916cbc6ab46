import { Block, Loading } from '../parts/Loading.tsx';
import { Notices } from '../parts/Notices.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { waiting } from './questions.ts';
import css from '../parts/list.module.css';

/** Unread notices. */
export function Waiting() {
  const { answer, refusal, again } = useAnswer(waiting.name, waiting.input, { live: true });
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">What is waiting for you</h2>
      {refusal && <Problem refusal={refusal} again={again} />}
      {answer ? (
        answer.rows.length > 0 ? (
          <>
            <Notices rows={answer.rows} />
            {answer.next && <p>There are more. They appear here as you open these.</p>}
          </>
        ) : (
          <p className={css['empty']}>Nothing. New notices appear here by themselves.</p>
        )
      ) : (
        !refusal && (
          <Loading what="your notices">
            <Block height={32} />
          </Loading>
        )
      )}
    </section>
  );
}
