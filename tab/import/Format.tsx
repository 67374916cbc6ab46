import { importColumns, importSample } from '../../bot/contract/peopleImport.ts';
import own from '../people/people.module.css';

/** The columns, and a whole file to begin with. */
export function Format() {
  return (
    <section aria-labelledby="format">
      <h2 id="format">What the list looks like</h2>
      <dl className={own['columns']}>
        {Object.entries(importColumns).map(([column, means]) => (
          <div key={column}>
            <dt>{column}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
      <p>
        A sample to copy, or to{' '}
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(importSample)}`}
          download="staff-and-practices.csv"
        >
          save as a file
        </a>
        :
      </p>
      <pre className={own['sample']}>{importSample}</pre>
    </section>
  );
}
