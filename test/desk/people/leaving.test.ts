import assert from 'node:assert/strict';
import { meanwhileIn, type Meanwhile } from './meanwhile.ts';
import { createDesk } from '../../../bot/desk/desk.ts';
import type { Person } from '../../../bot/desk/caller.ts';
import { addWithRole } from '../../support/directory.ts';
import { aReport, fileReport, newId, openHouse, people, setTime, type House } from '../../support/house.ts';
import { done, give } from '../../support/panel.ts';

describe('§8 access ends when a role ends', () => {
  let house: House;
  let robin: Person;
  beforeEach(async () => {
    house = await openHouse();
    robin = await addWithRole(house.desk, { role: 'PPM' });
  });
  afterEach(() => house.close());

  const list = async () => {
    const asked = await house.desk.ask(robin, { name: 'incident.list', input: {} });
    return asked.answered ? 'answered' : asked.refusal.code;
  };
  const report = async (id = newId(), who: Person = robin) => {
    const result = await give(house.desk, who, 'incident.report', aReport(), id);
    return result.done ? 'done' : result.refusal.code;
  };
  const leaves = (person = robin.person) =>
    done(house.desk, people.administrator, 'people.leave', { person, reason: 'Retires.' });

  it('a leaver’s very next question and command are refused', async () => {
    assert.deepEqual([await list(), await report()], ['answered', 'done']);

    await leaves();

    assert.deepEqual([await list(), await report()], ['notAvailable', 'notAvailable']);
    const me = await house.desk.ask(robin, { name: 'me', input: {} });
    assert(!me.answered);
    assert.equal(me.refusal.message, 'You have no role today. Ask your administrator to give you one.');
  });

  it('so are they in the chat, and under a role chosen before', async () => {
    await leaves();

    assert.equal(await report(newId(), { ...robin, from: 'chat' }), 'notAvailable');
    const asked = await house.desk.ask(robin, {
      name: 'incident.list',
      input: {},
      under: { role: 'PPM', organisation: 'Z99001' },
    });
    assert.equal(asked.answered, false);
  });

  it('what they did before is not done again: its repetition answers as it did', async () => {
    const id = newId();
    await report(id);
    await leaves();

    const again = await give(house.desk, robin, 'incident.report', aReport(), id);

    assert(again.done);
    assert.equal(again.repeated, true);
  });

  it('a command that has to be decided anew is refused, if they left while it was under way', async () => {
    const ref = await fileReport(house.desk, people.receptionist);
    const meanwhile: Meanwhile = meanwhileIn(house, ref, async () => {
      await leaves();
    });

    const result = await give(createDesk(meanwhile.office), robin, 'incident.addFacts', {
      ref,
      text: 'He came back an hour later.',
    });

    assert.equal(meanwhile.happened(), true);
    assert(!result.done);
    assert.equal(result.refusal.code, 'notAvailable');
  });

  it('one role ended at once leaves the others', async () => {
    await done(house.desk, people.administrator, 'people.grantRole', {
      ...robin,
      role: 'PRS',
      organisation: 'Z99001',
    });

    await done(house.desk, people.administrator, 'people.endRole', { ...robin, grant: 0 });

    assert.deepEqual([await list(), await report()], ['notAvailable', 'done']);
  });

  it('D13 a last day is included, and the first London minute after it is not', async () => {
    await done(house.desk, people.administrator, 'people.endRole', {
      ...robin,
      grant: 0,
      lastDay: '2027-01-12',
    });

    setTime(house.clock, Temporal.Instant.from('2027-01-12T23:59:00Z'));
    const onTheDay = await list();
    setTime(house.clock, Temporal.Instant.from('2027-01-13T00:00:01Z'));

    assert.deepEqual([onTheDay, await list()], ['answered', 'notAvailable']);
  });

  it('a role to come opens nothing before its day', async () => {
    const later = await addWithRole(house.desk, { name: 'Kit Lane' });
    await done(house.desk, people.administrator, 'people.endRole', { ...later, grant: 0 });
    await done(house.desk, people.administrator, 'people.grantRole', {
      ...later,
      role: 'PRS',
      organisation: 'Z99001',
      from: '2027-01-20',
    });

    const before = await report(newId(), later);
    setTime(house.clock, Temporal.Instant.from('2027-01-20T00:00:01Z'));

    assert.deepEqual([before, await report(newId(), later)], ['notAvailable', 'done']);
  });

  describe('notices', () => {
    const noticesOf = async (person: string) => {
      const page = await house.office.records.list(`inbox:${person}`, 'inboxOfPerson', { person });
      return page.rows.map(({ row }) => row.template);
    };
    const deliver = async () => {
      for (const row of await house.desk.backroom.outboxDue('area:brookshire')) {
        if (row.row.topic === 'notice') await house.desk.backroom.fileNotice(row.row);
        await house.desk.backroom.settle(row);
      }
    };
    /** Leaves a notice for the reporter, by name, in the outbox. */
    const takeReportOf = async (reporter: Person) => {
      const ref = await fileReport(house.desk, reporter);
      await done(house.desk, people.manager, 'incident.takeIntoReview', { ref });
    };

    it('one who has left is told nothing more', async () => {
      const reporter = await addWithRole(house.desk, { name: 'Kit Lane' });
      await takeReportOf(reporter);
      await leaves(reporter.person);

      await deliver();

      assert.deepEqual(await noticesOf(reporter.person), []);
    });

    it('what names an absent person reaches them and their cover, until the cover ends', async () => {
      const reporter = await addWithRole(house.desk, { name: 'Kit Lane' });
      await done(house.desk, people.administrator, 'people.coverFor', {
        ...reporter,
        grant: 0,
        by: robin.person,
        from: '2027-01-11',
        to: '2027-01-15',
      });
      await takeReportOf(reporter);
      await deliver();
      const during = [await noticesOf(reporter.person), (await noticesOf(robin.person)).length];
      setTime(house.clock, Temporal.Instant.from('2027-01-18T10:00:00Z'));
      const told = (await noticesOf(robin.person)).filter((one) => one === 'incident.inReview').length;
      await takeReportOf(reporter);
      await deliver();

      assert.deepEqual(during[0], ['incident.inReview']);
      assert.equal(told, 1);
      assert.equal((await noticesOf(robin.person)).filter((one) => one === 'incident.inReview').length, 1);
      assert.equal((await noticesOf(reporter.person)).length, 2);
    });

    it('D11 what is sent to a role reaches whoever covers in it', async () => {
      const cover = await addWithRole(house.desk, { name: 'Kit Lane' });
      await done(house.desk, people.administrator, 'people.coverFor', {
        person: people.manager.person,
        grant: 0,
        by: cover.person,
        from: '2027-01-11',
        to: '2027-01-15',
      });
      await fileReport(house.desk, people.receptionist);

      await deliver();

      assert.ok((await noticesOf(cover.person)).includes('incident.reported'));
    });
  });
});
