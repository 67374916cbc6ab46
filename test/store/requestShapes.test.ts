import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { HttpRequest } from '../../bot/store/embedded/httpClient.ts';
import { openStore, type Store } from '../../bot/store/client.ts';
import { entry, head, receipt } from './support/rows.ts';
import { temporaryFile, type TemporaryFile } from './support/temporaryFile.ts';

/**
 * What the SDK sends for each thing the store does. An upgrade of @azure/cosmos that changes one of these shows here
 * first: look at the difference, teach the gateway, then run with UPDATE_SHAPES=1 to accept it.
 */
const fixture = new URL('fixtures/requestShapes.json', import.meta.url);

/** A body with its values replaced by their types; of a list, the shapes that occur in it. Rows are ours: left out. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    const shapes = value.map((item) => JSON.stringify(shapeOf(item)));
    return [...new Set(shapes)].map((shape): unknown => JSON.parse(shape));
  }
  if (typeof value !== 'object' || value === null) return typeof value;
  const fields = Object.entries(value).map(([key, item]: [string, unknown]) => {
    if (key === 'operationType') return [key, item];
    return [key, key === 'resourceBody' ? 'row' : shapeOf(item)];
  });
  return Object.fromEntries(fields);
}

function requestShape({ method, url, headers, body }: HttpRequest) {
  const path = new URL(url).pathname
    .replace(/(\/dbs\/)[^/]+/, '$1{database}')
    .replace(/(\/colls\/)[^/]+/, '$1{container}')
    .replace(/(\/docs\/)[^/]+/, '$1{id}');
  const volatile = [
    'user-agent',
    'x-ms-useragent',
    'x-ms-cosmos-correlated-activityid',
    'x-ms-session-token',
  ];
  const sent = Object.entries(headers.toJSON())
    .map(([name, value]) => (volatile.includes(name) ? `${name}: …` : `${name}: ${value}`))
    .toSorted();
  const content: unknown = typeof body === 'string' ? JSON.parse(body) : undefined;
  return { request: `${method} ${path}`, headers: sent, ...(content ? { body: shapeOf(content) } : {}) };
}

describe('requests of the SDK (D5, DESIGN §7)', () => {
  const scope = 'area:north';
  let file: TemporaryFile;
  let store: Store;
  let requests: HttpRequest[] = [];
  const shapes: Record<string, readonly unknown[]> = {};
  /** Runs one thing and keeps the shapes of the requests it led to. */
  const record = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    requests = [];
    const result = await work();
    shapes[what] = requests.map(requestShape);
    return result;
  };

  before(async () => {
    file = temporaryFile();
    const open = () =>
      openStore({ embedded: { file: file.path, onRequest: (request) => requests.push(request) } });
    const first = await record('open a new store', open);
    first.close();
    store = await record('open a store that is there', open);
    const row = head({ scope, ref: 'INC-1' });
    const written = await record('commit: create and upsert', () =>
      store.records.commit(scope, [
        { op: 'create', row: receipt({ scope, id: 'receipt:1' }) },
        { op: 'upsert', row },
        ...[1, 2, 3].map((seq) => ({ op: 'create' as const, row: entry({ scope, ref: 'INC-1', seq }) })),
      ]),
    );
    assert.ok(written.committed);
    const etag = written.etags[1] ?? '';
    await record('read', () => store.records.read(scope, row.id, 'head'));
    await record('commit: replace and delete', () =>
      store.records.commit(scope, [
        { op: 'replace', row, etag },
        { op: 'delete', id: 'receipt:1', etag: written.etags[0] ?? '' },
      ]),
    );
    const page = await record('list: first page', () =>
      store.records.list(scope, 'entriesOfRecord', { ref: 'INC-1' }, { size: 2 }),
    );
    await record('list: next page', () =>
      store.records.list(scope, 'entriesOfRecord', { ref: 'INC-1' }, { size: 2, after: page.next ?? '' }),
    );
    const line = {
      id: '1',
      key: `${scope}|2027-01`,
      at: '',
      person: '',
      role: '',
      organisation: '',
      name: '',
      door: 'tab',
      request: '',
    } as const;
    await record('access line: first', () => store.access.write({ ...line, what: 'read' }));
    await record('access line: later', () => store.access.write({ ...line, id: '2', what: 'read' }));
  });
  after(() => {
    store.close();
    file.remove();
  });

  it('have the shapes that were agreed', () => {
    const text = `${JSON.stringify(shapes, undefined, 2)}\n`;
    if (process.env['UPDATE_SHAPES']) writeFileSync(fixture, text);

    assert.deepEqual(shapes, JSON.parse(readFileSync(fixture, 'utf8')));
  });

  it('are one for a read and one for a commit; a list sends a query plan request beside its page', () => {
    const counts = Object.fromEntries(Object.entries(shapes).map(([what, sent]) => [what, sent.length]));

    assert.equal(counts['read'], 1);
    assert.equal(counts['commit: create and upsert'], 1);
    assert.equal(counts['commit: replace and delete'], 1);
    assert.equal(counts['list: first page'], 2);
    assert.equal(counts['list: next page'], 2);
    assert.equal(counts['access line: later'], 1);
  });
});
