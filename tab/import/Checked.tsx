import type { ImportCheck } from '../../bot/contract/peopleImport.ts';
import { Table, Under, type Column } from '../parts/Table.tsx';
import css from '../parts/list.module.css';
import own from '../people/people.module.css';

const columns: readonly Column<ImportCheck['rows'][number]>[] = [
  { title: 'Row', heads: true, cell: ({ line }) => `Row ${line}` },
  {
    title: 'What would happen',
    cell: ({ what, problems, notes }) => (
      <>
        {what}
        {problems.length > 0 && (
          <ul className={own['problems']}>
            {problems.map(({ column, message }) => (
              <li key={`${column} ${message}`}>
                <strong>{column}:</strong> {message}
              </li>
            ))}
          </ul>
        )}
        {notes.map((note) => (
          <Under key={note}>{note}</Under>
        ))}
      </>
    ),
  },
];

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
      <Table
        caption="Rows of the list"
        rows={[...wrong, ...checked.rows.filter((row) => !wrong.includes(row))]}
        columns={columns}
        keyOf={({ line }) => line}
      />
    </section>
  );
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
