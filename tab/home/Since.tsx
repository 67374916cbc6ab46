import { Block, Loading } from '../parts/Loading.tsx';
import { Notices } from '../parts/Notices.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { since } from './questions.ts';
import css from '../parts/list.module.css';

/** Notices read before, newest first: what has happened lately. */
export function Since() {
  const { answer, refusal, again } = useAnswer(since.name, since.input, { live: true });
  const read = answer?.rows.filter(({ unread }) => !unread);
  return (
    <section aria-labelledby="since">
      <h2 id="since">What has happened lately</h2>
      {refusal && <Problem refusal={refusal} again={again} />}
      {read ? (
        read.length > 0 ? (
          <Notices rows={read} />
        ) : (
          <p className={css['empty']}>Nothing yet. Notices you have opened stay here.</p>
        )
      ) : (
        !refusal && (
          <Loading what="what has happened">
            <Block height={40} />
          </Loading>
        )
      )}
    </section>
  );
}
