import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendarOf } from '../../../bot/domain/time/bankHolidays.ts';
import { sessionAt, sessionsOverlap, sessionWarnings } from '../../../bot/domain/time/sessions.ts';
import type { Fold, SessionTime } from '../../../bot/domain/time/sessions.ts';
import { anyDate } from './dates.ts';

const calendar = calendarOf();

function local(iso: string): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from(iso);
}

function booked(iso: string, fold: Fold = 'earlier', minutes?: number): SessionTime {
  const session = sessionAt(local(iso), { fold }, minutes);
  assert.ok('start' in session, `${iso} does not exist`);
  return session;
}

describe('session times', () => {
  const vectors: [string, string, string, string][] = [
    ['2027-03-28T00:30', '2027-03-28T00:30:00Z', '2027-03-28T03:30:00Z', '2027-03-28T04:30:00'],
    ['2027-10-31T00:30', '2027-10-30T23:30:00Z', '2027-10-31T02:30:00Z', '2027-10-31T02:30:00'],
    ['2027-06-15T10:00', '2027-06-15T09:00:00Z', '2027-06-15T12:00:00Z', '2027-06-15T13:00:00'],
    ['2027-01-28T10:00', '2027-01-28T10:00:00Z', '2027-01-28T13:00:00Z', '2027-01-28T13:00:00'],
  ];
  for (const [start, startUtc, endUtc, endLocal] of vectors) {
    it(`§4.7 a session at ${start} ends at ${endLocal} local time`, () => {
      const session = sessionAt(local(start));

      assert.ok('start' in session);
      assert.equal(session.start.toString(), startUtc);
      assert.equal(session.end.toString(), endUtc);
      assert.equal(session.startLocal.toString(), `${start}:00`);
      assert.equal(session.endLocal.toString(), endLocal);
    });
  }

  const springs = [
    '2023-03-26',
    '2024-03-31',
    '2025-03-30',
    '2026-03-29',
    '2027-03-28',
    '2028-03-26',
    '2029-03-25',
    '2030-03-31',
  ];
  for (const date of springs) {
    it(`§4.6 the hour from 01:00 does not exist on ${date}, whichever is asked for`, () => {
      for (const time of ['01:00', '01:30', '01:59:59']) {
        assert.deepEqual(sessionAt(local(`${date}T${time}`)), { problem: 'does-not-exist' });
        assert.deepEqual(sessionAt(local(`${date}T${time}`), { fold: 'later' }), {
          problem: 'does-not-exist',
        });
      }
      assert.ok('start' in sessionAt(local(`${date}T00:59`)));
      assert.ok('start' in sessionAt(local(`${date}T02:00`)));
    });
  }

  const autumns = [
    '2023-10-29',
    '2024-10-27',
    '2025-10-26',
    '2026-10-25',
    '2027-10-31',
    '2028-10-29',
    '2029-10-28',
    '2030-10-27',
  ];
  for (const date of autumns) {
    it(`§4.6 the hour from 01:00 comes twice on ${date}, an hour apart`, () => {
      for (const time of ['01:00', '01:59']) {
        assert.deepEqual(sessionAt(local(`${date}T${time}`)), { problem: 'ambiguous' });
        const earlier = booked(`${date}T${time}`, 'earlier');
        const later = booked(`${date}T${time}`, 'later');
        assert.equal(earlier.start.until(later.start).total('hours'), 1);
        assert.equal(earlier.start.toString(), `${date}T00:${time.slice(3)}:00Z`);
      }
      assert.ok('start' in sessionAt(local(`${date}T00:59`)));
      assert.ok('start' in sessionAt(local(`${date}T02:00`)));
    });
  }

  it('§4.6 which of the two is meant does not matter on any other night', () => {
    assert.deepEqual(booked('2027-06-15T01:30', 'earlier'), booked('2027-06-15T01:30', 'later'));
  });

  it('C20 a session lasts 180 elapsed minutes on any date, or the minutes given', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: 2, max: 23 }),
        fc.integer({ min: 1, max: 600 }),
        (date, hour, minutes) => {
          const start = date.toPlainDateTime({ hour });
          const usual = sessionAt(start);
          const other = sessionAt(start, {}, minutes);
          assert.ok('start' in usual && 'start' in other);
          assert.equal(usual.start.until(usual.end).total('minutes'), 180);
          assert.equal(other.start.until(other.end).total('minutes'), minutes);
        },
      ),
    );
  });

  it('§4.6 a length that is no whole number of minutes throws', () => {
    for (const minutes of [0, -180, 90.5, Number.NaN]) {
      assert.throws(() => sessionAt(local('2027-06-15T10:00'), {}, minutes), RangeError);
    }
  });
});

describe('overlapping sessions', () => {
  it('§4.6 sessions overlap when they share a minute, in either order, and not when they touch', () => {
    const morning = booked('2027-06-15T10:00');

    assert.equal(sessionsOverlap(morning, booked('2027-06-15T12:59')), true);
    assert.equal(sessionsOverlap(booked('2027-06-15T12:59'), morning), true);
    assert.equal(sessionsOverlap(morning, booked('2027-06-15T11:00', 'earlier', 30)), true);
    assert.equal(sessionsOverlap(morning, morning), true);
    assert.equal(sessionsOverlap(morning, booked('2027-06-15T13:00')), false);
    assert.equal(sessionsOverlap(booked('2027-06-15T13:00'), morning), false);
    assert.equal(sessionsOverlap(booked('2027-06-15T07:00'), morning), false);
  });

  it('§4.6 two sessions at one wall time on the October night are told apart by their instants', () => {
    const first = booked('2027-10-31T01:00', 'earlier', 60);
    const second = booked('2027-10-31T01:00', 'later', 60);

    assert.equal(sessionsOverlap(first, second), false);
  });
});

describe('session warnings', () => {
  it('§4.6 an ordinary weekday has none, to the very edges of the day', () => {
    assert.deepEqual(sessionWarnings(booked('2027-06-15T08:00'), calendar), []);
    assert.deepEqual(sessionWarnings(booked('2027-06-15T17:00'), calendar), []);
  });

  it('§4.6 warns before 8am, after 8pm and past midnight', () => {
    for (const start of ['2027-06-15T07:59', '2027-06-15T17:01', '2027-06-15T22:00']) {
      assert.deepEqual(sessionWarnings(booked(start), calendar), ['OUTSIDE_HOURS'], start);
    }
  });

  it('§4.6 warns on weekends and bank holidays', () => {
    assert.deepEqual(sessionWarnings(booked('2027-06-19T10:00'), calendar), ['WEEKEND']);
    assert.deepEqual(sessionWarnings(booked('2026-12-28T10:00'), calendar), ['BANK_HOLIDAY']);
  });

  it('§4.6 warns of both sessions on one day', () => {
    const first = booked('2027-06-15T09:00');

    assert.deepEqual(sessionWarnings(booked('2027-06-15T14:00'), calendar, first), ['SAME_DAY_AS_SESSION_1']);
    assert.deepEqual(sessionWarnings(booked('2027-06-16T14:00'), calendar, first), []);
  });

  it('DL-22 warns from 29 days after the first session, not at 28', () => {
    const first = booked('2027-06-15T14:00');

    assert.deepEqual(sessionWarnings(booked('2027-07-13T15:00'), calendar, first), []);
    assert.deepEqual(sessionWarnings(booked('2027-07-14T09:00'), calendar, first), [
      'TOO_LONG_AFTER_SESSION_1',
    ]);
  });
});
