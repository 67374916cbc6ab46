/** The store contract: the fixed lists (D8), page by page. */
import assert from 'node:assert/strict';
import type { ListName, ListParameters, Page, Records } from '../../../bot/desk/ports.ts';
import type { HeadRow, Row } from '../../../bot/desk/rows.ts';
import {
  area,
  deadline,
  entry,
  head,
  inbox,
  organisation,
  outbox,
  person,
  posted,
  seal,
} from '../support/rows.ts';
import { newScope, storeAll, stored, type Subject } from '../support/subject.ts';

const asEntry = (place: string) => `entry:${place}`;

/** The ids on every page of a list. */
async function pagesOf<N extends ListName>(
  records: Records,
  scope: string,
  name: N,
  parameters: ListParameters[N],
  size: number,
) {
  const pages: (readonly string[])[] = [];
  let after: string | undefined;
  do {
    const page: Page<Row> = await records.list(scope, name, parameters, {
      size,
      ...(after ? { after } : {}),
    });
    pages.push(page.rows.map(({ row }) => row.id));
    after = page.next;
    assert.ok(pages.length < 100, 'the pages come to an end');
  } while (after !== undefined);
  return pages;
}

export function describeLists(subject: () => Subject) {
  const ids = async <N extends ListName>(scope: string, name: N, parameters: ListParameters[N]) =>
    (await pagesOf(subject().records, scope, name, parameters, 2)).flat();

  describe('the fixed lists', () => {
    it('gives rows as they are read singly', async () => {
      const row = head({ scope: newScope(), ref: 'INC-1', body: { name: 'Siân' } });
      const etag = await stored(subject().records, row);

      const page = await subject().records.list(row.scope, 'incidentsOfOrganisation', {
        organisation: 'P81001',
      });

      assert.deepEqual(page, { rows: [{ row, etag }] });
    });

    it('lists incidents newest first: of a practice, in a state, of the area, of a reporter', async () => {
      const scope = newScope();
      const incident = (ref: string, day: string, rest: Partial<HeadRow> = {}) =>
        head({ scope, ref, createdAt: `2027-01-${day}T09:00:00Z`, ...rest });
      await storeAll(subject().records, scope, [
        incident('A', '10'),
        incident('B', '12', { state: 'CLOSED' }),
        incident('C', '11', { createdBy: 'ash' }),
        incident('D', '11', { organisation: 'P81002' }),
        incident('E', '11'),
        incident('R', '13', { type: 'REF' }),
        entry({ scope, ref: 'A', seq: 1 }),
      ]);
      await stored(subject().records, head({ scope: newScope(), ref: 'Z' }));

      const organisation = 'P81001';
      assert.deepEqual(await ids(scope, 'incidentsOfOrganisation', { organisation }), [
        'head:B',
        'head:E',
        'head:C',
        'head:A',
      ]);
      assert.deepEqual(
        await ids(scope, 'incidentsOfOrganisationInState', { organisation, state: 'REPORTED' }),
        ['head:E', 'head:C', 'head:A'],
      );
      assert.deepEqual(await ids(scope, 'incidentsOfArea', {}), [
        'head:B',
        'head:E',
        'head:D',
        'head:C',
        'head:A',
      ]);
      assert.deepEqual(await ids(scope, 'incidentsOfReporter', { createdBy: 'sam' }), [
        'head:B',
        'head:E',
        'head:D',
        'head:A',
      ]);
    });

    it('lists the history, deadlines and cards of one record', async () => {
      const scope = newScope();
      await storeAll(subject().records, scope, [
        ...[10, 9, 2, 1].map((seq) => entry({ scope, ref: 'A', seq })),
        entry({ scope, ref: 'B', seq: 3 }),
        deadline({ scope, ref: 'A', id: 'deadline:A:DL-28' }),
        deadline({ scope, ref: 'A', id: 'deadline:A:DL-01', open: false }),
        deadline({ scope, ref: 'B' }),
        posted({ scope, id: 'posted:2', ref: 'A' }),
        posted({ scope, id: 'posted:1', ref: 'A' }),
        posted({ scope, id: 'posted:0', ref: 'B' }),
      ]);

      const ref = 'A';
      assert.deepEqual(await ids(scope, 'entriesOfRecord', { ref }), [
        'entry:A:1',
        'entry:A:2',
        'entry:A:9',
        'entry:A:10',
      ]);
      assert.deepEqual(await ids(scope, 'deadlinesOfRecord', { ref }), [
        'deadline:A:DL-01',
        'deadline:A:DL-28',
      ]);
      assert.deepEqual(await ids(scope, 'postedOfRecord', { ref }), ['posted:1', 'posted:2']);
    });

    it('lists the history of a whole scope: by record, between two instants, by area and by who acted', async () => {
      const scope = newScope();
      const line = (ref: string, seq: number, at: string, rest: Partial<Parameters<typeof entry>[0]> = {}) =>
        entry({ scope, ref, seq, at, ...rest });
      await storeAll(subject().records, scope, [
        line('B', 1, '2027-01-10T23:59:59.999Z'),
        line('B', 2, '2027-01-11T00:00:00.5Z', { area: 'south' }),
        line('A', 1, '2027-01-11T00:00:00Z', { actor: 'ash' }),
        line('A', 2, '2027-01-12T00:00:00.25Z'),
        head({ scope, ref: 'B' }),
        head({ scope, ref: 'A' }),
      ]);
      const day = { from: '2027-01-11T00:00:00', until: '2027-01-12T00:00:00' };
      const all = { from: '2027', until: '2028' };

      assert.deepEqual(await ids(scope, 'entriesOfScope', {}), ['A:1', 'A:2', 'B:1', 'B:2'].map(asEntry));
      assert.deepEqual(await ids(scope, 'headsOfScope', {}), ['head:A', 'head:B']);
      // The bounds take in whatever fraction a moment is written with; within one second the text decides.
      assert.deepEqual(await ids(scope, 'entriesOfWindow', day), ['B:2', 'A:1'].map(asEntry));
      const north = { area: 'north', ...all };
      assert.deepEqual(await ids(scope, 'newestEntries', north), ['A:2', 'A:1', 'B:1'].map(asEntry));
      const ash = await ids(scope, 'newestEntriesOfPerson', { actor: 'ash', ...north });
      assert.deepEqual(ash, [asEntry('A:1')]);
    });

    it('lists seals, oldest first and newest first', async () => {
      const scope = newScope();
      await storeAll(
        subject().records,
        scope,
        ['2027-01-12', '2027-01-11', '2026-12-31'].map((day) => seal({ scope, day })),
      );

      const inOrder = ['seal:2026-12-31', 'seal:2027-01-11', 'seal:2027-01-12'];
      assert.deepEqual(await ids(scope, 'sealsOfScope', {}), inOrder);
      assert.deepEqual(await ids(scope, 'newestSeals', {}), inOrder.toReversed());
    });

    it('lists open dated deadlines up to a day, earliest first', async () => {
      const scope = newScope();
      const due = (ref: string, rest: Partial<Parameters<typeof deadline>[0]>) =>
        deadline({ scope, ref, ...rest });
      const { dueOn: _, ...instant } = due('G', { dueAt: '2027-01-01T00:00:00Z' });
      await storeAll(subject().records, scope, [
        due('A', { dueOn: '2027-02-01' }),
        due('B', { dueOn: '2027-01-31' }),
        due('C', { dueOn: '2027-02-02' }),
        due('D', { dueOn: '2026-12-31', open: false }),
        due('E', { dueOn: '2026-12-31', organisation: 'P81002' }),
        due('F', { dueOn: '2026-12-31' }),
        instant,
      ]);

      const found = await ids(scope, 'openDeadlinesOfOrganisation', {
        organisation: 'P81001',
        until: '2027-02-01',
      });

      assert.deepEqual(
        found,
        ['F', 'B', 'A'].map((ref) => `deadline:${ref}:DL-01`),
      );
    });

    it('lists outbox rows whose time has come, oldest first', async () => {
      const scope = newScope();
      await storeAll(subject().records, scope, [
        outbox({ scope, id: 'o:late', notBefore: '2027-01-28T12:00:01Z' }),
        outbox({ scope, id: 'o:second', notBefore: '2027-01-28T12:00:00Z' }),
        outbox({ scope, id: 'o:first', notBefore: '2027-01-28T11:59:59Z' }),
        outbox({ scope, id: 'o:done', pending: false }),
      ]);

      assert.deepEqual(await ids(scope, 'outboxDue', { now: '2027-01-28T12:00:00Z' }), [
        'o:first',
        'o:second',
      ]);
    });

    it("lists a person's notices newest first, and the unread ones", async () => {
      const scope = newScope();
      await storeAll(subject().records, scope, [
        inbox({ scope, id: 'n:1', at: '2027-01-01T00:00:00Z' }),
        inbox({ scope, id: 'n:2', at: '2027-01-02T00:00:00Z', unread: false }),
        inbox({ scope, id: 'n:3', at: '2027-01-03T00:00:00Z' }),
        inbox({ scope, id: 'n:4', person: 'ash' }),
      ]);

      assert.deepEqual(await ids(scope, 'inboxOfPerson', { person: 'sam' }), ['n:3', 'n:2', 'n:1']);
      assert.deepEqual(await ids(scope, 'unreadInboxOfPerson', { person: 'sam' }), ['n:3', 'n:1']);
    });

    it('lists people, organisations and areas', async () => {
      const scope = newScope();
      await storeAll(subject().records, scope, [
        person({ scope, person: 'sam', name: 'Zed' }),
        person({ scope, person: 'ash', name: 'Ada' }),
        person({ scope, person: 'kim', name: 'Ada' }),
        organisation({ scope, organisation: 'P81002', name: 'Elm Surgery' }),
        organisation({ scope, organisation: 'P81001', name: 'Oak Surgery' }),
        area({ scope, area: 'south' }),
        area({ scope, area: 'north' }),
      ]);

      assert.deepEqual(await ids(scope, 'people', {}), ['person:ash', 'person:kim', 'person:sam']);
      assert.deepEqual(await ids(scope, 'organisations', {}), ['organisation:P81002', 'organisation:P81001']);
      assert.deepEqual(await ids(scope, 'areas', {}), ['area:north', 'area:south']);
    });

    it('D8: pages hold 50 rows unless told, and a full last page has no next', async () => {
      const scope = newScope();
      await storeAll(
        subject().records,
        scope,
        Array.from({ length: 51 }, (_, n) => entry({ scope, ref: 'A', seq: n })),
      );

      const first = await subject().records.list(scope, 'entriesOfRecord', { ref: 'A' });
      assert.equal(first.rows.length, 50);
      assert.deepEqual(
        (await pagesOf(subject().records, scope, 'entriesOfRecord', { ref: 'A' }, 17)).map(
          (page) => page.length,
        ),
        [17, 17, 17],
      );
    });

    it('D8: rows stored or removed between two pages neither repeat nor hide a row', async () => {
      const scope = newScope();
      const incident = (ref: string, second: number) =>
        head({ scope, ref, createdAt: `2027-01-10T09:00:${String(second).padStart(2, '0')}Z` });
      await storeAll(
        subject().records,
        scope,
        [10, 20, 30, 40].map((second) => incident(`at-${second}`, second)),
      );
      const list = (after?: string) =>
        subject().records.list(scope, 'incidentsOfArea', {}, { size: 2, ...(after ? { after } : {}) });

      const first = await list();
      await storeAll(subject().records, scope, [incident('at-50', 50), incident('at-15', 15)]);
      const shown = first.rows[1];
      assert.ok(shown);
      await subject().records.commit(scope, [{ op: 'delete', id: shown.row.id, etag: shown.etag }]);
      const second = await list(first.next);
      const third = await list(second.next);

      const refs = [first, second, third].map(({ rows }) => rows.map(({ row }) => row.ref));
      assert.deepEqual(refs, [['at-40', 'at-30'], ['at-20', 'at-15'], ['at-10']]);
    });

    it("a page token that is not this list's own is a RangeError", async () => {
      const scope = newScope();
      await storeAll(
        subject().records,
        scope,
        [1, 2, 3].map((seq) => entry({ scope, ref: 'A', seq })),
      );
      const { next = '' } = await subject().records.list(scope, 'entriesOfRecord', { ref: 'A' }, { size: 1 });
      const read = (after: string) =>
        subject().records.list(scope, 'entriesOfRecord', { ref: 'A' }, { size: 1, after });

      assert.equal((await read(next)).rows.length, 1);
      await assert.rejects(read('nonsense'), RangeError);
    });
  });
}
