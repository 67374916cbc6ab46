import type { ReactNode } from 'react';
import type { DeadlineView } from '../../bot/contract/answers.ts';
import { AppLink } from './AppLink.tsx';
import { DeadlineWord } from './DeadlineWord.tsx';
import { pathOf } from './paths.ts';
import css from './list.module.css';

export interface Column<R> {
  readonly title: string;
  readonly cell: (row: R) => ReactNode;
  /** Said before the cell on a phone, where a row is a card; left out, the cell speaks for itself. */
  readonly named?: boolean;
}

interface Props<R> {
  /** What the table holds, for those who cannot see what is around it. */
  readonly caption: string;
  readonly rows: readonly R[];
  readonly columns: readonly Column<R>[];
}

/** Records as rows, each begun by its reference; on a phone each row becomes a card. */
export function RecordTable<R extends { readonly ref: string }>({ caption, rows, columns }: Props<R>) {
  return (
    <table className={css['table']} aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">Reference</th>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.ref}>
            <th scope="row">
              <AppLink to={pathOf(row.ref)}>{row.ref}</AppLink>
            </th>
            {columns.map(({ title, cell, named }) => (
              <td key={title} {...(named ? { 'data-column': title } : {})}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A second, smaller line in a cell. */
export function Under({ children }: { readonly children: ReactNode }) {
  return <span className={css['under']}>{children}</span>;
}

/** What is due next, for whoever has to act. */
export const dueColumn: Column<{ readonly due?: DeadlineView | undefined }> = {
  title: 'Due',
  named: true,
  cell: ({ due }) =>
    due ? (
      <>
        <DeadlineWord state={due.state} />
        <Under>
          {due.what}: {due.due}
        </Under>
      </>
    ) : (
      'Nothing'
    ),
};
