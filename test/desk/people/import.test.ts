import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { importSample } from '../../../bot/contract/peopleImport.ts';
import { longestImport, mostImportRows } from '../../../bot/contract/people.ts';
import { collect } from '../../../bot/desk/collect.ts';
import { brokenLink } from '../../../bot/desk/digest.ts';
import { newId, openHouse, people, type House } from '../../support/house.ts';
import { done, give, refusalOf } from '../../support/panel.ts';

const heading = 'type,name,sign-in id,role,organisation,area,from,to,phone,email,sites';
const robin = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

describe('bringing in practices and staff', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const check = async (text: string) => {
    const asked = await house.desk.ask(people.administrator, { name: 'people.checkImport', input: { text } });
    assert(asked.answered);
    return asked.answer;
  };
  const bring = (text: string, id = newId()) =>
    give(house.desk, people.administrator, 'people.import', { text }, id);
  const progress = async () => {
    const asked = await house.desk.ask(people.administrator, { name: 'people.imports', input: {} });
    assert(asked.answered);
    return asked.answer.rows;
  };
  const due = () => house.desk.backroom.outboxDue('directory');
  /** As background work does. `again` gives each effect once more than needed, which must change nothing. */
  const work = async ({ most = Infinity, again = true } = {}) => {
    let steps = 0;
    for (let rows = await due(); rows.length > 0 && steps < most; rows = await due()) {
      for (const row of rows) {
        const first = await house.desk.backroom.carryOut(row.row);
        assert(first.done, first.done ? '' : first.refusal.message);
        if (again) {
          const second = await house.desk.backroom.carryOut(row.row);
          assert(second.done && second.repeated);
        }
        await house.desk.backroom.settle(row);
        steps += 1;
      }
    }
    return steps;
  };
  const personOf = async (person: string) =>
    (await house.store.records.read('directory', `person:${person}`, 'person'))?.row;
  const directoryNow = async () => ({
    people: await collect(house.store.records, 'directory', 'people', {}),
    organisations: await collect(house.store.records, 'directory', 'organisations', {}),
    imports: await progress(),
    due: await due(),
  });

  it('the sample: checked, brought in step by step, and each can act at once', async () => {
    const checked = await check(importSample);
    assert.deepEqual([checked.ready, checked.practices, checked.people], [true, 1, 2]);

    await done(house.desk, people.administrator, 'people.import', { text: importSample });
    assert.equal(await work(), 3);

    assert.deepEqual(
      (await personOf(robin))?.grants.map(({ role, organisation, area }) => [role, organisation, area]),
      [['PPM', 'Z99003', 'brookshire']],
    );
    const asked = await house.desk.ask({ person: robin }, { name: 'incident.list', input: {} });
    assert.equal(asked.answered, true);
    assert.deepEqual(
      (await progress()).map(({ by, done: of, total, finished, failed }) => [
        by,
        of,
        total,
        finished,
        failed,
      ]),
      [['Sam Tully', 3, 3, true, []]],
    );
  });

  it('a check stores nothing', async () => {
    const before = await directoryNow();

    await check(importSample);
    await check('nonsense');

    assert.deepEqual(await directoryNow(), before);
  });

  it('nothing half imported: one wrong row among right ones, and nothing at all is stored', async () => {
    const before = await directoryNow();
    const text = `${importSample}staff,Kit Lane,${randomUUID()},Nurse,Z99003,,,,,,\n`;

    const checked = await check(text);
    const refusal = await refusalOf(house.desk, people.administrator, 'people.import', { text });

    assert.equal(checked.ready, false);
    assert.equal(refusal.field, 'text');
    assert.match(refusal.message, /Row 5, role: There is no such role/);
    assert.deepEqual(await directoryNow(), before);
  });

  for (const [what, text, message] of [
    ['an empty text', '', /nothing in this list/],
    ['quotes that do not match', 'type,name\n"staff,Robin', /quotes do not match/],
    ['too much text', 'x'.repeat(longestImport + 1), /Split it into parts/],
  ] as const) {
    it(`refuses ${what} with a sentence`, async () => {
      const refusal = await refusalOf(house.desk, people.administrator, 'people.import', { text });

      assert.equal(refusal.field, 'text');
      assert.match(refusal.message, message);
    });
  }

  it('the history tells whose import it was, and every chain holds', async () => {
    await done(house.desk, people.administrator, 'people.import', { text: importSample });
    await work();

    const asked = await house.desk.ask(people.administrator, {
      name: 'people.page',
      input: { person: robin },
    });
    assert(asked.answered);
    const [latest] = await progress();
    assert(latest);
    assert.deepEqual(
      asked.answer.history.map(({ who, text }) => [who, text]),
      [
        ['Sam Tully', `Import ${latest.ref}`],
        ['Sam Tully', `Import ${latest.ref}`],
      ],
    );
    for (const ref of [latest.ref, `PER-${robin}`, 'ORG-Z99003']) {
      const head = await house.store.records.read('directory', ref, 'head');
      const entries = await collect(house.store.records, 'directory', 'entriesOfRecord', { ref });
      assert(head);
      assert.equal(brokenLink(entries, head.row.chain), undefined, ref);
    }
  });

  it('D6 more than fits in a batch: 500 rows, with progress to see, cut off and gone on with', async () => {
    const ids = Array.from({ length: mostImportRows }, () => randomUUID());
    const rows = ids.map((id, index) => `staff,Person ${index},${id},PRS,Z99001,,,,,,`);
    const text = [heading, ...rows].join('\n');
    assert.ok(text.length <= longestImport, `${text.length}`);

    await done(house.desk, people.administrator, 'people.import', { text });
    await work({ most: 200, again: false });
    const halfway = (await progress())[0];
    await work({ again: false });

    assert.deepEqual([halfway?.done, halfway?.total, halfway?.finished], [200, 500, false]);
    assert.deepEqual(
      (await progress()).map(({ done: of, finished, failed }) => [of, finished, failed.length]),
      [[500, true, 0]],
    );
    const rolesOf = await Promise.all(ids.map(async (id) => (await personOf(id))?.grants.length));
    assert.deepEqual(new Set(rolesOf), new Set([1]));
  }).timeout(120_000);

  it('sent twice with one id it is one import; sent anew, everything is there already', async () => {
    const id = newId();
    const [first, second] = [await bring(importSample, id), await bring(importSample, id)];
    await work();

    assert(first.done && second.done);
    assert.equal(second.repeated, true);
    assert.equal((await progress()).length, 1);
    const again = await refusalOf(house.desk, people.administrator, 'people.import', { text: importSample });
    assert.match(again.message, /has this role there already/);
  });

  it('what the directory will not take any more is told by its row, and the rest goes on', async () => {
    await done(house.desk, people.administrator, 'people.import', { text: importSample });
    await done(house.desk, people.administrator, 'people.add', { person: robin, name: 'Robin Vale' });
    await work({ most: 1 });
    await done(house.desk, people.administrator, 'people.grantRole', {
      person: robin,
      role: 'PPM',
      organisation: 'Z99003',
    });

    await work();

    const [latest] = await progress();
    assert.deepEqual([latest?.done, latest?.finished], [3, true]);
    assert.equal(latest?.failed[0]?.line, 3);
    assert.match(latest?.failed[0]?.message ?? '', /^Robin Vale has this role there already/);
    assert.equal((await personOf(robin))?.grants.length, 1);
    assert.equal((await personOf('6ba7b810-9dad-41d1-80b4-00c04fd430c8'))?.grants.length, 1);
  });

  it('past midnight an import goes on with the first day it was given', async () => {
    const late = await openHouse({ at: Temporal.Instant.from('2027-01-11T23:59:58Z') });
    await done(late.desk, people.administrator, 'people.import', { text: importSample });
    late.clock.setOffset(late.clock.offset() + 60_000);

    for (let rows = await late.desk.backroom.outboxDue('directory'); rows.length > 0;) {
      for (const row of rows) {
        assert.equal((await late.desk.backroom.carryOut(row.row)).done, true);
        await late.desk.backroom.settle(row);
      }
      rows = await late.desk.backroom.outboxDue('directory');
    }

    const stored = await late.store.records.read('directory', `person:${robin}`, 'person');
    assert.equal(stored?.row.grants[0]?.from, '2027-01-11');
    late.close();
  });

  it('two administrators who bring in the same list at once: each person has each role once', async () => {
    await Promise.all([bring(importSample), bring(importSample)]);
    await work();

    const all = await progress();
    assert.equal(
      all.every(({ finished }) => finished),
      true,
    );
    assert.equal(all.flatMap(({ failed }) => failed).length, 3);
    assert.equal((await personOf(robin))?.grants.length, 1);
  });

  it('§1.1 an import makes an administrator as by hand, who counts as one', async () => {
    const text = `${heading}\nstaff,Robin Vale,${robin},SYS,operator,,,,,,`;
    await done(house.desk, people.administrator, 'people.import', { text });
    await work();

    await done(house.desk, { person: robin }, 'people.leave', { person: people.administrator.person });

    assert.equal(
      (await house.desk.ask({ person: robin }, { name: 'people.list', input: {} })).answered,
      true,
    );
  });
});
