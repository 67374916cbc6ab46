import assert from 'node:assert/strict';
import { createDesk } from '../../bot/desk/desk.ts';
import type { AccessLine } from '../../bot/desk/ports.ts';
import { activeGrants, theSystem } from '../../bot/desk/caller.ts';
import { countWaits } from '../support/countWaits.ts';
import { aReport, fileReport, newId, openHouse, people, type House, noting } from '../support/house.ts';

const report = (id: string, changes = {}) => ({ id, name: 'incident.report', input: aReport(changes) });

const takeOf = (ref: string) => ({ id: newId(), name: 'incident.takeIntoReview', input: { ref } });

describe('desk.perform', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

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
      const take = (target: string) => house.desk.perform(people.otherManager, takeOf(target));

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
      const watched = await openHouse({ access: noting(async (line) => void lines.push(line)) });
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
