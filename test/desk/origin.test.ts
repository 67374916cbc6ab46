import assert from 'node:assert/strict';
import { theSystem } from '../../bot/desk/caller.ts';
import { collect } from '../../bot/desk/collect.ts';
import type { AccessLine } from '../../bot/desk/ports.ts';
import { aReport, newId, noting, openHouse, people, type House } from '../support/house.ts';

describe('§8 from where something was done or read', () => {
  let house: House;
  let lines: AccessLine[];
  beforeEach(async () => {
    lines = [];
    house = await openHouse({ access: noting(async (line) => void lines.push(line)) });
    lines.length = 0;
  });
  afterEach(() => house.close());

  const report = async (caller: Parameters<House['desk']['perform']>[0]) => {
    const command = { id: newId(), name: 'incident.report', input: aReport() };
    const performed = await house.desk.perform(caller, command);
    assert(performed.done);
    const [entry] = await collect(house.office.records, 'area:brookshire', 'entriesOfRecord', {
      ref: performed.outcome.ref ?? '',
    });
    assert(entry);
    return entry;
  };

  it('is in the entry: the door, and the number of the request', async () => {
    const chat = await report({ ...people.receptionist, from: 'chat', request: 'request-of-the-turn' });
    const tab = await report({ ...people.receptionist, from: 'tab', request: 'request-of-the-tab' });

    assert.deepEqual([chat.door, chat.request], ['chat', 'request-of-the-turn']);
    assert.deepEqual([tab.door, tab.request], ['tab', 'request-of-the-tab']);
  });

  it('has a number of the desk’s own making where the door gave none', async () => {
    const [one, other] = [await report(people.receptionist), await report(people.receptionist)];

    assert.equal(one.door, 'tab');
    assert.match(one.request, /^[0-9a-f-]{36}$/);
    assert.notEqual(one.request, other.request);
  });

  it('is in the line of a reading, of a refused command and of a refused question', async () => {
    const { ref } = await report(people.receptionist);
    const from = { from: 'chat', request: 'turn-1' } as const;
    lines.length = 0;

    await house.desk.ask({ ...people.manager, ...from }, { name: 'incident.page', input: { ref } });
    await house.desk.ask({ ...people.otherManager, ...from }, { name: 'incident.page', input: { ref } });
    const take = { id: newId(), name: 'incident.takeIntoReview', input: { ref } };
    await house.desk.perform({ ...people.otherManager, ...from }, take);

    assert.deepEqual(
      lines.map(({ what, door, request }) => [what, door, request]),
      [
        ['read', 'chat', 'turn-1'],
        ['refused', 'chat', 'turn-1'],
        ['refused', 'chat', 'turn-1'],
      ],
    );
  });

  it('D15 the same page read by two doors in one minute is two readings', async () => {
    const { ref } = await report(people.receptionist);
    for (const from of ['chat', 'tab'] as const)
      await house.desk.ask({ ...people.manager, from }, { name: 'incident.page', input: { ref } });

    assert.equal(new Set(lines.map(({ id }) => id)).size, 2);
  });

  it('the app itself is no person from the chat', async () => {
    const performed = await house.desk.perform(theSystem, {
      id: newId(),
      name: 'panel.bindChannel',
      input: { reference: {} },
    });

    assert(!performed.done);
    assert.equal(performed.refusal.code, 'unknown');
  });
});
