import assert from 'node:assert/strict';
import fc from 'fast-check';
import { z } from 'zod';
import { openTestGateway, type OpenGateway } from './support/gateway.ts';

const listed = z.object({ Documents: z.array(z.looseObject({ id: z.string() })) });

/** Values as documents hold them, near each other so that comparisons hit. */
const scalar = fc.oneof(
  fc.constantFrom(
    0,
    1,
    -1,
    1.5,
    9,
    10,
    1e300,
    2 ** 60,
    true,
    false,
    '',
    '1',
    'a',
    'B',
    'b',
    'ab!',
    'ab',
    '"',
    'é',
    '👩‍⚕️',
    '\u0000',
    'true',
  ),
  fc.string({ maxLength: 3 }),
  fc.integer(),
);
const value = fc.oneof({ weight: 4, arbitrary: scalar }, fc.constantFrom(null, undefined, [], {}, ['a']));
const row = fc.record({ a: value, b: value }, { requiredKeys: [] });
const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
type Compared = string | number | boolean;
const isCompared = (given: unknown): given is Compared =>
  ['string', 'number', 'boolean'].includes(typeof given);

/** Cosmos's comparison: between values of one type, by code point for texts; anything else matches nothing. */
function compare(left: Compared, right: Compared): number {
  if (typeof left === 'string' && typeof right === 'string')
    return Buffer.compare(Buffer.from(left), Buffer.from(right));
  return Number(left) - Number(right);
}
function matches(left: unknown, sign: string, right: Compared): boolean {
  if (!isCompared(left) || typeof left !== typeof right) return false;
  const difference = Math.sign(compare(left, right));
  return (
    { '=': [0], '!=': [-1, 1], '<': [-1], '<=': [-1, 0], '>': [1], '>=': [0, 1] }[sign]?.includes(
      difference,
    ) === true
  );
}
/** Different types sort numbers, texts, booleans. Cosmos has booleans first; no field of ours mixes types. */
const typeOrder = ['number', 'string', 'boolean'];
const sortBy = (left: Compared, right: Compared) =>
  typeOrder.indexOf(typeof left) - typeOrder.indexOf(typeof right) || Math.sign(compare(left, right));

describe('D8: a query means what it means in Cosmos', () => {
  let rows: OpenGateway;
  before(() => {
    rows = openTestGateway();
  });
  after(() => rows.close());

  /** Every id a query finds, over pages of `size`. */
  const found = (query: string, parameters: Readonly<Record<string, unknown>>, size: number) => {
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const answer = rows.query(query, parameters, {
        'x-ms-max-item-count': String(size),
        'x-ms-continuation': after,
      });
      assert.equal(answer.status, 200, answer.body);
      const page = listed.parse(JSON.parse(answer.body)).Documents;
      assert.ok(page.length <= size);
      assert.ok(page.length > 0 || ids.length === 0, 'a page behind another has rows');
      ids.push(...page.map(({ id }) => id));
      assert.equal(new Set(ids).size, ids.length, 'no row comes twice');
      after = answer.headers['x-ms-continuation'];
    } while (after !== undefined);
    return ids;
  };

  const idsOfMixed = (query: string) => {
    const answer = rows.query(query, {}, { 'x-ms-documentdb-partitionkey': '["mixed"]' });
    return listed.parse(JSON.parse(answer.body)).Documents.map(({ id }) => id);
  };

  let sets = 0;
  it('in what it finds and in which order, whatever the types, page by page', () => {
    const question = fc.record({
      documents: fc.array(row, { maxLength: 12 }),
      sign: operator,
      right: scalar,
      descending: fc.boolean(),
      size: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(question, ({ documents, sign, right, descending, size }) => {
        sets += 1;
        const kind = `set-${sets}`;
        const stored = documents.map((fields, n) => ({
          ...fields,
          id: `${kind}:${n % 3}:${n}`,
          scope: 'north',
          kind,
        }));
        const batch = stored.map((resourceBody) => ({ operationType: 'Create', resourceBody }));
        const headers = { 'x-ms-cosmos-is-batch-request': 'true', 'x-ms-cosmos-batch-atomic': 'true' };
        if (batch.length > 0) assert.equal(rows.send({ headers, body: batch }).status, 200);

        const direction = descending ? ' DESC' : '';
        const query = `SELECT * FROM c WHERE c.kind = @kind AND c.a ${sign} @right ORDER BY c.kind, c.a${direction}, c.id${direction}`;
        const expected = stored
          .flatMap(({ id, a }) => (isCompared(a) && matches(a, sign, right) ? [{ id, a }] : []))
          .toSorted((x, y) => (sortBy(x.a, y.a) || compare(x.id, y.id)) * (descending ? -1 : 1))
          .map(({ id }) => id);
        assert.deepEqual(found(query, { kind, right }, size), expected);

        const everything = `SELECT * FROM c WHERE c.kind = @kind ORDER BY c.kind, c.a${direction}, c.id${direction}`;
        const sorted = stored
          .flatMap(({ id, a }) => (isCompared(a) ? [{ id, a }] : []))
          .toSorted((x, y) => (sortBy(x.a, y.a) || compare(x.id, y.id)) * (descending ? -1 : 1))
          .map(({ id }) => id);
        assert.deepEqual(found(everything, { kind }, size), sorted);
      }),
      { numRuns: 150 },
    );
  });

  it('two fields in different directions, and an order turned round as a whole', () => {
    const documents = [
      { id: 'm1', a: 1, b: 1 },
      { id: 'm2', a: 1, b: 2 },
      { id: 'm3', a: 2, b: 1 },
      { id: 'm4', a: 2, b: 2 },
      { id: 'm5', a: 2, b: 2 },
    ];
    for (const document of documents)
      assert.equal(
        rows.send({
          headers: { 'x-ms-documentdb-partitionkey': '["mixed"]' },
          body: { ...document, scope: 'mixed' },
        }).status,
        201,
      );
    assert.deepEqual(idsOfMixed('SELECT * FROM c ORDER BY c.a, c.b DESC'), ['m2', 'm1', 'm5', 'm4', 'm3']);
    assert.deepEqual(idsOfMixed('SELECT * FROM c ORDER BY c.a DESC, c.b ASC'), [
      'm3',
      'm4',
      'm5',
      'm1',
      'm2',
    ]);
    assert.deepEqual(idsOfMixed('SELECT * FROM c'), ['m1', 'm2', 'm3', 'm4', 'm5']);
  });

  it('a page token belongs to its query, its parameters and its scope', () => {
    const query = 'SELECT * FROM c ORDER BY c.a, c.b DESC';
    const mixed = { 'x-ms-documentdb-partitionkey': '["mixed"]', 'x-ms-max-item-count': '1' };
    const after = { 'x-ms-continuation': rows.query(query, {}, mixed).headers['x-ms-continuation'] };

    assert.equal(rows.query(query, {}, { ...mixed, ...after }).status, 200);
    assert.equal(rows.query(query, {}, after).status, 400);
    assert.equal(rows.query('SELECT * FROM c', {}, { ...mixed, ...after }).status, 400);
  });
});
