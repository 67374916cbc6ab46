/** Answers a query within one scope, a page at a time. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { outside, Refusal, type Outcome } from './answers.ts';
import type { Container } from './containers.ts';
import { parseQuery, type Query } from './dialect.ts';
import { documentFrom, documentText, type StoredDocument } from './documents.ts';
import { fieldsOf, indexFor } from './indexes.ts';
import type { SqliteFile } from './sqliteFile.ts';
import { selectPage, sortOf, type Scalar } from './translate.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const querySpec = z.strictObject({
  query: z.string(),
  parameters: z.array(z.strictObject({ name: z.string(), value: scalar })).default([]),
});
/** A page's place: which query of which scope it belongs to, and the last row's values in the order of the sort. */
const placeSpec = z.tuple([z.string()], scalar);

interface Question {
  readonly text: string;
  readonly query: Query;
  readonly parameters: ReadonlyMap<string, Scalar>;
}

function readQuestion(body: unknown): Question {
  const spec = querySpec.safeParse(body);
  if (!spec.success) throw outside('a query whose parameters are not texts, numbers or booleans');
  const query = parseQuery(spec.data.query);
  const parameters = new Map(spec.data.parameters.map(({ name, value }) => [name, value]));
  if (parameters.size < spec.data.parameters.length) throw outside('a parameter given twice');
  const used = new Set(query.filters.map(({ parameter }) => parameter));
  const unknown = [...used].filter((name) => !parameters.has(name));
  if (unknown.length > 0) throw new Refusal(400, `Parameter '${unknown.join(', ')}' is not specified.`);
  if (used.size < parameters.size) throw outside('a parameter that the query does not use');
  return { text: spec.data.query, query, parameters };
}

/**
 * One page of a query. `after` is the continuation of the page before. The place is that of a row, not a number of
 * rows, so what is stored between two pages neither repeats nor hides a row.
 */
export function answerQuery(
  file: SqliteFile,
  container: Container,
  scope: string,
  body: unknown,
  page: { readonly size: number; readonly after?: string },
): Outcome {
  const question = readQuestion(body);
  const { query, parameters } = question;
  const fingerprint = fingerprintOf(scope, question);
  const from = { table: container.table, index: servingIndex(container, query) };
  const after =
    page.after === undefined ? undefined : readPlace(page.after, fingerprint, sortOf(query).length);
  const select = selectPage(from, scope, query, parameters, { limit: page.size + 1, after });
  const rows = file.all(select.sql, ...select.values).map(documentFrom);
  const shown = rows.slice(0, page.size);
  const last = rows.length > page.size ? shown.at(-1) : undefined;
  const documents = shown.map((row) => documentText(container, row));
  return {
    status: 200,
    body: `{"_rid":"${container.rid}","Documents":[${documents.join(',')}],"_count":${shown.length}}`,
    charge: 2.5 + shown.length / 10,
    itemCount: shown.length,
    container,
    ...(last ? { continuation: placeOf(last, query, fingerprint) } : {}),
  };
}

/** Only fields that an index holds can be asked for, and only in an index's order: a list's cost stays flat (D8). */
function servingIndex(container: Container, query: Query): string | undefined {
  const known = fieldsOf(container);
  const unknown = [...query.filters, ...query.order]
    .map(({ field }) => field)
    .filter((field) => !known.has(field));
  if (unknown.length > 0) throw outside(`a query for the field ${unknown.join(', ')}, which no index holds`);
  if (query.order.length > 0) return indexFor(container, query.order);
  if (query.filters.length > 0) throw outside('a filter without the ORDER BY of an index');
  return undefined;
}

/** The SDK asks for a plan beside every query. One scope needs none; this is Cosmos's shape of saying so. */
export function answerQueryPlan(container: Container, body: unknown): Outcome {
  const { text, query } = readQuestion(body);
  const queryInfo = {
    distinctType: 'None',
    top: null,
    offset: null,
    limit: null,
    orderBy: query.order.map(({ descending }) => (descending ? 'Descending' : 'Ascending')),
    orderByExpressions: query.order.map(({ field }) => `c.${field}`),
    groupByExpressions: [],
    groupByAliases: [],
    aggregates: [],
    groupByAliasToAggregateType: {},
    rewrittenQuery: text,
    hasSelectValue: false,
    hasNonStreamingOrderBy: false,
  };
  const queryRanges = [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }];
  const plan = { partitionedQueryExecutionInfoVersion: 2, queryInfo, queryRanges };
  return { status: 200, body: JSON.stringify(plan), charge: 0, container };
}

function fingerprintOf(scope: string, { text, parameters }: Question): string {
  const named = [...parameters].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const question = JSON.stringify([scope, text, named]);
  return createHash('sha256').update(question).digest('base64url').slice(0, 16);
}

function placeOf(last: StoredDocument, query: Query, fingerprint: string): string {
  const fields: unknown = JSON.parse(last.body);
  const byName = new Map(Object.entries(fields ?? {}));
  const values = sortOf(query).map(({ field }) => (field === 'id' ? last.id : byName.get(field)));
  return Buffer.from(JSON.stringify([fingerprint, ...values])).toString('base64url');
}

const invalid = () => new Refusal(400, 'Invalid continuation token.');

function readPlace(token: string, fingerprint: string, length: number): readonly Scalar[] {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    throw invalid();
  }
  const place = placeSpec.safeParse(content);
  if (!place.success) throw invalid();
  const [belongsTo, ...values] = place.data;
  if (belongsTo !== fingerprint || values.length !== length) throw invalid();
  return values;
}
