import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ageOn, checkBirthDate, checkProgrammeAge } from '../../../bot/domain/people/birth.ts';
import { passed, refusal } from './checking.ts';

describe('age', () => {
  const cases: [string, string, number][] = [
    ['2008-12-10', '2026-12-09', 17],
    ['2008-12-10', '2026-12-10', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-29', 20],
    ['2026-12-10', '2026-12-10', 0],
  ];
  for (const [born, on, age] of cases) {
    it(`§5.6 born ${born}, on ${on} someone is ${age}`, () => {
      assert.equal(ageOn(born, on), age);
    });
  }

  it('§5.6 goes up by one on every birthday and on no other day', () => {
    const start = Temporal.PlainDate.from('1930-01-01');
    fc.assert(
      fc.property(fc.nat(30_000), fc.nat(30_000), (a, b) => {
        const born = start.add({ days: a });
        const on = born.add({ days: b + 1 });
        const isBirthday =
          (on.month === born.month && on.day === born.day) ||
          (born.month === 2 && born.day === 29 && on.month === 3 && on.day === 1 && !on.inLeapYear);
        const step = ageOn(born, on) - ageOn(born, on.subtract({ days: 1 }));
        assert.equal(step, isBirthday ? 1 : 0);
      }),
    );
  });
});

describe('dates of birth', () => {
  const incident = '2026-12-10';

  it('§5.6 an adult’s passes, as a date', () => {
    const { value, rules } = passed(checkBirthDate('1980-04-03', incident));

    assert.ok(value.equals('1980-04-03'));
    assert.deepEqual(rules, []);
  });

  it('W-07 warns of someone under 18 on the day, not from their birthday on', () => {
    assert.deepEqual(passed(checkBirthDate('2008-12-11', incident)).rules, ['W-07']);
    assert.deepEqual(passed(checkBirthDate('2008-12-10', incident)).rules, []);
    assert.deepEqual(passed(checkBirthDate(incident, incident)).rules, ['W-07']);
  });

  it('§5.6 a day after the incident is refused, by its name', () => {
    assert.equal(
      refusal(checkBirthDate('2026-12-11', Temporal.PlainDate.from(incident))),
      'This date of birth is after Thursday 10 December 2026. Check both dates.',
    );
  });

  it('§5.6 an age of 120 passes and 121 does not', () => {
    assert.equal(passed(checkBirthDate('1905-12-11', incident)).value.year, 1905);
    assert.match(refusal(checkBirthDate('1905-12-10', incident)), /more than 120 years/);
  });

  for (const typed of ['2026-02-30', '03/04/1980', '', 'unknown']) {
    it(`§5.6 ${JSON.stringify(typed)} is not in the calendar`, () => {
      assert.match(refusal(checkBirthDate(typed, incident)), /not in the calendar/);
    });
  }

  it('§5.6 a day to compare with that does not exist is a mistake of the caller', () => {
    assert.throws(() => checkBirthDate('1980-04-03', '2026-02-30'), RangeError);
  });
});

describe('old enough for the programme', () => {
  it('§5.6 from 18, or from the profile’s own age', () => {
    assert.equal(passed(checkProgrammeAge('2008-12-10', '2026-12-10')).value, 18);
    assert.match(refusal(checkProgrammeAge('2008-12-11', '2026-12-10')), /aged 18 or over/);
    assert.equal(passed(checkProgrammeAge('2008-12-11', '2026-12-10', 16)).value, 17);
    assert.match(refusal(checkProgrammeAge('2010-12-11', '2026-12-10', 16)), /aged 16 or over/);
  });
});
