/** The request headers this gateway knows. Any other `x-ms-` header could change what a request means: 400. */
import { outside, Refusal, type GatewayRequest } from './answers.ts';

const known: ReadonlySet<string> = new Set([
  // How the SDK names itself; nothing depends on them.
  'x-ms-version',
  'x-ms-useragent',
  'x-ms-cosmos-sdk-supportedcapabilities',
  'x-ms-cosmos-correlated-activityid',
  // Sent with every request, without effect in one scope.
  'x-ms-documentdb-query-enablecrosspartition',
  'x-ms-documentdb-responsecontinuationtokenlimitinkb',
  // One file is always as fresh as Session asks.
  'x-ms-consistency-level',
  'x-ms-session-token',
  // Where and what.
  'x-ms-documentdb-partitionkey',
  'x-ms-documentdb-is-upsert',
  'x-ms-documentdb-isquery',
  'x-ms-max-item-count',
  'x-ms-continuation',
  'x-ms-cosmos-is-query-plan-request',
  'x-ms-cosmos-query-version',
  'x-ms-cosmos-supported-query-features',
  'x-ms-cosmos-is-batch-request',
  'x-ms-cosmos-batch-atomic',
]);
/** Change feed and conditional time: other HTTP headers with a meaning this gateway does not give them. */
const refused = ['a-im', 'if-modified-since', 'if-unmodified-since', 'x-http-method'];

const mostPerPage = 1000;

export function checkHeaders({ headers }: GatewayRequest) {
  const unknown = Object.keys(headers).filter(
    (name) => refused.includes(name) || (name.startsWith('x-ms-') && !known.has(name)),
  );
  if (unknown.length > 0) throw outside(`the header ${unknown.join(', ')}`);
  const consistency = headers['x-ms-consistency-level'];
  if (consistency !== undefined && consistency !== 'Session') throw outside(`consistency ${consistency}`);
}

export const isSet = ({ headers }: GatewayRequest, name: string) => headers[name]?.toLowerCase() === 'true';

/** The one scope a request is bound to. A request without it would reach over all partitions. */
export function scopeOf({ headers }: GatewayRequest): string {
  const text = headers['x-ms-documentdb-partitionkey'];
  if (text === undefined) throw outside('a request without a partition key');
  let key: unknown;
  try {
    key = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'Partition key header is not valid JSON.');
  }
  const [scope, ...more] = Array.isArray(key) ? (key as readonly unknown[]) : [];
  if (typeof scope !== 'string' || !scope.isWellFormed() || more.length > 0)
    throw outside('a partition key that is not one text');
  return scope;
}

/** Rows on a page. Cosmos's own choice (-1, or no header) is not offered: a page must have a known cost. */
export function pageSizeOf({ headers }: GatewayRequest): number {
  const size = Number(headers['x-ms-max-item-count']);
  if (!Number.isInteger(size) || size < 1 || size > mostPerPage)
    throw outside(`a page of ${headers['x-ms-max-item-count'] ?? 'no stated'} rows (1 to ${mostPerPage})`);
  return size;
}
