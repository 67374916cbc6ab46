import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDesk } from '../../../bot/desk/desk.ts';
import { collect } from '../../../bot/desk/collect.ts';
import { StoreBusy } from '../../../bot/desk/ports.ts';
import { createSealDays } from '../../../bot/jobs/sealDays.ts';
import { area, openBooks, threeJourneys, type Books } from '../../support/books.ts';
import { fileReport, people } from '../../support/house.ts';

describe('D16 the daily seals', () => {
  let books: Books;
  beforeEach(async () => {
    books = await openBooks();
    await threeJourneys(books);
  });
  afterEach(() => books.close());

  const seals = (scope = area) => collect(books.house.office.records, scope, 'sealsOfScope', {});
  /** Of the days since the journeys began; the fictional area has a past of its own. */
  const days = async (scope = area) =>
    (await seals(scope)).map(({ day }) => day).filter((day) => day >= '2027-01-11');

  it('seals a day two hours after its midnight in London, when what was begun in it has been stored', async () => {
    books.at('2027-01-12T01:59:00Z');
    await books.seal();
    const before = await days();
    books.at('2027-01-12T02:00:00Z');
    await books.seal();

    assert.deepEqual(before, []);
    assert.deepEqual(await days(), ['2027-01-11']);
  });

  it('counts a summer day in London’s time', async () => {
    books.at('2027-06-10T22:59:59.5Z');
    await fileReport(books.house.desk, people.receptionist, { incidentDate: '2027-06-10' });
    books.at('2027-06-10T23:00:00.5Z');
    await fileReport(books.house.desk, people.receptionist, { incidentDate: '2027-06-10' });
    books.at('2027-06-12T09:00:00Z');
    await books.seal();

    const counted = (await seals())
      .filter(({ day }) => day >= '2027-06-09')
      .map((s) => [s.day, s.entries.count]);
    assert.deepEqual(counted, [
      ['2027-06-09', 0],
      ['2027-06-10', 1],
      ['2027-06-11', 1],
    ]);
  });

  it('catches up every day that was missed, each continuing the one before, empty ones too', async () => {
    books.at('2027-01-20T09:00:00Z');
    await books.seal();

    const all = await seals();
    assert.deepEqual(
      await days(),
      Array.from({ length: 9 }, (_, n) => `2027-01-${11 + n}`),
    );
    assert.deepEqual(
      all.slice(1).map(({ previous }) => previous),
      all.slice(0, -1).map(({ digest }) => digest),
    );
    assert.equal(all.at(-1)?.entries.count, 0);
  });

  it('is idempotent: a second pass, and two workers at once, make one seal and one anchor a day', async () => {
    books.at('2027-01-14T09:00:00Z');
    await Promise.all([books.seal(), books.seal()]);
    const once = await seals();
    await books.seal();

    assert.deepEqual(await seals(), once);
    const anchors = readdirSync(books.anchorFolder).filter((name) => name.includes('area.brookshire.'));
    assert.deepEqual(
      anchors.toSorted(),
      once.map(({ day }) => `${day}.area.brookshire.json`),
    );
  });

  it('keeps each seal outside the store, where it holds digests and counts and nobody’s name', async () => {
    books.at('2027-01-13T09:00:00Z');
    await books.seal();

    const seal = (await seals()).find(({ day }) => day === '2027-01-12');
    const text = readFileSync(join(books.anchorFolder, '2027-01-12.area.brookshire.json'), 'utf8');
    const { id: _id, kind: _kind, ...kept } = seal ?? { id: '', kind: '' };
    assert.deepEqual(JSON.parse(text), kept);
    assert.doesNotMatch(text, /Rosa|Tindall|person-/);
  });

  it('seals nothing that cannot be anchored, and tries again', async () => {
    books.at('2027-01-14T09:00:00Z');
    const { office } = books.house;
    let isDown = true;
    const append: typeof office.anchors.append = async (name, document) => {
      if (isDown) throw new Error('down');
      return office.anchors.append(name, document);
    };
    const { sealing } = createDesk({ ...office, anchors: { ...office.anchors, append } }).backroom;
    const warned: string[] = [];
    const log = { warn: (_: unknown, message: string) => void warned.push(message) };
    const sealDays = createSealDays(sealing, office.clock, log);
    await sealDays(async () => true);
    const whileDown = await days();
    isDown = false;
    await sealDays(async () => true);
    const tooSoon = await days();
    books.at('2027-01-14T09:10:01Z');
    await sealDays(async () => true);

    assert.deepEqual(whileDown, []);
    assert.ok(warned.every((message) => message === 'A day could not be sealed.'));
    assert.deepEqual(tooSoon, []);
    assert.deepEqual(await days(), ['2027-01-11', '2027-01-12', '2027-01-13']);
  });

  it('cut off between anchor and seal, it goes on where it was', async () => {
    books.at('2027-01-13T09:00:00Z');
    const { office } = books.house;
    const commit: typeof office.records.commit = async (scope, operations) => {
      const [first] = operations;
      if (first?.op === 'create' && first.row.kind === 'seal') throw new StoreBusy(503);
      return office.records.commit(scope, operations);
    };
    const cut = createDesk({ ...office, records: { ...office.records, commit } }).backroom.sealing;
    await assert.rejects(cut.sealNext(area), StoreBusy);

    const warned = await books.seal();

    assert.deepEqual(warned, []);
    assert.deepEqual(await days(), ['2027-01-11', '2027-01-12']);
  });

  it('an anchor that says otherwise stops the sealing of its scope, and is told', async () => {
    books.at('2027-01-13T09:00:00Z');
    await books.house.office.anchors.append('2027-01-12.area.brookshire.json', '{"made":"up"}\n');

    const warned = await books.seal();

    assert.deepEqual(await days(), ['2027-01-11']);
    assert.deepEqual(warned, ['An anchor does not agree with the store. Run: npm run verify']);
    assert.ok((await days('org:steady-ground')).length > 0, 'the other scopes go on');
  });

  it('D17 stops as soon as the lease is gone', async () => {
    books.at('2027-01-20T09:00:00Z');
    let asked = 0;
    const log = { warn: () => undefined };
    const { desk, clock } = books.house;
    const sealDays = createSealDays(desk.backroom.sealing, clock, log);
    await sealDays(async () => (asked += 1) <= 3);

    const all = await Promise.all((await desk.backroom.sealing.scopes()).map((scope) => seals(scope)));
    assert.ok([1, 2, 3].includes(all.flat().length), `${all.flat().length} seals`);
    await sealDays(async () => true);
    assert.equal((await days()).at(-1), '2027-01-19', 'the next round goes on at once');
  });

  it('looks again only when another day can be over', async () => {
    books.at('2027-01-14T09:00:00Z');
    const { desk, clock } = books.house;
    let passes = 0;
    const sealing = {
      ...desk.backroom.sealing,
      scopes: async () => {
        passes += 1;
        return [];
      },
    };
    const sealDays = createSealDays(sealing, clock, { warn: () => undefined });
    for (const instant of ['2027-01-14T09:00:00Z', '2027-01-14T23:00:00Z', '2027-01-15T01:59:00Z']) {
      books.at(instant);
      await sealDays(async () => true);
    }
    const before = passes;
    books.at('2027-01-15T02:00:01Z');
    await sealDays(async () => true);

    assert.equal(before, 1);
    assert.equal(passes, 2);
  });

  it('covers refusals of people without a role, and of areas that only a role names', async () => {
    const scopes = await books.house.desk.backroom.sealing.scopes();

    for (const scope of ['directory', area, 'org:steady-ground', 'area:none', 'area:all'])
      assert.ok(scopes.includes(scope), scope);
  });
});
