import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendarOf } from '../../../bot/domain/time/bankHolidays.ts';
import { dateOf, deadlineState, dueOf, reminderDates } from '../../../bot/domain/time/deadlines.ts';
import type { DeadlineState } from '../../../bot/domain/time/deadlines.ts';
import { endOfLondonDay, LONDON } from '../../../bot/domain/time/london.ts';
import { workingDaysUntil } from '../../../bot/domain/time/workingDays.ts';
import { anyDate, day } from './dates.ts';

const calendar = calendarOf();

function at(iso: string): Temporal.Instant {
  return Temporal.Instant.from(iso);
}

describe('deadline states', () => {
  // Tuesday 29 December 2026 is the first working day after Christmas Eve.
  const onTuesday = { dueOn: '2026-12-29' };
  const states: [string, DeadlineState][] = [
    ['2026-12-21T23:59:59Z', 'ON_TRACK'],
    ['2026-12-22T00:00:00Z', 'DUE_SOON'],
    ['2026-12-26T12:00:00Z', 'DUE_SOON'],
    ['2026-12-28T23:59:59Z', 'DUE_SOON'],
    ['2026-12-29T00:00:00Z', 'DUE_TODAY'],
    ['2026-12-29T23:59:59.999Z', 'DUE_TODAY'],
    ['2026-12-30T00:00:00Z', 'OVERDUE'],
    ['2027-06-01T00:00:00Z', 'OVERDUE'],
  ];
  for (const [now, state] of states) {
    it(`§4.5 a deadline on 2026-12-29 is ${state} at ${now}`, () => {
      assert.equal(deadlineState(onTuesday, at(now), calendar), state);
    });
  }

  it('§4.1 the day turns at midnight in London, not in UTC', () => {
    const inSummer = { dueOn: '2027-06-15' };

    assert.equal(deadlineState(inSummer, at('2027-06-15T22:59:59Z'), calendar), 'DUE_TODAY');
    assert.equal(deadlineState(inSummer, at('2027-06-15T23:00:00Z'), calendar), 'OVERDUE');
  });

  const hourly: [string, DeadlineState][] = [
    ['2027-06-09T22:59:59Z', 'ON_TRACK'],
    ['2027-06-09T23:00:00Z', 'DUE_SOON'],
    ['2027-06-14T23:00:00Z', 'DUE_TODAY'],
    ['2027-06-15T16:25:00Z', 'DUE_TODAY'],
    ['2027-06-15T16:25:00.001Z', 'OVERDUE'],
  ];
  for (const [now, state] of hourly) {
    it(`DL-02 a deadline at an instant, 2027-06-15T16:25Z, is ${state} at ${now}`, () => {
      assert.equal(deadlineState({ dueAt: '2027-06-15T16:25:00Z' }, at(now), calendar), state);
    });
  }

  it('§4.5 met on its last day is in time, a day later is late, whatever the time now', () => {
    const now = at('2028-01-01T00:00:00Z');

    assert.equal(deadlineState({ ...onTuesday, settledAt: '2026-12-29T23:59:59Z' }, now, calendar), 'MET');
    assert.equal(
      deadlineState({ ...onTuesday, settledAt: '2026-12-30T00:00:00Z' }, now, calendar),
      'MET_LATE',
    );
    assert.equal(deadlineState({ ...onTuesday, settledAt: '2026-12-29' }, now, calendar), 'MET');
    assert.equal(deadlineState({ ...onTuesday, settledAt: '2026-12-30' }, now, calendar), 'MET_LATE');
  });

  it('§4.5 an instant is met to the moment, or on its day where only the day is known', () => {
    const due = { dueAt: '2027-06-15T16:25:00Z' };
    const now = at('2027-06-20T00:00:00Z');

    assert.equal(deadlineState({ ...due, settledAt: '2027-06-15T16:25:00Z' }, now, calendar), 'MET');
    assert.equal(deadlineState({ ...due, settledAt: '2027-06-15T16:25:01Z' }, now, calendar), 'MET_LATE');
    assert.equal(deadlineState({ ...due, settledAt: '2027-06-15' }, now, calendar), 'MET');
    assert.equal(deadlineState({ ...due, settledAt: '2027-06-16' }, now, calendar), 'MET_LATE');
  });

  it('§4.5 a cancelled deadline is nothing else', () => {
    const cancelled = { ...onTuesday, cancelled: true };

    assert.equal(deadlineState(cancelled, at('2026-12-01T00:00:00Z'), calendar), 'CANCELLED');
    assert.equal(deadlineState(cancelled, at('2027-12-01T00:00:00Z'), calendar), 'CANCELLED');
    assert.equal(
      deadlineState({ ...onTuesday, cancelled: false }, at('2027-12-01T00:00:00Z'), calendar),
      'OVERDUE',
    );
  });

  it('§4.5 a deadline without a date or an instant throws', () => {
    assert.throws(() => deadlineState({}, at('2027-06-15T00:00:00Z'), calendar), RangeError);
  });

  it('§4.5 is due soon exactly while 3 working days or fewer are left', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 14 }), (today, ahead) => {
        const due = today.add({ days: ahead });
        const state = deadlineState({ dueOn: due.toString() }, endOfLondonDay(today), calendar);
        assert.equal(state, workingDaysUntil(calendar, today, due) <= 3 ? 'DUE_SOON' : 'ON_TRACK');
      }),
    );
  });

  it('§4.5 only moves forward as time passes', () => {
    const order: DeadlineState[] = ['ON_TRACK', 'DUE_SOON', 'DUE_TODAY', 'OVERDUE'];
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -400, max: 100 }), fc.nat(72), (due, hours, later) => {
        const deadline = { dueOn: due.toString() };
        const now = due.toZonedDateTime(LONDON).toInstant().add({ hours });
        const before = deadlineState(deadline, now, calendar);
        const after = deadlineState(deadline, now.add({ hours: later }), calendar);
        assert.ok(order.indexOf(after) >= order.indexOf(before));
      }),
    );
  });
});

describe('reminders', () => {
  it('§4.5 come 3 working days before, on the day and the day after', () => {
    assert.deepEqual(remindersOf(day('2026-12-29')), ['2026-12-22', '2026-12-29', '2026-12-30']);
    assert.deepEqual(remindersOf(at('2027-06-15T23:30:00Z')), ['2027-06-11', '2027-06-16', '2027-06-17']);
  });

  it('§4.5 are counted from the last working day when the deadline is on a day off', () => {
    assert.deepEqual(remindersOf(day('2027-06-20')), ['2027-06-15', '2027-06-20', '2027-06-21']);
  });

  it('§4.5 begin on the day the state becomes DUE_SOON', () => {
    fc.assert(
      fc.property(anyDate, (due) => {
        const deadline = { dueOn: due.toString() };
        const first = endOfLondonDay(reminderDates(due, calendar).soon);
        assert.equal(deadlineState(deadline, first, calendar), 'DUE_SOON');
        assert.equal(deadlineState(deadline, first.subtract({ hours: 25 }), calendar), 'ON_TRACK');
      }),
    );
  });
});

describe('what a stored deadline says', () => {
  it('§4.5 dates stay dates, and an instant falls on its London date', () => {
    assert.equal(dueOf({ dueOn: '2027-06-15' }).toString(), '2027-06-15');
    assert.equal(dueOf({ dueAt: '2027-06-15T23:30:00Z' }).toString(), '2027-06-15T23:30:00Z');
    assert.equal(dateOf(dueOf({ dueAt: '2027-06-15T23:30:00Z' })).toString(), '2027-06-16');
  });
});

function remindersOf(due: Temporal.PlainDate | Temporal.Instant): string[] {
  return Object.values(reminderDates(due, calendar)).map(String);
}
