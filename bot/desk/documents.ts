/** What the desk needs to make files. bot/documents fills it. */

export interface Documents {
  /** A table as CSV for Excel: UTF-8 with its mark, and no cell that a spreadsheet would take for a formula. */
  table(columns: readonly string[], rows: readonly (readonly string[])[]): Uint8Array;
}
