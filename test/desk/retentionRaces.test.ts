import assert from 'node:assert/strict';
import { createDesk } from '../../bot/desk/desk.ts';
import { newId, openHouse, people, type House } from '../support/house.ts';
import { dueIncident, reason } from '../support/records.ts';
import { must } from '../support/referrals.ts';

const scope = 'area:brookshire';
const officer = people.auditor;

describe('races over a record’s end', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const head = (ref: string) => house.store.records.read(scope, ref, 'head');

  for (let round = 0; round < 6; round += 1) {
    it(`§8 a hold and a destruction at the same moment: exactly one wins (${round + 1})`, async () => {
      const ref = await dueIncident(house.desk);
      const [one, other] = [createDesk(house.office), createDesk(house.office)];
      const hold = () =>
        one.perform(officer, { id: newId(), name: 'retention.hold', input: { ref, reason } });
      const end = () =>
        other.perform(officer, {
          id: newId(),
          name: 'retention.destroy',
          input: { ref, reason, confirm: ref },
        });

      const both = round % 2 === 0 ? [hold(), end()] : [end(), hold()];
      const results = await Promise.all(both);

      const stored = await head(ref);
      assert.equal(results.filter(({ done }) => done).length, 1);
      const refusal = results.flatMap((result) => (result.done ? [] : [result.refusal]))[0];
      if (stored) {
        assert.equal(stored.row.held, true);
        assert.match(refusal?.message ?? '', /on hold/);
      } else {
        assert(await house.store.records.read(scope, ref, 'stub'));
        assert.match(refusal?.message ?? '', /was destroyed/);
      }
    });
  }

  it('§8 a hold that comes between reading and destroying wins', async () => {
    const ref = await dueIncident(house.desk);
    const { records } = house.office;
    let held = false;
    const late = createDesk({
      ...house.office,
      records: {
        ...records,
        commit: async (where, operations) => {
          if (!held) {
            held = true;
            await must(house.desk, officer, 'retention.hold', { ref, reason });
          }
          return records.commit(where, operations);
        },
      },
    });

    const result = await late.perform(officer, {
      id: newId(),
      name: 'retention.destroy',
      input: { ref, reason, confirm: ref },
    });

    assert(!result.done);
    assert.match(result.refusal.message, /on hold/);
    assert.equal((await head(ref))?.row.held, true);
  });

  it('a record is destroyed once, however often it is sent and by how many', async () => {
    const ref = await dueIncident(house.desk);
    const desks = Array.from({ length: 12 }, () => createDesk(house.office));

    const results = await Promise.all(
      desks.map((desk, index) =>
        desk.perform(officer, {
          id: `destroy-once-${index % 4}`,
          name: 'retention.destroy',
          input: { ref, reason, confirm: ref },
        }),
      ),
    );

    const first = results.filter((result) => result.done && !result.repeated);
    assert.equal(first.length, 1);
    const due = await house.desk.backroom.outboxDue(scope);
    assert.equal(due.filter(({ row }) => row.topic === 'purge').length, 1);
  });
});
