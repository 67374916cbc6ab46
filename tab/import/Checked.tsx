import type { ImportCheck } from '../../bot/contract/peopleImport.ts';
import css from '../parts/list.module.css';
import own from '../people/people.module.css';

/** What would happen, row by row, or what is wrong with it. */
export function Checked({ checked }: { readonly checked: ImportCheck }) {
  const wrong = checked.rows.filter(({ problems }) => problems.length > 0);
  if (checked.rows.length === 0) return null;
  return (
    <section aria-labelledby="checked">
      <h2 id="checked">What would happen</h2>
      <output className={css['when']}>
        {wrong.length > 0
          ? `${wrong.length} of ${checked.rows.length} rows need another look. Until then nothing can be brought in.`
          : `${counted(checked.practices, 'practice', 'practices')} and ${counted(checked.people, 'person', 'people')} would be brought in.`}
      </output>
      <table className={css['table']} aria-label="Rows of the list">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">What would happen</th>
          </tr>
        </thead>
        <tbody>
          {[...wrong, ...checked.rows.filter((row) => !wrong.includes(row))].map((row) => (
            <tr key={row.line}>
              <th scope="row">Row {row.line}</th>
              <td>
                {row.what}
                {row.problems.length > 0 && (
                  <ul className={own['problems']}>
                    {row.problems.map(({ column, message }) => (
                      <li key={`${column} ${message}`}>
                        <strong>{column}:</strong> {message}
                      </li>
                    ))}
                  </ul>
                )}
                {row.notes.map((note) => (
                  <span key={note} className={css['under']}>
                    {note}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
