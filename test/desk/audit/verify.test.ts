import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { digestSeal } from '../../../bot/desk/audit/seal.ts';
import { sealEntry } from '../../../bot/desk/digest.ts';
import type { EntryRow, HeadRow, SealRow } from '../../../bot/desk/rows.ts';
import { systemRandom } from '../../../bot/random.ts';
import { area, openBooks, provider, threeJourneys, type Books, type Raw } from '../../support/books.ts';
import { fileReport, people } from '../../support/house.ts';
import { destroy, dueIncident } from '../../support/records.ts';

const month = `${area}|2027-01`;

describe('D16 npm run verify', () => {
  let books: Books;
  let incident: string;
  let referral: string;
  beforeEach(async () => {
    books = await openBooks();
    ({ incident, referral } = await threeJourneys(books));
    books.at('2027-01-14T09:00:00Z');
    await books.seal();
  });
  afterEach(() => books.close());

  const rows = (scope = area) => books.raw('records').all(scope);
  const put = (row: object) => books.raw('records').put(row as Raw);
  const remove = (id: string, scope = area) => books.raw('records').remove(id, scope);
  const row = async <R>(id: string, scope = area): Promise<R> =>
    (await rows(scope)).find((each) => each.id === id) as unknown as R;
  const entry = (seq: number) => row<EntryRow>(`${incident}:00000${seq}`);
  const seal = (day: string) => row<SealRow>(`seal:${day}`);
  const lines = async () =>
    (await books.raw('access').all(month)).toSorted((one, other) =>
      String(one['at']) < String(other['at']) ? -1 : 1,
    );

  it('holds for all three journeys, and counts what it saw', async () => {
    const verified = await books.verify();

    assert.equal(verified.holds, true, verified.holds ? '' : verified.broken);
    const { counts } = verified;
    assert.ok(counts.records >= 4 && counts.entries > 20 && counts.lines >= 4, JSON.stringify(counts));
    assert.equal(counts.seals, counts.anchors);
    assert.equal(counts.sealedUpTo, '2027-01-13');
    assert.equal(counts.unsealedEntries, 0);
  });

  it('writes nothing', async () => {
    const before = [await rows(), await rows('directory'), await lines()];
    await books.verify();

    assert.deepEqual([await rows(), await rows('directory'), await lines()], before);
  });

  it('§8 holds over a record destroyed by review: its stub ends the chain; without the stub it is broken', async () => {
    const { desk } = books.house;
    const ref = await dueIncident(desk);
    await destroy(desk, ref);
    const halfway = await books.verify();
    while ((await desk.backroom.purge(area, ref)) === 'more');
    books.at('2027-01-15T09:00:00Z');
    await books.seal();

    const whole = await books.verify();
    await remove(ref);
    const broken = await books.verify();

    assert.equal(halfway.holds, true);
    assert.equal(whole.holds, true, whole.holds ? '' : whole.broken);
    assert.ok(whole.counts.stubs > 0);
    assert.equal(
      broken.holds ? '' : broken.broken,
      `${area}, ${ref}: there is a history, but no record to it.`,
    );
  });

  it('holds when content has been destroyed at the end of its time, and says how often', async () => {
    for (const seq of [1, 2]) {
      const { content: _content, salt: _salt, ...stub } = await entry(seq);
      await put(stub);
    }

    const verified = await books.verify();

    assert.equal(verified.holds, true, verified.holds ? '' : verified.broken);
    assert.equal(verified.counts.stubs, 2);
  });

  it('counts what is not sealed yet', async () => {
    await fileReport(books.house.desk, people.receptionist, {
      incidentDate: '2027-01-14',
      incidentTime: '08:00',
    });

    const { counts } = await books.verify();

    assert.equal(counts.unsealedEntries, 1);
  });

  it('is not misled by somebody at work on a record', async () => {
    const { office } = books.house;
    let moved = false;
    const list: typeof office.records.list = async (scope, name, ...rest) => {
      const page = await office.records.list(scope, name, ...rest);
      // Between the reading of the heads and of the history, a record moves on.
      if (name === 'headsOfScope' && scope === area && !moved) {
        moved = true;
        await books.house.desk.perform(people.receptionist, {
          id: 'in-the-middle-1',
          name: 'incident.addFacts',
          input: { ref: incident, text: 'He came back an hour later.' },
        });
      }
      return page;
    };
    const { verifyStore } = await import('../../../bot/desk/audit/verify.ts');

    const verified = await verifyStore({ ...office, records: { ...office.records, list } });

    assert.equal(moved, true);
    assert.equal(verified.holds, true, verified.holds ? '' : verified.broken);
  });

  /** What somebody does underneath, and what must be named. */
  const tampering: Record<string, [() => Promise<void>, (broken: string) => RegExp | string]> = {
    'content changed': [
      async () => put({ ...(await entry(2)), content: { reviewer: 'Somebody Else', by: 'Somebody Else' } }),
      () => `${area}, ${incident}: ${incident}:000002: its content was changed.`,
    ],
    'an entry’s actor changed': [
      async () => put({ ...(await entry(1)), actor: 'person-999' }),
      () => `${area}, ${incident}: ${incident}:000001: was changed.`,
    ],
    'an entry’s door changed': [
      async () => put({ ...(await entry(1)), door: 'chat' }),
      () => `${area}, ${incident}: ${incident}:000001: was changed.`,
    ],
    'an entry deleted': [
      async () => remove(`${incident}:000002`),
      () => `${area}, ${incident}: ${incident}:000002 is missing.`,
    ],
    'two entries swapped': [
      async () => {
        const [one, other] = [await entry(1), await entry(2)];
        await put({ ...one, id: other.id, seq: other.seq });
        await put({ ...other, id: one.id, seq: one.seq });
      },
      () => new RegExp(`^${area}, ${incident}: ${incident}:000001: does not continue the entry before it`),
    ],
    'the record changed beside its history': [
      async () => {
        const head = await row<HeadRow>(incident);
        await put({ ...head, state: 'REPORTED' });
      },
      () => `${area}, ${incident}: the record is not what its last entry, ${incident}:000003, left.`,
    ],
    'a record deleted, its history left': [
      async () => remove(incident),
      () => `${area}, ${incident}: there is a history, but no record to it.`,
    ],
    'a history deleted, its record left': [
      async () => {
        for (const seq of [1, 2, 3]) await remove(`${incident}:00000${seq}`);
      },
      () => `${area}, ${incident}: there is a record without any history.`,
    ],
    'a whole record deleted': [
      async () => {
        for (const id of [incident, 1, 2, 3])
          await remove(typeof id === 'number' ? `${incident}:00000${id}` : id);
      },
      () =>
        new RegExp(
          `^${area}, 2027-01-11: the entries of history were \\d+ when the day was sealed, and are \\d+ now`,
        ),
    ],
    'a referral deleted in the provider’s scope': [
      async () => {
        const all = await rows(provider);
        for (const { id } of all.filter((each) => each['ref'] === referral)) await remove(id, provider);
      },
      () => new RegExp(`^${provider}, 2027-01-11: the entries of history were \\d+ when`),
    ],
    'the tail cut off and the head patched': [
      async () => {
        const head = await row<HeadRow>(incident);
        const last = await entry(2);
        await remove(`${incident}:000003`);
        // Somebody thorough makes the record fit its shorter history, digest and all.
        const { salt: _salt, ...unsalted } = last;
        await put({ ...head, chain: { seq: 2, digest: last.digest } });
        await put(unsalted);
      },
      () =>
        new RegExp(
          `^${area}, 2027-01-12: the entries of history were 1 when the day was sealed, and are 0 now`,
        ),
    ],
    'an entry made up, its chain made to fit': [
      async () => {
        const head = await row<HeadRow>(incident);
        const { id: _id, ...last } = await entry(3);
        const made = sealEntry(
          head.chain,
          { ...last, at: '2027-01-12T10:00:00Z', action: 'incident.linked', content: { other: 'INC' } },
          head,
          systemRandom,
        );
        await put(made);
        await put({ ...head, chain: { seq: made.seq, digest: made.digest } });
      },
      () =>
        new RegExp(
          `^${area}, 2027-01-12: the entries of history were 1 when the day was sealed, and are 2 now`,
        ),
    ],
    'an access line deleted': [
      async () => {
        const [first] = await lines();
        await books.raw('access').remove(first?.id ?? '', month);
      },
      () =>
        new RegExp(
          `^${area}, 2027-01-11: the lines of the access log were \\d+ when the day was sealed, and are`,
        ),
    ],
    'an access line changed': [
      async () => {
        const [first] = await lines();
        await books.raw('access').put({ ...first, id: first?.id ?? '', person: 'person-999' });
      },
      () => `${area}, 2027-01-11: the lines of the access log are not those that were sealed.`,
    ],
    'a seal changed': [
      async () => put({ ...(await seal('2027-01-12')), entries: { count: 0, digest: 'x' } }),
      () => `${area}, 2027-01-12: its seal was changed.`,
    ],
    'a seal deleted': [
      async () => remove('seal:2027-01-12'),
      () => `${area}, 2027-01-12: the seal of this day is missing.`,
    ],
    'the newest seals deleted': [
      async () => remove('seal:2027-01-13'),
      () =>
        `${area}, 2027-01-13: its seal is gone from the store; the anchor 2027-01-13.area.brookshire.json still has it.`,
    ],
    'a line deleted and the seal made anew': [
      async () => {
        const [first] = await lines();
        await books.raw('access').remove(first?.id ?? '', month);
        const { countDay } = await import('../../../bot/desk/audit/seal.ts');
        const day = Temporal.PlainDate.from('2027-01-11');
        const forged = { ...(await seal('2027-01-11')), ...(await countDay(books.house.office, area, day)) };
        await put({ ...forged, digest: digestSeal(forged) });
      },
      () =>
        `${area}, 2027-01-11: its seal is not the one that the anchor 2027-01-11.area.brookshire.json holds outside the store.`,
    ],
    'an anchor changed': [
      async () =>
        books.editAnchor('2027-01-12.area.brookshire.json', (text) => text.replace('"count":1', '"count":0')),
      () =>
        /^area:brookshire, 2027-01-12: its seal is not the one that the anchor .* holds outside the store\.$/,
    ],
    'an anchor spoilt': [
      async () => books.editAnchor('2027-01-12.area.brookshire.json', () => 'nothing'),
      () => /2027-01-12: the anchor .* outside the store was changed and cannot be read\.$/,
    ],
    'an anchor deleted': [
      async () => rmSync(join(books.anchorFolder, '2027-01-12.area.brookshire.json')),
      () =>
        `${area}, 2027-01-12: its seal has no anchor outside the store (2027-01-12.area.brookshire.json).`,
    ],
    'a whole area deleted': [
      async () => {
        for (const { id } of await rows()) await remove(id);
        await books.raw('records').remove('area:brookshire', 'directory');
      },
      () => /^area:brookshire, \d{4}-\d\d-\d\d: its seal is gone from the store; the anchor/,
    ],
  };
  for (const [what, [tamper, expected]] of Object.entries(tampering)) {
    it(`names the first broken link: ${what}`, async () => {
      await tamper();

      const verified = await books.verify();

      assert(!verified.holds, 'it should not hold');
      const named = expected(verified.broken);
      if (typeof named === 'string') assert.equal(verified.broken, named);
      else assert.match(verified.broken, named);
    });
  }
});
