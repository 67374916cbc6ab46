/** Columns and indexes of a container's table: one index for each composite index of its definition. */
import { Refusal } from './answers.ts';
import type { OrderTerm } from './dialect.ts';
import { textIn, type SqliteFile, type SqlRow } from './sqliteFile.ts';

/** What is indexed: a table and the fields, in order, of each of its indexes. */
export interface Indexed {
  readonly table: string;
  readonly compositeIndexes: readonly (readonly OrderTerm[])[];
}

/** The column that holds a document's field: `c.kind`, as the queries write it. The id has a column of its own. */
export const columnOf = (field: string) => (field === 'id' ? 'id' : `"c.${field}"`);

/**
 * That column's value, computed from the document's text. Numbers become JavaScript's own, so that a large integer is
 * the same here as in a parameter. Booleans become blobs, so that true is not 1. Lists, objects and null become NULL,
 * which matches nothing.
 */
function columnDefinition(field: string) {
  const path = `'$.${field}'`;
  const number = `CAST(body ->> ${path} AS REAL)`;
  return (
    `${columnOf(field)} ANY AS (CASE json_type(body, ${path}) WHEN 'text' THEN body ->> ${path} ` +
    `WHEN 'integer' THEN ${number} WHEN 'real' THEN ${number} WHEN 'true' THEN x'01' WHEN 'false' THEN x'00' END) VIRTUAL`
  );
}

const indexName = (table: string, terms: readonly OrderTerm[]) =>
  `${table} by ${terms.map(({ field, descending }) => (descending ? `${field} desc` : field)).join(', ')}`;

/** Fields that a query may name: those of the indexes. */
export const fieldsOf = ({ compositeIndexes }: Indexed): ReadonlySet<string> =>
  new Set(compositeIndexes.flatMap((terms) => terms.map(({ field }) => field)));

/**
 * The index that serves this ORDER BY: one with exactly these fields and directions, or all of them turned round.
 * Cosmos refuses several fields without one. This refuses a single field too, so that no list is slow only here.
 */
export function indexFor({ table, compositeIndexes }: Indexed, order: readonly OrderTerm[]): string {
  const serves = (terms: readonly OrderTerm[], turned: boolean) =>
    terms.length === order.length &&
    terms.every(({ field, descending }, place) => {
      const asked = order[place];
      return field === asked?.field && (descending !== asked.descending) === turned;
    });
  const index = compositeIndexes.find((terms) => serves(terms, false) || serves(terms, true));
  if (index) return indexName(table, index);
  throw new Refusal(
    400,
    'The order by query does not have a corresponding composite index that it can be served from.',
  );
}

const names = (rows: readonly SqlRow[]) => new Set(rows.map((row) => textIn(row, 'name')));

/** Makes the table's columns and indexes those of the definition. A row that lacks an index's field is not in it. */
export function arrangeIndexes(file: SqliteFile, indexed: Indexed) {
  const { table, compositeIndexes } = indexed;
  const present = names(file.all('SELECT name FROM pragma_table_xinfo(?)', table));
  for (const field of fieldsOf(indexed))
    if (field !== 'id' && !present.has(`c.${field}`))
      file.run(`ALTER TABLE "${table}" ADD COLUMN ${columnDefinition(field)}`);

  const wanted = new Map(compositeIndexes.map((terms) => [indexName(table, terms), terms]));
  const built = names(
    file.all(
      "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
      table,
    ),
  );
  for (const index of built) if (!wanted.has(index)) file.run(`DROP INDEX "${index}"`);
  for (const [index, terms] of wanted) {
    const columns = terms.map(({ field, descending }) => `${columnOf(field)}${descending ? ' DESC' : ''}`);
    const complete = terms
      .filter(({ field }) => field !== 'id')
      .map(({ field }) => `${columnOf(field)} IS NOT NULL`);
    file.run(
      `CREATE INDEX IF NOT EXISTS "${index}" ON "${table}" (scope, ${columns.join(', ')}) WHERE ${complete.join(' AND ')}`,
    );
  }
}
