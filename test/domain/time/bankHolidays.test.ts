import assert from 'node:assert/strict';
import { calendarOf, tabledBankHolidays } from '../../../bot/domain/time/bankHolidays.ts';
import { day } from './dates.ts';

describe('the bank-holiday calendar', () => {
  it('§4.3 holds 8 days a year from 2023 to 2030 and the coronation day', () => {
    assert.equal(tabledBankHolidays.length, 8 * 8 + 1);
    assert.equal(new Set(tabledBankHolidays.map(({ date }) => date)).size, 8 * 8 + 1);
  });

  it('§4.3 marks exactly 2029 and 2030 as projected', () => {
    for (const { date, projected } of tabledBankHolidays) {
      assert.equal(projected, date >= '2029', date);
    }
  });

  it('§4.3 knows substitute days and not the weekend days they stand for', () => {
    const calendar = calendarOf();

    assert.equal(calendar.bankHolidayOn(day('2026-12-28'))?.name, 'Boxing Day');
    assert.equal(calendar.isBankHoliday(day('2026-12-26')), false);
    assert.equal(calendar.isBankHoliday(day('2027-12-27')), true);
    assert.equal(calendar.isBankHoliday(day('2028-01-03')), true);
    assert.equal(calendar.isBankHoliday(day('2023-05-08')), true);
    assert.equal(calendar.isBankHoliday(day('2024-05-08')), false);
  });

  it('§4.3 falls back to the rule beyond the table, on either side', () => {
    const calendar = calendarOf();

    assert.deepEqual(calendar.bankHolidayOn(day('2031-04-14')), {
      date: '2031-04-14',
      name: 'Easter Monday',
      projected: true,
    });
    assert.equal(calendar.isBankHoliday(day('2031-04-15')), false);
    assert.equal(calendar.isBankHoliday(day('2033-12-27')), true);
    assert.equal(calendar.isBankHoliday(day('2021-12-28')), true);
  });

  it('§4.3 takes in a one-off day, in the table’s years and beyond, and keeps it to that calendar', () => {
    const calendar = calendarOf([
      { date: '2026-06-12', name: 'A royal wedding' },
      { date: '2035-05-09', name: 'A jubilee' },
    ]);

    assert.equal(calendar.bankHolidayOn(day('2026-06-12'))?.name, 'A royal wedding');
    assert.equal(calendar.bankHolidayOn(day('2035-05-09'))?.projected, false);
    assert.equal(calendar.isBankHoliday(day('2035-12-25')), true);
    assert.equal(calendarOf().isBankHoliday(day('2026-06-12')), false);
  });

  it('§4.3 keeps the announced name of a day that the rule knows too', () => {
    const calendar = calendarOf([{ date: '2035-12-25', name: 'Announced' }]);

    assert.equal(calendar.bankHolidayOn(day('2035-12-25'))?.name, 'Announced');
  });

  it('§4.3 refuses a one-off day that does not exist', () => {
    assert.throws(() => calendarOf([{ date: '2027-02-30', name: 'Never' }]), RangeError);
  });
});
