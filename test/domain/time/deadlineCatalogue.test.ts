import assert from 'node:assert/strict';
import { calendarOf } from '../../../bot/domain/time/bankHolidays.ts';
import { deadlineCatalogue } from '../../../bot/domain/time/deadlineCatalogue.ts';
import { day } from './dates.ts';

const calendar = calendarOf();

describe('the deadline catalogue', () => {
  // From Christmas Eve, Thursday 24 December 2026, worked out by hand on a wall calendar.
  const fromChristmasEve = [
    ['DL-01', '2026-12-29'],
    ['DL-03', '2026-12-30'],
    ['DL-04', '2026-12-30'],
    ['DL-06', '2026-12-30'],
    ['DL-14-request', '2026-11-26'],
    ['DL-14', '2026-12-10'],
    ['DL-15', '2026-12-17'],
    ['DL-16', '2026-12-30'],
    ['DL-17', '2027-01-12'],
    ['DL-19', '2026-12-30'],
    ['DL-21', '2027-01-26'],
    ['DL-22', '2027-01-21'],
    ['DL-23-reached', '2026-12-24'],
    ['DL-24', '2027-01-05'],
    ['DL-25', '2027-01-21'],
    ['DL-26', '2027-01-12'],
    ['DL-27', '2026-12-29'],
    ['DL-28', '2027-01-05'],
    ['DL-29', '2027-01-24'],
  ] as const;

  it('§4.5 the table above covers every day rule', () => {
    const tested = [...fromChristmasEve.map(([key]) => key), 'DL-23'].toSorted();

    assert.deepEqual(Object.keys(deadlineCatalogue).toSorted(), tested);
  });

  for (const [key, expected] of fromChristmasEve) {
    it(`${key} from 2026-12-24 is ${expected}`, () => {
      assert.equal(deadlineCatalogue[key].due(day('2026-12-24'), calendar).toString(), expected);
    });
  }

  it('DL-01 counts from the London date of an instant', () => {
    const justAfterMidnight = Temporal.Instant.from('2027-06-14T23:30:00Z');

    assert.equal(deadlineCatalogue['DL-01'].due(justAfterMidnight, calendar).toString(), '2027-06-16');
  });

  it('DL-03 is the seventh day counted from the notice, also on a Sunday', () => {
    assert.equal(deadlineCatalogue['DL-03'].due(day('2027-01-04'), calendar).toString(), '2027-01-10');
  });

  it('DL-23 starts contact within 2 elapsed hours, over a clock change too', () => {
    const raised = Temporal.Instant.from('2027-03-28T00:30:00Z');

    assert.equal(deadlineCatalogue['DL-23'].due(raised).toString(), '2027-03-28T02:30:00Z');
  });

  it('DL-25 rolls forward from a day off', () => {
    assert.equal(deadlineCatalogue['DL-25'].due(day('2027-01-02'), calendar).toString(), '2027-02-01');
    assert.equal(deadlineCatalogue['DL-25'].due(day('2026-11-30'), calendar).toString(), '2026-12-29');
  });

  it('DL-29 is the same day of the next month, or its last: a day off does not extend it', () => {
    for (const [received, due] of [
      ['2027-01-31', '2027-02-28'],
      ['2028-01-30', '2028-02-29'],
      ['2027-03-31', '2027-04-30'],
      ['2026-11-25', '2026-12-25'],
    ] as const)
      assert.equal(deadlineCatalogue['DL-29'].due(day(received), calendar).toString(), due);
  });

  it('§4.5 every entry names the rule of its key and says what to do', () => {
    for (const [key, { rule, label }] of Object.entries(deadlineCatalogue)) {
      assert.ok(key.startsWith(rule), key);
      assert.match(label, /^[A-Z][a-z]+ .*[^.]$/);
    }
  });
});
