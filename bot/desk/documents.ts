/** What the desk needs to make files. bot/documents fills it. */

export interface Documents {
  /** A table as CSV for Excel: UTF-8 with its mark, and no cell that a spreadsheet would take for a formula. */
  table(columns: readonly string[], rows: readonly (readonly string[])[]): Uint8Array;
  /** A Word document (.docx). */
  word(document: WordDocument): Promise<Uint8Array>;
}

/** A Word document by its content: how it looks is for bot/documents. Text is only ever text. */
export interface WordDocument {
  readonly title: string;
  /** Stands at the foot of each page beside its number: a reference, nothing of a patient. */
  readonly foot: string;
  readonly parts: readonly WordPart[];
}

export type WordPart =
  | { readonly heading: string; readonly newPage?: boolean }
  | { readonly subheading: string }
  | { readonly text: string }
  | { readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly list: readonly string[] };
