import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendarOf } from '../../../bot/domain/time/bankHolidays.ts';
import {
  dateLabel,
  dateWithDistanceLabel,
  distanceLabel,
  momentLabel,
  timeLabel,
  timeRangeLabel,
} from '../../../bot/domain/time/labels.ts';
import { addWorkingDays } from '../../../bot/domain/time/workingDays.ts';
import { anyDate, day } from './dates.ts';

const calendar = calendarOf();

function time(text: string): Temporal.PlainTime {
  return Temporal.PlainTime.from(text);
}

describe('date labels', () => {
  it('names the weekday, the day, the month and the year', () => {
    assert.equal(dateLabel(day('2027-01-28')), 'Thursday 28 January 2027');
    assert.equal(dateLabel(day('2026-12-06')), 'Sunday 6 December 2026');
    assert.equal(dateLabel(day('2027-02-01')), 'Monday 1 February 2027');
  });

  it('agrees with British usage as the runtime knows it, on any date', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
        assert.equal(dateLabel(date), date.toLocaleString('en-GB', parts).replace(',', ''));
      }),
    );
  });

  it('adds how far the date is', () => {
    const label = dateWithDistanceLabel(day('2027-01-28'), day('2027-01-20'), calendar);

    assert.equal(label, 'Thursday 28 January 2027 (in 6 working days)');
  });
});

describe('distances', () => {
  const cases: [string, string, string][] = [
    ['2027-01-20', '2027-01-20', 'today'],
    ['2027-01-21', '2027-01-20', 'tomorrow'],
    ['2027-01-19', '2027-01-20', 'yesterday'],
    ['2027-01-18', '2027-01-20', '2 working days ago'],
    ['2027-01-22', '2027-01-20', 'in 2 working days'],
    ['2026-12-29', '2026-12-24', 'in 1 working day'],
    ['2026-12-28', '2026-12-24', 'in 4 days'],
    ['2026-12-25', '2026-12-27', '2 days ago'],
    ['2026-12-24', '2026-12-29', '1 working day ago'],
    ['2027-02-09', '2026-12-24', 'in 30 working days'],
    ['2027-02-22', '2026-12-24', 'in 39 working days'],
    ['2027-02-23', '2026-12-24', 'in about 2 months'],
    ['2027-06-24', '2026-12-24', 'in about 6 months'],
    ['2028-11-24', '2026-12-24', 'in about 23 months'],
    ['2028-12-24', '2026-12-24', 'in about 2 years'],
    ['2026-10-24', '2026-12-24', 'about 2 months ago'],
    ['2036-12-24', '2026-12-24', 'in about 10 years'],
  ];
  for (const [date, today, expected] of cases) {
    it(`${date} seen from ${today} is ${expected}`, () => {
      assert.equal(distanceLabel(day(date), day(today), calendar), expected);
    });
  }

  it('the n-th working day from today is in n working days, unless it is tomorrow', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 2, max: 30 }), (today, n) => {
        const date = addWorkingDays(calendar, today, n);
        assert.equal(distanceLabel(date, today, calendar), `in ${n} working days`);
      }),
    );
  });
});

describe('time labels', () => {
  const cases: [string, string][] = [
    ['10:00', '10am'],
    ['09:30', '9:30am'],
    ['13:00', '1pm'],
    ['13:05', '1:05pm'],
    ['12:00', 'midday'],
    ['12:30', '12:30pm'],
    ['00:00', 'midnight'],
    ['00:15', '12:15am'],
    ['23:59', '11:59pm'],
  ];
  for (const [typed, expected] of cases) {
    it(`${typed} is ${expected}`, () => {
      assert.equal(timeLabel(time(typed)), expected);
    });
  }

  it('a range says to', () => {
    assert.equal(timeRangeLabel(time('10:00'), time('13:00')), '10am to 1pm');
  });

  it('§4.1 a moment is told in London time', () => {
    assert.equal(
      momentLabel(Temporal.Instant.from('2027-03-28T17:25:00Z')),
      'Sunday 28 March 2027 at 6:25pm',
    );
    assert.equal(
      momentLabel(Temporal.Instant.from('2027-06-30T23:10:00Z')),
      'Thursday 1 July 2027 at 12:10am',
    );
  });
});
