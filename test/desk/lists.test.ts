import assert from 'node:assert/strict';
import type { Role } from '../../bot/contract/roles.ts';
import { theSystem } from '../../bot/desk/caller.ts';
import { addPerson, aReport, fileReport, newId, openHouse, people, type House } from '../support/house.ts';

describe('lists of incidents', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const list = (who: { person: string }, input = {}) => house.desk.ask(who, { name: 'incident.list', input });
  const mine = (who: { person: string }, input = {}) => house.desk.ask(who, { name: 'incident.mine', input });
  const at = (role: Role) =>
    addPerson(house.desk, `person-${role}`, [{ role, organisation: 'brookshire-icb' }]);

  for (const role of ['OVS', 'EVA', 'AOF'] as const) {
    it(`§1.2 g, x: ${role} reads figures or a status line, never a list of whole reports`, async () => {
      const asked = await list(await at(role));

      assert(!asked.answered);
      assert.equal(asked.refusal.code, 'notAvailable');
    });
  }

  it('§1.3 rule 7: the commissioner’s list names no member of staff', async () => {
    const asked = await list(people.officer);

    assert(asked.answered);
    assert.equal(asked.answer.rows.length, 3);
    assert.doesNotMatch(JSON.stringify(asked.answer), /Priya|Rosa|Tom Asher|Grace/);
  });

  it('one state only, for a practice and for an area', async () => {
    const states = async (who: { person: string }) => {
      const asked = await list(who, { state: 'CLOSED_LOCAL' });
      assert(asked.answered);
      return asked.answer.rows.map((row) => row.state);
    };

    assert.deepEqual(await states(people.manager), ['CLOSED_LOCAL']);
    assert.deepEqual(await states(people.officer), ['CLOSED_LOCAL']);
  });

  it('own reports leave out those of a practice the person has left', async () => {
    const ref = await fileReport(house.desk, people.receptionist);
    await addPerson(house.desk, 'person-101', [{ role: 'PRS', organisation: 'Z99002' }]);

    const own = await mine(people.receptionist);
    const status = await house.desk.ask(people.receptionist, { name: 'incident.status', input: { ref } });

    assert(own.answered);
    assert.deepEqual(own.answer.rows, []);
    assert.equal(status.answered, false);
  });

  it('own reports of two areas come one area after the other, each once', async () => {
    const put = (name: string, input: object) => house.desk.perform(theSystem, { id: newId(), name, input });
    await put('directory.putArea', { area: 'fenshire', name: 'Fenshire', profile: 'national-2024@1' });
    await put('directory.putOrganisation', {
      organisation: 'Z99050',
      name: 'Fen Road Practice',
      type: 'practice',
      area: 'fenshire',
      sites: ['Fen Road'],
    });
    const locum = await addPerson(house.desk, 'person-locum', [
      { role: 'PRS', organisation: 'Z99001' },
      { role: 'PRS', organisation: 'Z99050', area: 'fenshire' },
    ]);
    const report = async (organisation: string, site: string) => {
      const under = { role: 'PRS', organisation } as const;
      const result = await house.desk.perform(locum, {
        id: newId(),
        name: 'incident.report',
        input: aReport({ site }),
        under,
      });
      return result.done ? result.outcome.ref : result.refusal.message;
    };
    const filed = [
      await report('Z99001', 'Station Road branch'),
      await report('Z99050', 'Fen Road'),
      await report('Z99050', 'Fen Road'),
    ];

    const seen: string[] = [];
    let after: string | undefined;
    do {
      const asked = await mine(locum, { size: 1, ...(after ? { after } : {}) });
      assert(asked.answered);
      seen.push(...asked.answer.rows.map((row) => row.ref));
      after = asked.answer.next;
    } while (after);

    assert.deepEqual(seen.toSorted(), filed.map(String).toSorted());
  });

  it('a page token that the store never gave is the asker’s mistake, at its field', async () => {
    for (const after of ['nonsense', '9:', '0:nonsense', '-1:']) {
      const asked = await mine(people.receptionist, { after });

      assert(!asked.answered, after);
      assert.deepEqual([asked.refusal.code, asked.refusal.field], ['invalid', 'after']);
    }
  });

  it('a page shows the whole history, however long', async () => {
    const ref = await fileReport(house.desk, people.receptionist);
    for (let count = 0; count < 101; count += 1) {
      await house.desk.perform(people.manager, {
        id: newId(),
        name: 'incident.addFacts',
        input: { ref, text: `Found out as number ${count}.` },
      });
    }

    const asked = await house.desk.ask(people.manager, { name: 'incident.page', input: { ref } });

    assert(asked.answered);
    assert.equal(asked.answer.timeline.filter(({ ahead }) => !ahead).length, 102);
    assert(asked.identifiers.includes('Found out as number 100.'));
  });
});
