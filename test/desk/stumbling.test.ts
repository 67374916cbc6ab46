import assert from 'node:assert/strict';
import { createDesk } from '../../bot/desk/desk.ts';
import { StoreBusy, type Operation, type Records } from '../../bot/desk/ports.ts';
import { aReport, newId, openHouse, people, type House } from '../support/house.ts';

const report = (id: string) => ({ id, name: 'incident.report', input: aReport() });

async function myReports(house: House): Promise<string[]> {
  const asked = await house.desk.ask(people.receptionist, { name: 'incident.mine', input: {} });
  return asked.answered ? asked.answer.rows.map((row) => row.ref) : [];
}

describe('desk.perform on a store that stumbles', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const busyTimes = (
    times: number,
    store: (inner: Records, scope: string, operations: readonly Operation[]) => unknown,
  ) => {
    let left = times;
    return (inner: Records): Records => ({
      ...inner,
      commit: async (scope, operations) => {
        if (left > 0 && scope.startsWith('area:')) {
          left -= 1;
          await store(inner, scope, operations);
          throw new StoreBusy(503);
        }
        return inner.commit(scope, operations);
      },
    });
  };

  async function reportThrough(wrap: (inner: Records) => Records) {
    const desk = createDesk({
      ...house.office,
      records: wrap(house.office.records),
      pause: async () => undefined,
    });
    const before = await myReports(house);
    const result = await desk.perform(people.receptionist, report(newId()));
    return { result, made: (await myReports(house)).length - before.length };
  }

  it('449, 408, 503: is asked again and stores once', async () => {
    const { result, made } = await reportThrough(busyTimes(3, () => undefined));

    assert.equal(result.done, true);
    assert.equal(made, 1);
  });

  it('stored, but the answer was lost: the receipt tells, and nothing is stored twice', async () => {
    const { result, made } = await reportThrough(
      busyTimes(1, (inner, scope, operations) => inner.commit(scope, operations)),
    );

    assert(result.done);
    assert.equal(made, 1);
    assert((await myReports(house)).includes(result.outcome.ref ?? ''));
  });

  it('stays busy: says so, keeps nothing', async () => {
    const { result, made } = await reportThrough(busyTimes(1000, () => undefined));

    assert(!result.done);
    assert.equal(result.refusal.code, 'busy');
    assert.equal(made, 0);
  });
});
