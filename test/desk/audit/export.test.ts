import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import type { Person } from '../../../bot/desk/caller.ts';
import { createDesk } from '../../../bot/desk/desk.ts';
import { openBooks, threeJourneys, type Books } from '../../support/books.ts';
import { people } from '../../support/house.ts';
import { must } from '../../support/referrals.ts';

describe('§8 the audit as a file', () => {
  let books: Books;
  let incident: string;
  let referral: string;
  beforeEach(async () => {
    books = await openBooks();
    ({ incident, referral } = await threeJourneys(books));
  });
  afterEach(() => books.close());

  const fetch = async (input: object, who: Person = people.auditor) => {
    const fetched = await books.house.desk.file(who, { name: 'audit.export', input });
    assert(fetched.made, fetched.made ? '' : fetched.refusal.message);
    return { ...fetched.file, rows: parse(Buffer.from(fetched.file.bytes), { bom: true }) };
  };

  it('holds what the search finds, under a name without anybody in it', async () => {
    const asked = await books.house.desk.ask(people.auditor, {
      name: 'audit.search',
      input: { ref: incident },
    });
    assert(asked.answered);
    const found = asked.answer.rows;
    const { rows, filename } = await fetch({ ref: incident });

    assert.equal(filename, 'audit-2026-12-13-to-2027-01-12.csv');
    assert.deepEqual(rows[0]?.slice(0, 3), ['Time in London', 'Done, read or refused', 'What']);
    // The search before is a reading of its own.
    assert.deepEqual(
      rows
        .slice(1)
        .filter((row) => !row.includes('Nadia Karim'))
        .map((row) => row[2]),
      found.map(({ what }) => what),
    );
  });

  it('no cell of it is a formula, whatever somebody gave as a reason', async () => {
    await must(books.house.desk, people.manager, 'referral.withdraw', {
      provider: 'steady-ground',
      ref: referral,
      reason: '=HYPERLINK("https://evil.example","x")',
    });

    const { rows, bytes } = await fetch({ ref: referral });

    assert.ok(rows.flat().includes('\'=HYPERLINK("https://evil.example","x")'));
    assert.doesNotMatch(Buffer.from(bytes).toString('utf8'), /(^|,)"?[=+@]/m);
  });

  it('§1.2 SYS: has no column for what identifies', async () => {
    const { rows } = await fetch({}, people.administrator);

    assert.deepEqual(rows[0], [
      'Time in London',
      'Done, read or refused',
      'What',
      'Role',
      'By which door',
      'Request',
      'Rule',
    ]);
    assert.doesNotMatch(JSON.stringify(rows), /INC-|REF-|person-|Priya|Rosa/);
  });

  it('says so at its end when there is more than it holds', async () => {
    const { office } = books.house;
    const line = {
      key: 'area:brookshire|2027-01',
      at: '2027-01-12T08:00:00Z',
      person: people.manager.person,
      role: 'PPM',
      organisation: 'Z99001',
      what: 'read',
      name: 'incident.page',
      door: 'tab',
      request: 'request-1',
    } as const;
    const all = Array.from({ length: 5_001 }, (_, n) => ({ ...line, id: `line-${String(9_999 - n)}` }));
    const list: typeof office.access.list = async (_key, _name, { until }, page) => {
      const from = Number(page?.after ?? 0);
      const size = page?.size ?? 50;
      assert.ok(until >= line.at);
      const lines = all.slice(from, from + size);
      return from + size < all.length ? { lines, next: String(from + size) } : { lines };
    };
    const desk = createDesk({ ...office, access: { ...office.access, list } });
    const input = { kind: 'read', from: '2027-01-12' };

    const fetched = await desk.file(people.auditor, { name: 'audit.export', input });

    assert(fetched.made);
    const rows = parse(Buffer.from(fetched.file.bytes), { bom: true });
    assert.equal(rows.length, 1 + 5_000 + 1);
    assert.equal(rows.at(-1)?.[0], 'There is more than fits in one file. Choose a shorter period.');
  });
});
