import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endOfLondonDay, LONDON, londonDate } from '../../../bot/domain/time/london.ts';
import { anyDate, day } from './dates.ts';

const CLOCK_CHANGES = [
  ['2023-03-26', '2023-10-29'],
  ['2024-03-31', '2024-10-27'],
  ['2025-03-30', '2025-10-26'],
  ['2026-03-29', '2026-10-25'],
  ['2027-03-28', '2027-10-31'],
  ['2028-03-26', '2028-10-29'],
  ['2029-03-25', '2029-10-28'],
  ['2030-03-31', '2030-10-27'],
] as const;

function hoursIn(date: Temporal.PlainDate): number {
  return date.toZonedDateTime(LONDON).hoursInDay;
}

describe('London time', () => {
  for (const [spring, autumn] of CLOCK_CHANGES) {
    it(`§4.4 goes forward on ${spring} and back on ${autumn}, at 01:00 UTC`, () => {
      const before = Temporal.Instant.from(`${spring}T00:59:59Z`).toZonedDateTimeISO(LONDON);
      const after = Temporal.Instant.from(`${spring}T01:00:00Z`).toZonedDateTimeISO(LONDON);

      assert.deepEqual([before.offset, after.offset], ['+00:00', '+01:00']);
      assert.equal(hoursIn(day(spring)), 23);
      assert.equal(hoursIn(day(autumn)), 25);
    });
  }

  it('§4.4 changes on no other day from 2023 to 2030', () => {
    const changes: string[] = [];
    for (let date = day('2023-01-01'); date.year < 2031; date = date.add({ days: 1 })) {
      if (hoursIn(date) !== 24) changes.push(date.toString());
    }

    assert.deepEqual(changes, CLOCK_CHANGES.flat());
  });

  it('§4.1 reads the date in London, not in UTC', () => {
    assert.equal(londonDate(Temporal.Instant.from('2026-06-30T22:59:59Z')).toString(), '2026-06-30');
    assert.equal(londonDate(Temporal.Instant.from('2026-06-30T23:00:00Z')).toString(), '2026-07-01');
    assert.equal(londonDate(Temporal.Instant.from('2026-12-31T23:59:59Z')).toString(), '2026-12-31');
  });

  it('§4.1 ends the day at 23:59:59.999 local time', () => {
    assert.equal(endOfLondonDay(day('2026-07-01')).toString(), '2026-07-01T22:59:59.999Z');
    assert.equal(endOfLondonDay(day('2027-03-28')).toString(), '2027-03-28T22:59:59.999Z');
    assert.equal(endOfLondonDay(day('2027-10-31')).toString(), '2027-10-31T23:59:59.999Z');
  });

  it('§4.1 is on the same day at its end, and on the next a millisecond later', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const end = endOfLondonDay(date);
        assert.ok(londonDate(end).equals(date));
        assert.ok(londonDate(end.add({ milliseconds: 1 })).equals(date.add({ days: 1 })));
      }),
    );
  });
});
