import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sortableInstant } from '../../bot/desk/sortableInstant.ts';
import { fileReport, openHouse, people } from '../support/house.ts';

describe('an instant as text', () => {
  it('sorts as time does', () => {
    const start = Temporal.Instant.from('2027-01-11T10:00:00Z').epochMilliseconds;
    const instant = fc
      .nat({ max: 3_000 })
      .map((later) => Temporal.Instant.fromEpochMilliseconds(start + later));
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const earlier = Temporal.Instant.compare(one, other) < 0;
        assert.equal(sortableInstant(one) < sortableInstant(other), earlier);
      }),
    );
  });

  it('D17 work left in the outbox is due at once, whatever digits its instant ends in', async () => {
    const at = (time: string) => ({ now: () => Temporal.Instant.from(`2027-01-11T10:00:${time}Z`) });
    const house = await openHouse();
    const [left, found] = [at('05.12'), at('05.123')];
    const { createDesk } = await import('../../bot/desk/desk.ts');
    await fileReport(createDesk({ ...house.office, clock: left }), people.receptionist);

    const due = await createDesk({ ...house.office, clock: found }).backroom.outboxDue('area:brookshire');
    house.close();

    assert.equal(due.length, 1);
  });
});
