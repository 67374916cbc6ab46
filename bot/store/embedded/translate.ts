/** From the dialect to SQLite's SQL, with Cosmos's meaning of types. */
import type { SQLInputValue } from 'node:sqlite';
import { columns } from './documents.ts';
import type { Operator, OrderTerm, Query } from './dialect.ts';
import { columnOf } from './indexes.ts';

/** A value that can be compared. null, lists and objects cannot: the dialect refuses them as parameters. */
export type Scalar = string | number | boolean;

export interface Select {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

const bound = (value: Scalar): SQLInputValue =>
  typeof value === 'boolean' ? new Uint8Array([value ? 1 : 0]) : value;

/** SQLite sorts numbers before text before blobs. These limits keep a comparison within the parameter's own type. */
const typeLimits = {
  number: { least: undefined, beyond: "''" },
  string: { least: "''", beyond: "x''" },
  boolean: { least: "x''", beyond: undefined },
} as const;
type ComparedType = keyof typeof typeLimits;
const comparedType = (value: Scalar): ComparedType =>
  typeof value === 'number' ? 'number' : typeof value === 'string' ? 'string' : 'boolean';

const sqlOperators: Readonly<Record<Operator, string>> = {
  '=': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};
const needsLeast: readonly Operator[] = ['!=', '<', '<='];
const needsBeyond: readonly Operator[] = ['!=', '>', '>='];

/** The order in which rows truly differ: fields fixed by `=` left out, the id last so that it is always total. */
export function sortOf(query: Query): readonly OrderTerm[] {
  const fixed = new Set(query.filters.filter(({ operator }) => operator === '=').map(({ field }) => field));
  const terms = query.order.filter(({ field }) => !fixed.has(field));
  if (terms.some(({ field }) => field === 'id')) return terms;
  return [...terms, { field: 'id', descending: terms.at(-1)?.descending ?? false }];
}

/**
 * One page: rows of `scope` that pass the filters, in order, from the place behind `after` (the last row's values in
 * `sortOf`'s order). A row that lacks a field of the ORDER BY is left out, as Cosmos leaves it out.
 */
export function selectPage(
  from: { readonly table: string; readonly index?: string | undefined },
  scope: string,
  query: Query,
  parameters: ReadonlyMap<string, Scalar>,
  page: { readonly limit: number; readonly after: readonly Scalar[] | undefined },
): Select {
  const sort = sortOf(query);
  const conditions = ['scope = ?'];
  const values: SQLInputValue[] = [scope];
  const add = (condition: string, ...bindings: readonly SQLInputValue[]) => {
    conditions.push(condition);
    values.push(...bindings);
  };

  const [first] = sort;
  for (const { field, operator, parameter } of query.filters) {
    const value = parameters.get(parameter);
    if (value === undefined) continue;
    const { least, beyond } = typeLimits[comparedType(value)];
    // SQLite may seek by any one lower (or upper) bound of a field. On later pages it must be the place we stopped
    // at, so the unary plus keeps the others from being chosen.
    const passed = page.after !== undefined && field === first?.field ? first : undefined;
    const lower = `${passed && !passed.descending ? '+' : ''}${columnOf(field)}`;
    const upper = `${passed?.descending ? '+' : ''}${columnOf(field)}`;
    const side =
      operator === '>' || operator === '>=' ? lower : operator.startsWith('<') ? upper : columnOf(field);
    add(`${side} ${sqlOperators[operator]} ?`, bound(value));
    if (least && needsLeast.includes(operator)) add(`${lower} >= ${least}`);
    if (beyond && needsBeyond.includes(operator)) add(`${upper} < ${beyond}`);
  }
  for (const { field } of query.order) if (field !== 'id') add(`${columnOf(field)} IS NOT NULL`);
  if (page.after) {
    const place = behind(sort, page.after);
    add(place.sql, ...place.values);
  }

  const order = sort.map(({ field, descending }) => `${columnOf(field)}${descending ? ' DESC' : ''}`);
  const source = from.index ? `"${from.table}" INDEXED BY "${from.index}"` : `"${from.table}"`;
  return {
    sql: `SELECT ${columns} FROM ${source} WHERE ${conditions.join(' AND ')} ORDER BY ${order.join(', ')} LIMIT ?`,
    values: [...values, page.limit],
  };
}

/** Rows after the one with these values: a bound on the first field to seek by, then the exact comparison. */
function behind(sort: readonly OrderTerm[], after: readonly Scalar[]): Select {
  const values: SQLInputValue[] = [];
  const bind = (index: number) => {
    values.push(bound(after[index] ?? ''));
    return '?';
  };
  const seek = sort
    .slice(0, 1)
    .map((term) => `${columnOf(term.field)} ${term.descending ? '<=' : '>='} ${bind(0)}`);
  const alternatives = sort.map((term, place) => {
    const equal = sort.slice(0, place).map(({ field }, index) => `${columnOf(field)} = ${bind(index)}`);
    return [...equal, `${columnOf(term.field)} ${term.descending ? '<' : '>'} ${bind(place)}`].join(' AND ');
  });
  return { sql: `${seek.join('')} AND (${alternatives.join(' OR ')})`, values };
}
