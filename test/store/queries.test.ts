import assert from 'node:assert/strict';
import { openStore } from '../../bot/store/client.ts';
import { containers, defaultDatabase } from '../../bot/store/containers.ts';
import { findContainer } from '../../bot/store/embedded/containers.ts';
import { parseQuery, type Query } from '../../bot/store/embedded/dialect.ts';
import { indexFor } from '../../bot/store/embedded/indexes.ts';
import { openSqliteFile, textIn } from '../../bot/store/embedded/sqliteFile.ts';
import { selectPage, sortOf } from '../../bot/store/embedded/translate.ts';
import { accessQueries, queries } from '../../bot/store/queries.ts';
import { temporaryFile } from './support/temporaryFile.ts';

const parse = (name: string, query: string) => ({ name, query: parseQuery(query) });
const lists = {
  records: Object.entries(queries).map(([name, { query }]) => parse(name, query)),
  access: Object.entries(accessQueries).map(([name, query]) => parse(name, query)),
};
const termOf = ({ path, order }: { readonly path: string; readonly order: string }) =>
  `${path.slice(1)} ${order}`;
/** An index serves an order and the same turned round: both are written with the first field ascending. */
const orderOf = ({ order }: Query) =>
  order
    .map(({ field, descending }) =>
      descending === order[0]?.descending ? `${field} ascending` : `${field} descending`,
    )
    .join();

describe('D8: the fixed lists and their indexes', () => {
  for (const name of ['records', 'access'] as const)
    it(`every list of ${name} is ordered by exactly one composite index, and no index is without a list`, () => {
      const indexes = containers[name].compositeIndexes.map((terms) => terms.map(termOf).join());

      assert.deepEqual(new Set(lists[name].map(({ query }) => orderOf(query))), new Set(indexes));
      assert.equal(new Set(indexes).size, indexes.length);
    });

  for (const { name, query } of [...lists.records, ...lists.access])
    it(`${name} is ordered first by what its filters fix, last by the id, and by every field it compares`, () => {
      const fixed = query.filters.filter(({ operator }) => operator === '=').map(({ field }) => field);
      // A window has two bounds on one field.
      const ranges = [
        ...new Set(query.filters.filter(({ operator }) => operator !== '=').map(({ field }) => field)),
      ];
      const order = query.order.map(({ field }) => field);

      assert.deepEqual(new Set(order.slice(0, fixed.length)), new Set(fixed));
      assert.equal(order.at(-1), 'id');
      assert.deepEqual(ranges, order.slice(fixed.length, fixed.length + ranges.length));
    });

  for (const name of ['records', 'access'] as const)
    it(`Cosmos indexes the fields that lists of ${name} compare or sort by, and no other: patient data is in none`, () => {
      const fields = lists[name].flatMap(({ query }) =>
        [...query.filters, ...query.order].map(({ field }) => field),
      );
      const wanted = new Set(fields.filter((field) => field !== 'id').map((field) => `/${field}/?`));

      assert.deepEqual(new Set<string>(containers[name].includedPaths), wanted);
    });

  it('on SQLite every page of every list is one search of its index, without a sort', async () => {
    const temporary = temporaryFile();
    const store = await openStore({ embedded: { file: temporary.path } });
    store.close();
    const file = openSqliteFile({ file: temporary.path });
    const all = (['records', 'access'] as const).flatMap((id) => {
      const container = findContainer(file, defaultDatabase, containers[id].id);
      return lists[id].map((list) => ({ ...list, container }));
    });

    for (const { name, query, container } of all) {
      const from = { table: container.table, index: indexFor(container, query.order) };
      const parameters = new Map(query.filters.map(({ parameter }) => [parameter, 'x']));
      const place = sortOf(query).map(() => 'y');
      for (const after of [undefined, place]) {
        const { sql, values } = selectPage(from, 'area:north', query, parameters, { limit: 51, after });
        const plan = file.all(`EXPLAIN QUERY PLAN ${sql}`, ...values).map((row) => textIn(row, 'detail'));
        const equals = query.filters.filter(({ operator }) => operator === '=');
        const found = ['scope', ...equals.map(({ field }) => `c.${field}`)].map((column) => `${column}=?`);
        assert.equal(plan.length, 1, `${name}: ${plan.join('; ')}`);
        const search = `SEARCH ${from.table} USING INDEX ${from.index} (${found.join(' AND ')}`;
        assert.ok(plan[0]?.startsWith(search), `${name}: ${plan[0]} is not ${search}`);
        // A later page starts where the last one stopped: SQLite can seek by that bound of the sorted field and no other.
        const [first] = sortOf(query);
        const sign = first?.descending ? '<' : '>';
        const column = first?.field === 'id' ? 'id' : `"c.${first?.field}"`;
        const conditions = sql.slice(sql.indexOf('WHERE '), sql.indexOf(' AND (')).split(' AND ');
        const bounds = conditions.filter((condition) => condition.startsWith(`${column} ${sign}`));
        if (after) assert.equal(bounds.length, 1, `${name}: ${sql}`);
        if (after)
          assert.ok(plan[0]?.includes(`${column.replaceAll('"', '')}${sign}?`), `${name}: ${plan[0]}`);
      }
    }
    file.close();
    temporary.remove();
  });
});
