/** The store contract: a batch is stored whole or not at all (D6), and says why not. */
import assert from 'node:assert/strict';
import type { Operation } from '../../../bot/desk/ports.ts';
import { claim, entry, head, outbox, receipt } from '../support/rows.ts';
import { create, headOf, newScope, stored, type Subject } from '../support/subject.ts';

export function describeBatches(subject: () => Subject) {
  describe('a batch', () => {
    it('stores all its operations and answers the ETag of each row written', async () => {
      const scope = newScope();
      const old = claim({ scope, id: 'claim:old' });
      const etag = await stored(subject().records, old);

      const result = await subject().records.commit(scope, [
        create(receipt({ scope, id: 'receipt:1' })),
        create(head({ scope, ref: 'INC-1' })),
        { op: 'upsert', row: outbox({ scope, id: 'outbox:1' }) },
        { op: 'delete', id: old.id, etag },
      ]);

      assert.ok(result.committed);
      assert.deepEqual(result.etags, [
        (await subject().records.read(scope, 'receipt:1', 'receipt'))?.etag,
        (await headOf(subject().records, scope, 'INC-1')).etag,
        (await subject().records.read(scope, 'outbox:1', 'outbox'))?.etag,
        undefined,
      ]);
      assert.equal(await subject().records.read(scope, old.id, 'claim'), undefined);
    });

    it('deletes a row without its ETag, whatever its version, where another row of the batch guards it', async () => {
      const scope = newScope();
      const row = head({ scope, ref: 'INC-1' });
      const guard = await stored(subject().records, row);
      const held = claim({ scope, id: 'claim:held' });
      await stored(subject().records, held);
      const giveUp = (etag: string) =>
        subject().records.commit(scope, [
          { op: 'replace', row: { ...row, version: 2 }, etag },
          { op: 'delete', id: held.id },
        ]);

      const stale = await giveUp('"x"');
      const done = await giveUp(guard);

      assert.deepEqual(stale, { committed: false, at: 0, status: 412 });
      assert.equal(done.committed, true);
      assert.equal(await subject().records.read(scope, held.id, 'claim'), undefined);
    });

    it('leaves nothing behind when one operation is stale, and names it: 412', async () => {
      const scope = newScope();
      const row = head({ scope, ref: 'INC-1' });
      const stale = await stored(subject().records, row);
      await subject().records.commit(scope, [{ op: 'replace', row: { ...row, version: 2 }, etag: stale }]);

      const result = await subject().records.commit(scope, [
        create(receipt({ scope, id: 'receipt:1' })),
        create(entry({ scope, ref: 'INC-1', seq: 1 })),
        { op: 'replace', row: { ...row, version: 9 }, etag: stale },
        create(claim({ scope, id: 'claim:1' })),
      ]);

      assert.deepEqual(result, { committed: false, at: 2, status: 412 });
      assert.equal(await subject().records.read(scope, 'receipt:1', 'receipt'), undefined);
      assert.equal(await subject().records.read(scope, 'entry:INC-1:1', 'entry'), undefined);
      assert.equal((await headOf(subject().records, scope, 'INC-1')).row.version, 2);
    });

    it('reports each reason with its own status', async () => {
      const scope = newScope();
      const row = head({ scope, ref: 'INC-1' });
      const etag = await stored(subject().records, row);
      const first = create(receipt({ scope, id: 'receipt:1' }));
      const refusedBy = async (operation: Operation) => subject().records.commit(scope, [first, operation]);

      assert.deepEqual(await refusedBy(create(row)), { committed: false, at: 1, status: 409 });
      assert.deepEqual(await refusedBy({ op: 'delete', id: 'none', etag }), {
        committed: false,
        at: 1,
        status: 404,
      });
      assert.deepEqual(await refusedBy({ op: 'delete', id: row.id, etag: '"x"' }), {
        committed: false,
        at: 1,
        status: 412,
      });
      const absent = head({ scope, ref: 'INC-2' });
      assert.deepEqual(await refusedBy({ op: 'replace', row: absent, etag }), {
        committed: false,
        at: 1,
        status: 404,
      });
      const elsewhere = create(head({ scope: newScope(), ref: 'INC-3' }));
      assert.deepEqual(await refusedBy(elsewhere), { committed: false, at: 1, status: 400 });
      assert.equal(await subject().records.read(scope, 'receipt:1', 'receipt'), undefined);
    });

    it('D7: a receipt at operation 0 answers a repetition with 409 there, even when a head is stale too', async () => {
      const scope = newScope();
      const row = head({ scope, ref: 'INC-1' });
      const etag = await stored(subject().records, row);
      const command: readonly Operation[] = [
        create(receipt({ scope, id: 'receipt:1' })),
        { op: 'replace', row: { ...row, version: 2 }, etag },
      ];

      assert.ok((await subject().records.commit(scope, command)).committed);
      assert.deepEqual(await subject().records.commit(scope, command), {
        committed: false,
        at: 0,
        status: 409,
      });
      assert.equal((await headOf(subject().records, scope, 'INC-1')).row.version, 2);
    });

    it('holds 100 operations; none, 101, or more than 2 MB are a RangeError and store nothing', async () => {
      const scope = newScope();
      const claims = (count: number) =>
        Array.from({ length: count }, (_, n) => create(claim({ scope, id: `claim:${n}` })));

      await assert.rejects(subject().records.commit(scope, []), RangeError);
      await assert.rejects(subject().records.commit(scope, claims(101)), RangeError);
      const large = head({ scope, ref: 'INC-1', body: { text: 'x'.repeat(1024 * 1024) } });
      const twoLarge = [create(large), create({ ...large, id: 'head:INC-2' })];
      await assert.rejects(subject().records.commit(scope, twoLarge), RangeError);
      assert.equal(await subject().records.read(scope, 'claim:0', 'claim'), undefined);
      assert.equal(await subject().records.read(scope, large.id, 'head'), undefined);
      assert.ok((await subject().records.commit(scope, claims(100))).committed);
    });
  });
}
