/** A spreadsheet saved as CSV, as rows of cells: the one place where such a text is taken apart. */
import { CsvError, parse } from 'csv-parse/sync';

export interface TableRow {
  /** The line of the text on which it ends, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type Table = { readonly rows: readonly TableRow[] } | { readonly problem: string };

interface Recorded {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** UTF-8 with or without its mark, commas or semicolons, quotes; blank lines and empty rows are left out. */
export function readTable(text: string): Table {
  try {
    const read = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as readonly Recorded[];
    return { rows: read.map(({ record, info }) => ({ line: info.lines, cells: record })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { readonly lines?: number };
    const where = lines === undefined ? '' : ` near line ${lines}`;
    return { problem: `The quotes do not match${where}. Save the list from your spreadsheet as CSV again.` };
  }
}

/** Spreadsheets set to a continental language write semicolons: whichever the heading has more of. */
function delimiterOf(text: string): ',' | ';' {
  const heading = text.trimStart().split(/\r?\n|\r/, 1)[0] ?? '';
  return heading.split(';').length > heading.split(',').length ? ';' : ',';
}
