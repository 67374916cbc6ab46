import assert from 'node:assert/strict';
import fc from 'fast-check';
import { z } from 'zod';
import { Refusal } from '../../bot/store/embedded/answers.ts';
import { parseQuery } from '../../bot/store/embedded/dialect.ts';
import { queries } from '../../bot/store/queries.ts';
import { openTestGateway, type OpenGateway, type RawRequest } from './support/gateway.ts';

const listed = z.object({ Documents: z.array(z.looseObject({ id: z.string() })) });
const idsOf = (body: string) => listed.parse(JSON.parse(body)).Documents.map(({ id }) => id);

let rows: OpenGateway;
before(() => {
  rows = openTestGateway();
});
after(() => rows.close());

describe('D8: queries outside the dialect are refused with 400', () => {
  const order = 'ORDER BY c.kind, c.a, c.id';
  const refused = [
    '',
    'SELECT',
    'select * from c',
    'SELECT c.a FROM c',
    'SELECT VALUE c FROM c',
    'SELECT TOP 1 * FROM c',
    'SELECT DISTINCT * FROM c',
    'SELECT COUNT(1) FROM c',
    'SELECT * FROM rows',
    'SELECT * FROM c JOIN t IN c.tags',
    'SELECT * FROM c; DROP TABLE documents_1',
    'SELECT * FROM c -- everything',
    `SELECT * FROM c WHERE c.kind = 'head' ${order}`,
    `SELECT * FROM c WHERE c.kind = 1 ${order}`,
    `SELECT * FROM c WHERE @x = c.kind ${order}`,
    `SELECT * FROM c WHERE c.kind = c.a ${order}`,
    `SELECT * FROM c WHERE c.kind = @x OR c.kind = @x ${order}`,
    `SELECT * FROM c WHERE NOT c.kind = @x ${order}`,
    `SELECT * FROM c WHERE (c.kind = @x) ${order}`,
    `SELECT * FROM c WHERE c.kind IN (@x) ${order}`,
    `SELECT * FROM c WHERE c.kind BETWEEN @x AND @x ${order}`,
    `SELECT * FROM c WHERE c.kind LIKE @x ${order}`,
    `SELECT * FROM c WHERE c.kind <> @x ${order}`,
    `SELECT * FROM c WHERE CONTAINS(c.kind, @x) ${order}`,
    `SELECT * FROM c WHERE IS_DEFINED(c.kind) ${order}`,
    `SELECT * FROM c WHERE c.kind.deep = @x ${order}`,
    `SELECT * FROM c WHERE c["kind"] = @x ${order}`,
    `SELECT * FROM c WHERE c._ts > @x ${order}`,
    `SELECT * FROM c WHERE d.kind = @x ${order}`,
    `SELECT * FROM c WHERE c.kind = @x AND ${order}`,
    `SELECT * FROM c WHERE ${order}`,
    'SELECT * FROM c WHERE c.kind = @x',
    'SELECT * FROM c WHERE c.kind = @x ORDER c.kind',
    'SELECT * FROM c WHERE c.kind = @x ORDER BY',
    'SELECT * FROM c WHERE c.kind = @x ORDER BY c.kind,',
    'SELECT * FROM c WHERE c.kind = @x ORDER BY c.kind DOWN',
    'SELECT * FROM c WHERE c.kind = @x ORDER BY c.kind, c.kind',
    'SELECT * FROM c WHERE c.kind = @x ORDER BY c.kind, c.a, c.id OFFSET 0 LIMIT 1',
    'SELECT * FROM c WHERE c.kind = @x GROUP BY c.kind',
    'SELECT * FROM c WHERE c.kind = @x ORDER BY c.a',
    'SELECT * FROM c WHERE c.kind = @x ORDER BY c.a, c.kind, c.id',
    'SELECT * FROM c WHERE c.kind = @x ORDER BY c.kind, c.a DESC, c.id',
    `SELECT * FROM c WHERE c.secret = @x ${order}`,
    `SELECT * FROM c WHERE c.kind = @x ${order}${' '.repeat(2000)}, c.b`,
  ];
  for (const query of refused)
    it(JSON.stringify(query.slice(0, 100)), () => {
      const answer = rows.query(query, query.includes('@x') ? { x: 'head' } : {});

      assert.equal(answer.status, 400, answer.body);
      assert.equal(
        z.object({ code: z.string(), message: z.string() }).parse(JSON.parse(answer.body)).code,
        'BadRequest',
      );
    });

  const ordinary = `SELECT * FROM c WHERE c.kind = @x ${order}`;
  it('and so are parameters that are null, lists, objects, missing, unused or given twice', () => {
    assert.equal(rows.query(ordinary, { x: 'head' }).status, 200);
    for (const x of [null, [], {}, ['head']]) assert.equal(rows.query(ordinary, { x }).status, 400);
    assert.equal(rows.query(ordinary).status, 400);
    assert.equal(rows.query(ordinary, { x: 'head', y: 1 }).status, 400);
    const twice = [
      { name: '@x', value: 'head' },
      { name: '@x', value: 'entry' },
    ];
    const headers = { 'x-ms-documentdb-isquery': 'true', 'x-ms-max-item-count': '1' };
    assert.equal(rows.send({ headers, body: { query: ordinary, parameters: twice } }).status, 400);
  });

  it('the parser throws a 400 or reads the query, whatever it is given', () => {
    const word = fc.constantFrom(
      ...'SELECT * FROM c WHERE AND ORDER BY ASC DESC , = != < <= > >= c.kind c.a @x @ c. OR ( ) ; \' "'.split(
        ' ',
      ),
      '\n',
      '\t',
      '\u2028',
      'é',
      '\0',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((words) => words.join(' ')),
      fc.array(word).map((words) => `SELECT * FROM c ${words.join(' ')}`),
      fc
        .constantFrom(...Object.values(queries).map(({ query }) => query))
        .chain((query) => fc.nat(query.length).map((cut) => query.slice(0, cut))),
    );
    fc.assert(
      fc.property(text, (query) => {
        try {
          const { filters, order: terms } = parseQuery(query);
          assert.ok(filters.every(({ field }) => /^[A-Za-z][A-Za-z0-9]*$/.test(field)));
          assert.ok(terms.every(({ field }) => /^[A-Za-z][A-Za-z0-9]*$/.test(field)));
        } catch (error) {
          assert.ok(error instanceof Refusal, String(error));
          assert.equal(error.status, 400);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('D8: requests outside what the store needs are refused with 400', () => {
  const batch = { 'x-ms-cosmos-is-batch-request': 'true', 'x-ms-cosmos-batch-atomic': 'true' };
  const query = { 'x-ms-documentdb-isquery': 'true', 'x-ms-max-item-count': '10' };
  const row = { id: 'row', scope: 'north' };
  const all = { query: 'SELECT * FROM c', parameters: [] };
  const refused: Readonly<Record<string, RawRequest>> = {
    'a query across partitions': {
      headers: { ...query, 'x-ms-documentdb-partitionkey': undefined },
      body: all,
    },
    'a query of one partition key range': {
      headers: { ...query, 'x-ms-documentdb-partitionkeyrangeid': '0' },
      body: all,
    },
    'a partition key of two parts': { headers: { 'x-ms-documentdb-partitionkey': '["a","b"]' }, body: row },
    'a partition key that is a number': { headers: { 'x-ms-documentdb-partitionkey': '[1]' }, body: row },
    'a partition key that is not JSON': { headers: { 'x-ms-documentdb-partitionkey': 'north' }, body: row },
    'a page without a size': { headers: { ...query, 'x-ms-max-item-count': undefined }, body: all },
    'a page of any size': { headers: { ...query, 'x-ms-max-item-count': '-1' }, body: all },
    'a page of 1001 rows': { headers: { ...query, 'x-ms-max-item-count': '1001' }, body: all },
    'a page token of nowhere': { headers: { ...query, 'x-ms-continuation': 'bm93aGVyZQ' }, body: all },
    'the change feed': { method: 'GET', headers: { 'a-im': 'Incremental feed' } },
    'reading all documents': { method: 'GET' },
    'a patch': { method: 'PATCH', path: '/dbs/test/colls/rows/docs/row', body: { operations: [] } },
    'a patch in a batch': { headers: batch, body: [{ operationType: 'Patch', id: 'row', resourceBody: {} }] },
    'a read in a batch': { headers: batch, body: [{ operationType: 'Read', id: 'row' }] },
    'an empty batch': { headers: batch, body: [] },
    'a batch that is not a list': { headers: batch, body: {} },
    'a batch of 101': {
      headers: batch,
      body: Array.from({ length: 101 }, () => ({ operationType: 'Create', resourceBody: row })),
    },
    'a batch that is not atomic': {
      headers: { ...batch, 'x-ms-cosmos-batch-atomic': 'false' },
      body: [{ operationType: 'Create', resourceBody: row }],
    },
    'a bulk batch': {
      headers: { ...batch, 'x-ms-cosmos-batch-continue-on-error': 'true' },
      body: [{ operationType: 'Create', resourceBody: row }],
    },
    'a batched operation with a partition key of its own': {
      headers: batch,
      body: [{ operationType: 'Create', resourceBody: row, partitionKey: '["south"]' }],
    },
    'If-Match on a creation': { headers: { 'if-match': '*' }, body: row },
    'If-None-Match on a write': { headers: { 'if-none-match': '*' }, body: row },
    'an unknown header': { headers: { 'x-ms-documentdb-pre-trigger-include': 'check' }, body: row },
    'a weaker consistency': { headers: { 'x-ms-consistency-level': 'Eventual' }, body: row },
    'a stored procedure': { path: '/dbs/test/colls/rows/sprocs/run', body: [] },
    'partition key ranges': { method: 'GET', path: '/dbs/test/colls/rows/pkranges' },
    'the account': { method: 'GET', path: '/' },
    'all databases': { method: 'GET', path: '/dbs' },
    'deleting a container': { method: 'DELETE', path: '/dbs/test/colls/rows' },
    'deleting a database': { method: 'DELETE', path: '/dbs/test' },
    'a path below a document': { method: 'GET', path: '/dbs/test/colls/rows/docs/row/attachments' },
    'a malformed path': { method: 'GET', path: '/dbs/test/colls/rows/docs/%E0%A4%A' },
    'a body that is not JSON': { body: '{"id":' },
    'a document that is a list': { body: [] },
    'a document that is a text': { body: '"row"' },
    'no document': {},
    'a document without an id': { body: { scope: 'north' } },
    'a document whose id is a number': { body: { id: 1, scope: 'north' } },
    'a document of another scope': { body: { id: 'row', scope: 'south' } },
    'a container with unique keys': {
      path: '/dbs/test/colls',
      body: {
        id: 'other',
        partitionKey: { paths: ['/scope'] },
        uniqueKeyPolicy: { uniqueKeys: [{ paths: ['/a'] }] },
      },
    },
    'a container with two partition keys': {
      path: '/dbs/test/colls',
      body: { id: 'other', partitionKey: { paths: ['/scope', '/kind'], kind: 'MultiHash' } },
    },
    'a container whose fields differ in case alone': {
      path: '/dbs/test/colls',
      body: {
        id: 'other',
        partitionKey: { paths: ['/scope'] },
        indexingPolicy: { compositeIndexes: [[{ path: '/dueOn' }, { path: '/dueon' }]] },
      },
    },
    'another partition key for a container': {
      method: 'PUT',
      path: '/dbs/test/colls/rows',
      body: { id: 'rows', partitionKey: { paths: ['/kind'] } },
    },
  };
  for (const [what, request] of Object.entries(refused))
    it(what, () => {
      const answer = rows.send(request);

      assert.equal(answer.status, 400, answer.body);
      assert.deepEqual(idsOf(rows.query('SELECT * FROM c').body), [], 'nothing was stored');
    });

  it('ids that would break a URL or are no text', () => {
    for (const id of ['', ' ', '.', '..', 'a/b', 'a\\b', 'a?b', 'a#b', '\ud800', 'é'.repeat(512)])
      assert.equal(rows.send({ body: { id, scope: 'north' } }).status, 400, JSON.stringify(id));
  });

  it('a request too large to be read is 413', () => {
    assert.equal(rows.send({ body: { ...row, text: 'x'.repeat(9 * 1024 * 1024) } }).status, 413);
  });

  it("a document of a container that is not there is Cosmos's 404 with substatus 1003", () => {
    const answer = rows.send({ method: 'GET', path: '/dbs/test/colls/none/docs/row' });

    assert.deepEqual([answer.status, answer.headers['x-ms-substatus']], [404, '1003']);
  });

  it('whatever comes is answered, never with a crash or a 500', () => {
    const name = fc.constantFrom('POST', 'GET', 'PUT', 'DELETE', 'PATCH', 'HEAD');
    const path = fc.oneof(
      fc.constantFrom(
        '/',
        '/dbs',
        '/dbs/test',
        '/dbs/test/colls',
        '/dbs/test/colls/rows',
        '/dbs/test/colls/rows/docs',
        '/dbs/test/colls/rows/docs/x',
      ),
      fc.webPath(),
    );
    const headers = fc.dictionary(
      fc.constantFrom(
        ...Object.keys({ ...batch, ...query }),
        'x-ms-documentdb-partitionkey',
        'x-ms-documentdb-is-upsert',
        'x-ms-continuation',
        'x-ms-cosmos-is-query-plan-request',
        'if-match',
        'prefer',
      ),
      fc.oneof(fc.constantFrom('true', 'True', '["fuzz"]', '1', '*'), fc.string()),
    );
    const operation = fc.record(
      {
        operationType: fc.constantFrom('Create', 'Replace', 'Upsert', 'Delete', 'Read'),
        id: fc.string(),
        resourceBody: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const body = fc.oneof(fc.jsonValue(), fc.array(operation), fc.string(), fc.constant(undefined));
    fc.assert(
      fc.property(name, path, headers, body, (method, where, given, content) => {
        const answer = rows.send({
          method,
          path: where,
          headers: { 'x-ms-documentdb-partitionkey': '["fuzz"]', ...given },
          body: content,
        });
        assert.ok(answer.status < 500, `${answer.status} ${answer.body}`);
      }),
      { numRuns: 1500 },
    );
  });
});
