import type { ReactNode } from 'react';
import css from './list.module.css';

export interface Column<R> {
  readonly title: string;
  readonly cell: (row: R) => ReactNode;
  /**
   * Said before the cell on a phone, where a row is a card: the title, or shorter words. Left out, the cell speaks for
   * itself.
   */
  readonly named?: true | string;
  /** What the row is about; one column of a table has it. */
  readonly heads?: true;
}

interface Props<R> {
  /** What the table holds, for those who cannot see what is around it. */
  readonly caption: string;
  readonly rows: readonly R[];
  readonly columns: readonly Column<R>[];
  readonly keyOf: (row: R) => string | number;
}

/** Rows under their titles; on a phone each row becomes a card. */
export function Table<R>({ caption, rows, columns, keyOf }: Props<R>) {
  return (
    <table className={css['table']} aria-label={caption}>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ title, cell, named, heads }) =>
              heads ? (
                <th key={title} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={title} {...(named ? { 'data-column': named === true ? title : named } : {})}>
                  {cell(row)}
                </td>
              ),
            )}
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
