import { stringify } from 'csv-stringify/sync';

/**
 * A table for Excel. Its first bytes say that it is UTF-8; a text that begins like a formula gets an apostrophe before
 * it, so that nothing somebody typed is carried out on another's machine. Everything is quoted: where a semicolon
 * parts the columns, none may begin a cell in the middle of a text.
 */
export function csvTable(columns: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const text = stringify(
    [columns, ...rows].map((row) => [...row]),
    {
      bom: true,
      escape_formulas: true,
      quoted: true,
      quoted_empty: true,
      record_delimiter: 'windows',
    },
  );
  return Buffer.from(text, 'utf8');
}
