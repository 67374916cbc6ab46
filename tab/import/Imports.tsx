import { ProgressBar } from '@fluentui/react-components';
import { useAnswer } from '../parts/useAnswer.ts';
import css from '../parts/list.module.css';
import own from '../people/people.module.css';

/** The latest imports, and how far each is. They go on when nobody looks. */
export function Imports() {
  const { answer } = useAnswer('people.imports', {}, { live: 'closely' });
  if (!answer || answer.rows.length === 0) return null;
  return (
    <section aria-labelledby="imports">
      <h2 id="imports">Latest imports</h2>
      <ul className={css['rows']}>
        {answer.rows.map(({ ref, started, by, done, total, finished, failed }) => (
          <li key={ref}>
            <p>
              <strong>{ref}</strong>: {finished ? 'finished' : 'going on'}, {done} of {total} done
              <span className={css['when']}>
                {' '}
                {started}, {by}
              </span>
            </p>
            {!finished && <ProgressBar value={done} max={total} aria-label={`${ref}, ${done} of ${total}`} />}
            {failed.length > 0 && (
              <>
                <p>These rows were not brought in, because the directory had changed:</p>
                <ul className={own['problems']}>
                  {failed.map(({ line, message }) => (
                    <li key={line}>
                      Row {line}: {message}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
