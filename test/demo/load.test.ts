import assert from 'node:assert/strict';
import { demoOrganisations, demoPeople } from '../../bot/demo/area.ts';
import { loadDemoArea } from '../../bot/demo/load.ts';
import { role, roleOrganisations } from '../../bot/contract/roles.ts';
import { calendarOf } from '../../bot/domain/time/bankHolidays.ts';
import { isWorkingDay } from '../../bot/domain/time/workingDays.ts';
import { openHouse, people } from '../support/house.ts';

describe('D14 the fictional area', () => {
  it('is loaded once: a second start adds nothing and leaves the clock alone', async () => {
    const house = await openHouse();
    const reports = async () => {
      const asked = await house.desk.ask(people.manager, { name: 'incident.list', input: {} });
      return asked.answered ? asked.answer.rows.map((row) => row.ref) : [];
    };
    const [before, offset] = [await reports(), house.clock.offset()];

    await loadDemoArea(house.desk, house.clock);

    assert.equal(before.length, 2);
    assert.deepEqual(await reports(), before);
    assert.equal(house.clock.offset(), offset);
    house.close();
  });

  for (const [name, at] of [
    ['a Saturday', '2027-01-16T10:00:00Z'],
    ['a bank holiday', '2027-12-27T10:00:00Z'],
  ] as const) {
    it(`a session still to come is on a working day, also when the area is first loaded on ${name}`, async () => {
      const house = await openHouse({ at: Temporal.Instant.from(at) });

      const rows = await house.store.records.list('org:steady-ground', 'openSessions', {
        until: '2030-01-01T00:00:00Z',
      });

      house.close();
      const days = rows.rows.map(({ row }) => Temporal.PlainDate.from(row.day));
      assert.equal(days.length, 1);
      for (const day of days) assert.ok(isWorkingDay(calendarOf(), day), day.toString());
    });
  }

  it('finishes a load that was cut off, without a second report', async () => {
    const house = await openHouse();
    const cutOff = { ...house.desk, demo: house.desk.demo && { ...house.desk.demo, people: async () => [] } };

    await loadDemoArea(cutOff, house.clock);

    const asked = await house.desk.ask(people.manager, { name: 'incident.list', input: {} });
    assert(asked.answered);
    assert.equal(asked.answer.rows.length, 2);
    house.close();
  });

  it('every role is held in a kind of organisation it may be held in', () => {
    for (const { name, grants } of demoPeople) {
      for (const grant of grants) {
        const organisation = demoOrganisations.find((o) => o.organisation === grant.organisation);
        assert(organisation, `${name}: ${grant.organisation}`);
        assert(roleOrganisations[grant.role].includes(organisation.type), `${name}: ${grant.role}`);
      }
    }
  });

  it('has somebody for every role that works on cases', () => {
    const held = new Set(demoPeople.flatMap(({ grants }) => grants.map((grant) => grant.role)));

    const missing = role.options.filter((code) => !held.has(code));

    assert.deepEqual(missing, ['SAD', 'OVS', 'EVA', 'AOF']);
  });
});
