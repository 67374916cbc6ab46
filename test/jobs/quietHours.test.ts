import assert from 'node:assert/strict';
import { isQuiet, nextMorning } from '../../bot/jobs/quietHours.ts';

const at = (instant: string) => Temporal.Instant.from(instant);

describe('quiet hours', () => {
  const hours: readonly (readonly [string, boolean, string])[] = [
    ['2027-01-11T06:59:59Z', true, '2027-01-11T07:00:00Z'],
    ['2027-01-11T07:00:00Z', false, '2027-01-12T07:00:00Z'],
    ['2027-01-11T19:59:59Z', false, '2027-01-12T07:00:00Z'],
    ['2027-01-11T20:00:00Z', true, '2027-01-12T07:00:00Z'],
    ['2027-01-12T00:00:00Z', true, '2027-01-12T07:00:00Z'],
    // Summer time: London is an hour ahead of UTC.
    ['2027-06-14T05:59:00Z', true, '2027-06-14T06:00:00Z'],
    ['2027-06-14T06:00:00Z', false, '2027-06-15T06:00:00Z'],
    ['2027-06-14T19:00:00Z', true, '2027-06-15T06:00:00Z'],
    // The nights the clocks change: 28 March and 31 October 2027.
    ['2027-03-27T21:00:00Z', true, '2027-03-28T06:00:00Z'],
    ['2027-10-30T21:00:00Z', true, '2027-10-31T07:00:00Z'],
    ['2027-12-31T22:00:00Z', true, '2028-01-01T07:00:00Z'],
  ];
  for (const [now, quiet, morning] of hours) {
    it(`at ${now} it is ${quiet ? 'quiet' : 'day'} in London, and the next morning is ${morning}`, () => {
      assert.equal(isQuiet(at(now)), quiet);
      assert.equal(nextMorning(at(now)).toString(), morning);
    });
  }
});
