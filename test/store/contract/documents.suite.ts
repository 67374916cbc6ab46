/** The store contract: what can be done to one document. */
import assert from 'node:assert/strict';
import { claim, head } from '../support/rows.ts';
import {
  codeOf,
  create,
  headOf,
  ifMatch,
  ifNoneMatch,
  newScope,
  stored,
  type Subject,
} from '../support/subject.ts';

export function describeDocuments(subject: () => Subject) {
  describe('one document', () => {
    it('reads back exactly what was written, with its ETag', async () => {
      const row = head({
        scope: newScope(),
        ref: 'INC-1',
        body: { list: [1, null, { deep: true }], empty: {} },
      });

      const etag = await stored(subject().records, row);

      const found = await subject().records.read(row.scope, row.id, 'head');
      assert.deepEqual(found, { row, etag });
    });

    it('answers undefined for a row that is not there, in another scope, or of another kind', async () => {
      const row = head({ scope: newScope(), ref: 'INC-1' });
      await stored(subject().records, row);

      assert.equal(await subject().records.read(row.scope, 'head:INC-2', 'head'), undefined);
      assert.equal(await subject().records.read(newScope(), row.id, 'head'), undefined);
      assert.equal(await subject().records.read(row.scope, row.id, 'entry'), undefined);
    });

    it('answers undefined for a text that cannot be an id', async () => {
      for (const id of ['', ' ', '.', '..', 'a/b', 'a\\b', 'a?b', 'a#b', '\ud800', 'x'.repeat(2000)])
        assert.equal(await subject().records.read(newScope(), id, 'head'), undefined, JSON.stringify(id));
    });

    it('holds Unicode in ids, scopes and bodies', async () => {
      const scope = `${newScope()} Ærøskøbing 北`;
      for (const text of [
        'Siân Ó Briain',
        '王 小明',
        '👩‍⚕️',
        'a b%20c+d&e=f',
        'e\u0301',
        '\u2028',
        '"quoted"',
        "it's",
      ]) {
        const row = claim({ scope, id: `claim:${text}`, rule: text });
        await stored(subject().records, row);
        assert.deepEqual(
          (await subject().records.read(scope, row.id, 'claim'))?.row,
          row,
          JSON.stringify(text),
        );
      }
    });

    it('replaces and deletes only under the ETag that was read: 412 otherwise, 404 when it is gone', async () => {
      const row = head({ scope: newScope(), ref: 'INC-1' });
      const first = await stored(subject().records, row);
      const item = subject().container.item(row.id, row.scope);

      const second = await item.replace({ ...row, version: 2 }, ifMatch(first));
      assert.equal(second.statusCode, 200);
      assert.notEqual(second.etag, first);
      assert.equal(await codeOf(item.replace({ ...row, version: 3 }, ifMatch(first))), 412);
      assert.equal(await codeOf(item.delete(ifMatch(first))), 412);
      assert.equal((await headOf(subject().records, row.scope, row.ref)).row.version, 2);
      assert.equal((await item.delete(ifMatch(second.etag))).statusCode, 204);
      assert.equal(await codeOf(item.delete()), 404);
      assert.equal(await codeOf(item.replace({ ...row })), 404);
    });

    it('creates once: 409 the second time; an upsert creates (201), then replaces (200)', async () => {
      const row = head({ scope: newScope(), ref: 'INC-1' });

      assert.equal((await subject().container.items.create({ ...row })).statusCode, 201);
      assert.equal(await codeOf(subject().container.items.create({ ...row })), 409);
      const other = { ...row, id: 'head:INC-2' };
      assert.equal((await subject().container.items.upsert(other)).statusCode, 201);
      assert.equal((await subject().container.items.upsert({ ...other, version: 2 })).statusCode, 200);
    });

    it('answers 304 to a read whose ETag has not changed', async () => {
      const row = head({ scope: newScope(), ref: 'INC-1' });
      const etag = await stored(subject().records, row);
      const item = subject().container.item(row.id, row.scope);

      assert.equal((await item.read(ifNoneMatch(etag))).statusCode, 304);
      assert.equal((await item.read(ifNoneMatch('"another"'))).statusCode, 200);
    });

    it('refuses a document over 2 MB with 413, and one without a scope of its own with 400', async () => {
      const row = head({ scope: newScope(), ref: 'INC-1' });

      const large = { ...row, body: { text: 'x'.repeat(2 * 1024 * 1024) } };
      assert.equal(await codeOf(subject().container.items.create(large)), 413);
      const result = await subject().records.commit(newScope(), [create(row)]);
      assert.deepEqual(result, { committed: false, at: 0, status: 400 });
    });
  });
}
