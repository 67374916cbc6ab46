import assert from 'node:assert/strict';
import { theSystem } from '../../bot/desk/caller.ts';
import { receiptId } from '../../bot/desk/load.ts';
import { addPerson, aReport, newId, openHouse, people, type House } from '../support/house.ts';

const report = (id: string, changes = {}) => ({ id, name: 'incident.report', input: aReport(changes) });

async function myReports(house: House): Promise<string[]> {
  const asked = await house.desk.ask(people.receptionist, { name: 'incident.mine', input: {} });
  return asked.answered ? asked.answer.rows.map((row) => row.ref) : [];
}

describe('D7 a command id does nothing twice', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

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

  it('never acts as someone else: under the id of another person one acts for oneself', async () => {
    const first = await house.desk.perform(people.receptionist, report('one-intent-6'));

    const other = await house.desk.perform(people.colleague, report('one-intent-6'));

    assert(first.done && other.done);
    assert.notEqual(other.outcome.ref, first.outcome.ref);
    const seen = await house.desk.ask(people.colleague, {
      name: 'incident.status',
      input: { ref: other.outcome.ref },
    });
    assert(seen.answered && seen.answer.mine);
  });

  it('an id used for one command does nothing under another', async () => {
    const first = await house.desk.perform(people.receptionist, report('one-intent-10'));
    assert(first.done);

    const other = await house.desk.perform(people.receptionist, {
      id: 'one-intent-10',
      name: 'incident.addFacts',
      input: { ref: first.outcome.ref, text: 'He came back an hour later.' },
    });

    assert(!other.done);
    assert.match(other.refusal.message, /made for something else/);
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

    const receipt = await house.store.records.read(
      'area:brookshire',
      receiptId('one-intent-8', people.receptionist.person),
      'receipt',
    );

    assert(receipt);
    assert.doesNotMatch(JSON.stringify(receipt.row), /Tindall|shouted/);
  });
});
