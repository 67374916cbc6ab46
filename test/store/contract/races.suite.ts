/** The store contract: writers at the same time. */
import assert from 'node:assert/strict';
import { claim, entry, head, receipt } from '../support/rows.ts';
import { create, headOf, newScope, stored, type Subject } from '../support/subject.ts';

export function describeRaces(subject: () => Subject) {
  describe('races', () => {
    it('200 writers of one head lose no update', async function () {
      this.timeout(60_000);
      const scope = newScope();
      const counter = head({ scope, ref: 'INC-1', version: 0 });
      await stored(subject().records, counter);
      const increment = async (writer: number) => {
        for (let attempt = 1; ; attempt++) {
          const { row, etag } = await headOf(subject().records, scope, 'INC-1');
          const version = row.version + 1;
          const result = await subject().records.commit(scope, [
            create(receipt({ scope, id: `receipt:${writer}` })),
            { op: 'replace', row: { ...row, version }, etag },
            create(entry({ scope, ref: 'INC-1', seq: version })),
          ]);
          if (result.committed) return attempt;
          assert.deepEqual(result, { committed: false, at: 1, status: 412 });
          // Wait longer the more often it lost, each writer differently, as the desk does.
          await new Promise((resume) => {
            setTimeout(resume, (attempt * (writer * 7 + 3)) % (40 * attempt));
          });
        }
      };

      const attempts = await Promise.all(Array.from({ length: 200 }, (_, writer) => increment(writer)));

      assert.equal((await headOf(subject().records, scope, 'INC-1')).row.version, 200);
      assert.ok(Math.max(...attempts) > 1, 'the writers raced');
      const page = await subject().records.list(scope, 'entriesOfRecord', { ref: 'INC-1' }, { size: 201 });
      assert.deepEqual(
        page.rows.map(({ row }) => row.seq),
        Array.from({ length: 200 }, (_, n) => n + 1),
      );
    });

    it('D3: of two commands with the same claim exactly one wins', async () => {
      const scope = newScope();
      const command = (ref: string) =>
        subject().records.commit(scope, [
          create(receipt({ scope, id: `receipt:${ref}` })),
          create(claim({ scope, id: 'open-referral:hash', ref })),
          create(head({ scope, ref })),
        ]);

      const results = await Promise.all([command('REF-1'), command('REF-2')]);

      assert.deepEqual(
        results.filter(({ committed }) => !committed),
        [{ committed: false, at: 1, status: 409 }],
      );
      const winner = results[0]?.committed ? 'REF-1' : 'REF-2';
      assert.equal((await subject().records.read(scope, 'open-referral:hash', 'claim'))?.row.ref, winner);
      const heads = await Promise.all(
        ['REF-1', 'REF-2'].map((ref) => subject().records.read(scope, `head:${ref}`, 'head')),
      );
      assert.deepEqual(
        heads.flatMap((found) => found?.row.ref ?? []),
        [winner],
      );
    });
  });
}
