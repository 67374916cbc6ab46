import assert from 'node:assert/strict';
import { bankHolidaysByRule, easterSunday, isWeekend } from '../../../bot/domain/time/bankHolidayRule.ts';
import { tabledBankHolidays } from '../../../bot/domain/time/bankHolidays.ts';
import { day } from './dates.ts';

const CORONATION = '2023-05-08';

describe('bank holidays by rule', () => {
  for (const year of [2023, 2024, 2025, 2026, 2027, 2028]) {
    it(`§4.3 reproduces the announced table of ${year}, names too, but for the coronation`, () => {
      const byRule = bankHolidaysByRule(year).map(({ date, name }) => [date, name]);

      const announced = tabledBankHolidays
        .filter(({ date, projected }) => date.startsWith(`${year}`) && !projected && date !== CORONATION)
        .map(({ date, name }) => [date, name]);
      assert.equal(announced.length, 8);
      assert.deepEqual(byRule, announced);
    });
  }

  for (const year of [2029, 2030]) {
    it(`§4.3 agrees with the projected table of ${year}`, () => {
      const table = tabledBankHolidays.filter(({ date }) => date.startsWith(`${year}`));

      assert.deepEqual(bankHolidaysByRule(year), table);
    });
  }

  it('§4.3 moves Christmas Day on a Sunday past Boxing Day, which keeps its Monday', () => {
    const christmas2033 = bankHolidaysByRule(2033).slice(-2);

    assert.deepEqual(christmas2033, [
      { date: '2033-12-26', name: 'Boxing Day', projected: true },
      { date: '2033-12-27', name: 'Christmas Day', projected: true },
    ]);
  });

  it('§4.3 gives eight different weekdays in every year of two centuries', () => {
    for (let year = 1978; year < 2178; year += 1) {
      const dates = bankHolidaysByRule(year).map(({ date }) => date);
      assert.equal(new Set(dates).size, 8, `${year}`);
      assert.ok(!dates.some((date) => isWeekend(day(date))), `${year}`);
    }
  });

  const easters = [
    '1818-03-22',
    '1943-04-25',
    '2000-04-23',
    '2019-04-21',
    '2024-03-31',
    '2038-04-25',
    '2285-03-22',
  ];
  for (const easter of easters) {
    it(`§4.3 computes Easter ${easter}`, () => {
      assert.equal(easterSunday(Number(easter.slice(0, 4))).toString(), easter);
    });
  }
});
