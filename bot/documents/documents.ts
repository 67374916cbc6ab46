import type { Documents } from '../desk/documents.ts';
import { csvTable } from './csvTable.ts';
import { wordDocument } from './wordDocument.ts';

/** Everything the app can render, for the desk's port. */
export const documents: Documents = { table: csvTable, word: wordDocument };
