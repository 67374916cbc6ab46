import assert from 'node:assert/strict';
import { activeGrants } from '../../bot/desk/caller.ts';
import { createDesk } from '../../bot/desk/desk.ts';
import type { AccessLine } from '../../bot/desk/ports.ts';
import { theSystem } from '../../bot/desk/caller.ts';
import { countWaits } from '../support/countWaits.ts';
import { addPerson, aReport, fileReport, newId, openHouse, people, type House } from '../support/house.ts';

const report = (id: string, changes = {}) => ({ id, name: 'incident.report', input: aReport(changes) });

async function myReports(house: House): Promise<string[]> {
  const asked = await house.desk.ask(people.receptionist, { name: 'incident.mine', input: {} });
  return asked.answered ? asked.answer.rows.map((row) => row.ref) : [];
}

describe('desk.perform', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  describe('D7 a command id does nothing twice', () => {
    it('answers a repetition with the same reference', async () => {
      const before = await myReports(house);

      const first = await house.desk.perform(people.receptionist, report('one-intent-1'));
      const second = await house.desk.perform(people.receptionist, report('one-intent-1'));

      assert(first.done && second.done);
      assert.equal(second.outcome.ref, first.outcome.ref);
      assert.equal(second.repeated, true);
      assert.equal((await myReports(house)).length, before.length + 1);
    });

    it('answers twenty simultaneous deliveries with one report', async () => {
      const before = await myReports(house);

      const all = await Promise.all(
        Array.from({ length: 20 }, () => house.desk.perform(people.receptionist, report('one-intent-2'))),
      );

      assert.deepEqual(new Set(all.map((each) => each.done && each.outcome.ref)).size, 1);
      assert.equal((await myReports(house)).length, before.length + 1);
    });

    it('looks the receipt up before any refusal: a worse input with the same id answers as before', async () => {
      const first = await house.desk.perform(people.receptionist, report('one-intent-3'));

      const second = await house.desk.perform(people.receptionist, report('one-intent-3', { narrative: '' }));

      assert(first.done && second.done);
      assert.equal(second.outcome.ref, first.outcome.ref);
    });

    it('looks the receipt up before any refusal: it answers even when the role has ended since', async () => {
      const first = await house.desk.perform(people.receptionist, report('one-intent-4'));
      await addPerson(house.desk, 'person-101', [{ role: 'PRS', organisation: 'Z99001', to: '2027-01-10' }]);

      const second = await house.desk.perform(people.receptionist, report('one-intent-4'));
      const third = await house.desk.perform(people.receptionist, report('one-intent-5'));

      assert(first.done && second.done);
      assert.equal(second.outcome.ref, first.outcome.ref);
      assert(!third.done);
      assert.equal(third.refusal.code, 'notAvailable');
    });

    it('finds the receipt wherever the person could act: sent again under another role it does nothing twice', async () => {
      await house.desk.perform(theSystem, {
        id: newId(),
        name: 'directory.putArea',
        input: { area: 'fenshire', name: 'Fenshire', profile: 'national-2024@1' },
      });
      const both = [
        { role: 'PRS', organisation: 'Z99001' },
        { role: 'PRS', organisation: 'Z99002', area: 'fenshire' },
      ] as const;
      const locum = await addPerson(house.desk, 'person-locum', both);
      const first = await house.desk.perform(locum, {
        ...report('one-intent-9'),
        under: { role: 'PRS', organisation: 'Z99001' },
      });

      const elsewhere = await house.desk.perform(locum, {
        ...report('one-intent-9', { site: 'Harbour Lane' }),
        under: { role: 'PRS', organisation: 'Z99002' },
      });
      await addPerson(house.desk, 'person-locum', [{ ...both[0], to: '2027-01-10' }, both[1]]);
      const ended = await house.desk.perform(locum, report('one-intent-9', { site: 'Harbour Lane' }));

      assert(first.done && elsewhere.done && ended.done);
      assert.deepEqual([elsewhere.outcome.ref, ended.outcome.ref], [first.outcome.ref, first.outcome.ref]);
    });

    it('never acts as someone else: the id of another person is refused', async () => {
      await house.desk.perform(people.receptionist, report('one-intent-6'));

      const other = await house.desk.perform(people.colleague, report('one-intent-6'));

      assert(!other.done);
      assert.equal(other.refusal.code, 'refused');
    });

    it('stays open after a refusal, so that the corrected form can be sent with the same id', async () => {
      const wrong = await house.desk.perform(
        people.receptionist,
        report('one-intent-7', { narrative: 'short' }),
      );
      const right = await house.desk.perform(people.receptionist, report('one-intent-7'));

      assert.equal(wrong.done, false);
      assert.equal(right.done, true);
    });

    it('keeps no patient data on the receipt', async () => {
      await house.desk.perform(people.receptionist, report('one-intent-8'));

      const receipt = await house.store.records.read('area:brookshire', 'receipt:one-intent-8', 'receipt');

      assert(receipt);
      assert.doesNotMatch(JSON.stringify(receipt.row), /Tindall|shouted/);
    });
  });

  describe('bad input', () => {
    it('names every field that needs a correction, the first one first', async () => {
      const result = await house.desk.perform(people.receptionist, {
        id: newId(),
        name: 'incident.report',
        input: aReport({ narrative: 'short', incidentTypes: [], incidentDate: 'yesterday' }),
      });

      assert(!result.done);
      assert.equal(result.refusal.code, 'invalid');
      assert.deepEqual(result.refusal.fields?.map((problem) => problem.field).toSorted(), [
        'incidentDate',
        'incidentTypes',
        'narrative',
      ]);
    });

    it('says plainly that there is no such command', async () => {
      const result = await house.desk.perform(people.receptionist, {
        id: newId(),
        name: 'constructor',
        input: {},
      });

      assert(!result.done);
      assert.equal(result.refusal.code, 'unknown');
    });

    it('a reference that is none is said so at its field, before anything is looked for', async () => {
      const ref = await fileReport(house.desk, people.receptionist);

      const result = await house.desk.perform(people.manager, {
        id: newId(),
        name: 'incident.link',
        input: { ref, other: 'rubbish' },
      });

      assert(!result.done);
      assert.deepEqual([result.refusal.code, result.refusal.field], ['invalid', 'other']);
    });

    it('where messages go is said by the bot alone: a client of the API is told there is no such command', async () => {
      const remember = (caller: { person: string; from?: 'chat' }) =>
        house.desk.perform(caller, {
          id: newId(),
          name: 'self.rememberConversation',
          input: { reference: { serviceUrl: 'https://elsewhere.example' }, welcomed: false },
        });

      const [client, bot] = [
        await remember(people.manager),
        await remember({ ...people.manager, from: 'chat' }),
      ];

      assert(!client.done);
      assert.equal(client.refusal.code, 'unknown');
      assert.equal(bot.done, true);
    });

    it('asks someone who is not in the directory to be added', async () => {
      const result = await house.desk.perform({ person: 'nobody' }, report(newId()));

      assert(!result.done);
      assert.equal(result.refusal.code, 'signIn');
    });
  });

  describe('§1.2 roles', () => {
    it('answers a record that is not there and one that is not yours with the same words', async () => {
      const ref = await fileReport(house.desk, people.receptionist);
      const take = (target: string) =>
        house.desk.perform(people.otherManager, {
          id: newId(),
          name: 'incident.takeIntoReview',
          input: { ref: target },
        });

      const notYours = await take(ref);
      const notThere = await take('INC-2027-0000000');

      assert.deepEqual(notYours, notThere);
      assert(!notYours.done);
      assert.deepEqual(notYours.refusal, {
        code: 'notAvailable',
        message: 'This is not available to your role.',
      });
    });

    it('D15 writes a refusal to the access log with no field value', async () => {
      const lines: AccessLine[] = [];
      const watched = await openHouse({ access: { write: async (line) => void lines.push(line) } });
      const ref = await fileReport(watched.desk, people.receptionist);

      await watched.desk.perform(people.receptionist, {
        id: newId(),
        name: 'incident.close',
        input: { ref, outcome: 'TALKED', feedback: 'Closed by the wrong role.' },
      });
      watched.close();

      const refused = lines.filter((line) => line.what === 'refused');
      assert.equal(refused.length, 1);
      assert.deepEqual([refused[0]?.person, refused[0]?.ref], ['person-101', ref]);
      assert.doesNotMatch(JSON.stringify(refused), /wrong role\./);
    });

    it('a role is held in a kind of organisation it may be held in', async () => {
      const put = (role: string, organisation: string) =>
        house.desk.perform(theSystem, {
          id: newId(),
          name: 'directory.putPerson',
          input: {
            person: 'person-new',
            name: 'New Person',
            grants: [{ role, organisation, area: 'brookshire', from: '2027-01-01' }],
          },
        });

      const [misplaced, nowhere, right] = [
        await put('PPM', 'operator'),
        await put('PPM', 'Z99999'),
        await put('PPM', 'Z99001'),
      ];

      assert(!misplaced.done && !nowhere.done && right.done);
      assert.equal(misplaced.refusal.field, 'grants');
    });

    it('D13 a role counts on its first and last day and on none beyond', () => {
      const grant = {
        role: 'PPM',
        organisation: 'Z99001',
        area: 'a',
        from: '2027-01-04',
        to: '2027-01-08',
      } as const;

      const active = ['2027-01-03', '2027-01-04', '2027-01-08', '2027-01-09'].map(
        (today) => activeGrants([grant], today, undefined).length,
      );

      assert.deepEqual(active, [0, 1, 1, 0]);
    });

    it('acts under the role that was chosen and no other', async () => {
      const result = await house.desk.perform(people.gp, {
        ...report(newId()),
        under: { role: 'PGR', organisation: 'Z99001' },
      });

      assert(!result.done);
      assert.equal(result.refusal.code, 'notAvailable');
    });
  });

  describe('§5 numbers', () => {
    it('waits on the store at most three times in sequence', async () => {
      const counted = countWaits();
      const watched = await openHouse();
      const desk = createDesk({ ...watched.office, records: counted.around(watched.office.records) });

      const result = await desk.perform(people.receptionist, report(newId()));
      watched.close();

      assert.equal(result.done, true);
      assert.equal(counted.waits(), 3);
    });
  });
});
