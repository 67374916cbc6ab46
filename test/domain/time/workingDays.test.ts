import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendarOf } from '../../../bot/domain/time/bankHolidays.ts';
import {
  addDays,
  addHours,
  addMonths,
  addWorkingDays,
  inclusiveDays,
  isWorkingDay,
  nextWorkingDay,
  prevWorkingDay,
  subWorkingDays,
  workingDaysUntil,
} from '../../../bot/domain/time/workingDays.ts';
import { anyDate, day } from './dates.ts';

const calendar = calendarOf();
const someDays = fc.integer({ min: 1, max: 60 });

describe('§4.7 vectors', () => {
  const workingDayVectors: [string, number, string][] = [
    ['2026-12-24', 10, '2027-01-12'],
    ['2026-12-24', 30, '2027-02-09'],
    ['2027-12-24', 10, '2028-01-12'],
    ['2027-03-25', 10, '2027-04-12'],
    ['2026-12-25', 1, '2026-12-29'],
    ['2026-12-26', 1, '2026-12-29'],
    ['2026-05-01', 30, '2026-06-16'],
  ];
  for (const [from, n, expected] of workingDayVectors) {
    it(`§4.7 addWorkingDays(${from}, ${n}) is ${expected}`, () => {
      assert.equal(addWorkingDays(calendar, day(from), n).toString(), expected);
    });
  }

  it('§4.7 addDays(2026-12-24, 30) is a Saturday, with Monday after and Friday before', () => {
    const saturday = addDays(day('2026-12-24'), 30);

    assert.equal(saturday.toString(), '2027-01-23');
    assert.equal(nextWorkingDay(calendar, saturday).toString(), '2027-01-25');
    assert.equal(prevWorkingDay(calendar, saturday).toString(), '2027-01-22');
  });

  const monthVectors: [string, number, string][] = [
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
  ];
  for (const [from, n, expected] of monthVectors) {
    it(`§4.7 addMonths(${from}, ${n}) is ${expected}`, () => {
      assert.equal(addMonths(day(from), n).toString(), expected);
    });
  }

  it('§4.7 inclusiveDays(2027-01-05, 7) is 2027-01-11', () => {
    assert.equal(inclusiveDays(day('2027-01-05'), 7).toString(), '2027-01-11');
  });

  const hourVectors: [string, string][] = [
    ['2027-03-27T17:25+00:00[Europe/London]', '2027-03-28T18:25:00+01:00[Europe/London]'],
    ['2027-10-30T17:25+01:00[Europe/London]', '2027-10-31T16:25:00+00:00[Europe/London]'],
  ];
  for (const [from, expected] of hourVectors) {
    it(`§4.7 addHours(${from}, 24) is ${expected}`, () => {
      const start = Temporal.ZonedDateTime.from(from).toInstant();

      const end = addHours(start, 24).toZonedDateTimeISO('Europe/London');

      assert.equal(end.toString(), expected);
    });
  }
});

describe('working days', () => {
  it('§4.2 counts calendar days with the first as day 0', () => {
    assert.equal(addDays(day('2026-10-02'), 14).toString(), '2026-10-16');
  });

  it('§4.2 a period of one day ends where it begins', () => {
    assert.equal(inclusiveDays(day('2027-01-05'), 1).toString(), '2027-01-05');
  });

  it('§4.2 weekends and bank holidays are no working days', () => {
    assert.equal(isWorkingDay(calendar, day('2026-12-24')), true);
    assert.equal(isWorkingDay(calendar, day('2026-12-25')), false);
    assert.equal(isWorkingDay(calendar, day('2026-12-26')), false);
    assert.equal(isWorkingDay(calendar, day('2026-12-28')), false);
    assert.equal(isWorkingDay(calendar, day('2026-12-29')), true);
  });

  it('§4.3 an extra day of the area lengthens the count', () => {
    const withExtra = calendarOf([{ date: '2026-12-29', name: 'One-off' }]);

    assert.equal(addWorkingDays(withExtra, day('2026-12-25'), 1).toString(), '2026-12-30');
  });

  it('§4.2 a count below 1 or not whole has no meaning and throws', () => {
    const date = day('2026-12-24');
    for (const n of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.throws(() => addWorkingDays(calendar, date, n), RangeError);
      assert.throws(() => subWorkingDays(calendar, date, n), RangeError);
      assert.throws(() => inclusiveDays(date, n), RangeError);
    }
  });

  it('§4.2 addWorkingDays lands on a working day with exactly n of them after the start', () => {
    fc.assert(
      fc.property(anyDate, someDays, (date, n) => {
        const end = addWorkingDays(calendar, date, n);
        assert.ok(isWorkingDay(calendar, end));
        assert.equal(countForward(date, end), n);
        assert.equal(workingDaysUntil(calendar, date, end), n);
      }),
    );
  });

  it('§4.2 subWorkingDays undoes addWorkingDays from a working day, and the other way round', () => {
    fc.assert(
      fc.property(anyDate, someDays, (date, n) => {
        const start = nextWorkingDay(calendar, date);
        assert.ok(subWorkingDays(calendar, addWorkingDays(calendar, start, n), n).equals(start));
        assert.ok(addWorkingDays(calendar, subWorkingDays(calendar, start, n), n).equals(start));
      }),
    );
  });

  it('§4.2 a later start never ends earlier, and one more day always ends later', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(30), someDays, (date, gap, n) => {
        const end = addWorkingDays(calendar, date, n);
        assert.ok(Temporal.PlainDate.compare(addWorkingDays(calendar, addDays(date, gap), n), end) >= 0);
        assert.ok(Temporal.PlainDate.compare(addWorkingDays(calendar, date, n + 1), end) > 0);
      }),
    );
  });

  it('§4.2 next and previous working day leave a working day alone and enclose any other', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const next = nextWorkingDay(calendar, date);
        const prev = prevWorkingDay(calendar, date);
        assert.ok(isWorkingDay(calendar, next) && isWorkingDay(calendar, prev));
        assert.equal(next.equals(date), isWorkingDay(calendar, date));
        assert.equal(prev.equals(date), isWorkingDay(calendar, date));
        assert.equal(workingDaysUntil(calendar, prev, next), isWorkingDay(calendar, date) ? 0 : 1);
      }),
    );
  });

  it('§4.2 no working day lies before a date that has passed', () => {
    assert.equal(workingDaysUntil(calendar, day('2026-12-24'), day('2026-12-01')), 0);
  });

  it('§4.2 addMonths keeps the day number or takes the month’s last, and never runs into the next month', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(60), (date, n) => {
        const end = addMonths(date, n);
        assert.equal((end.year - date.year) * 12 + end.month - date.month, n);
        assert.equal(end.day, Math.min(date.day, end.daysInMonth));
      }),
    );
  });
});

// Counts on its own, with no more than a look at each day.
function countForward(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  let count = 0;
  for (
    let date = from.add({ days: 1 });
    Temporal.PlainDate.compare(date, to) <= 0;
    date = date.add({ days: 1 })
  ) {
    if (date.dayOfWeek <= 5 && !calendar.isBankHoliday(date)) count += 1;
  }
  return count;
}
