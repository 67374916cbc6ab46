import type { IncidentStatus } from '../../bot/contract/answers.ts';
import css from '../parts/record.module.css';

/** The answer to the person who reported it. */
export function Feedback({ feedback }: { readonly feedback: NonNullable<IncidentStatus['feedback']> }) {
  return (
    <section aria-labelledby="feedback" className={css['feedback']}>
      <h2 id="feedback">What came of it</h2>
      <p>
        <strong>{feedback.outcome}</strong>
      </p>
      <p className={css['narrative']}>{feedback.text}</p>
      <small>
        {feedback.by}, {feedback.given}
      </small>
    </section>
  );
}
