import assert from 'node:assert/strict';
import { referralBooking } from '../../../bot/contract/referral.ts';
import { bookSession } from '../../../bot/domain/rehab/bookSession.ts';
import type { Referral } from '../../../bot/domain/rehab/referral.ts';
import { changesOf, refusalOf } from '../incident/facts.ts';
import { asCoordinator, findTrainer, referralIn, referralOf, sessionOn } from './referrals.ts';

const now = '2027-01-11T10:00:00Z';
const reasons = { '§4.6': 'The patient works all day.' };

function book(referral: Referral, input: Record<string, unknown>, when = now) {
  const booking = referralBooking.parse({ ref: referral.ref, session: 1, trainer: 'person-602', ...input });
  return bookSession(booking, referral, findTrainer, asCoordinator(when));
}
const accepted = referralIn('ACCEPTED');

describe('R8, R12: booking a session', () => {
  it('R8 claims twelve quarters of an hour of the trainer’s diary, meets DL-21 and tells the trainer', () => {
    const waiting = { ...accepted, deadlines: { 'DL-21': { dueOn: '2027-02-08' } } };

    const changes = changesOf(book(waiting, { start: '2027-01-20T10:00' }));

    const ids = changes.claims?.map(({ id }) => id) ?? [];
    assert.equal(ids.length, 12);
    assert.equal(ids[0], 'diary:person-602:2027-01-20T10:00:00Z');
    assert.equal(ids[11], 'diary:person-602:2027-01-20T12:45:00Z');
    assert.ok(changes.heads[0]?.deadlines['DL-21']?.settledAt);
    assert.deepEqual(changes.heads[0]?.assignedTo, ['person-602']);
    assert.deepEqual(changes.notices, [
      { template: 'session.booked', ref: waiting.ref, to: { person: 'person-602' } },
    ]);
  });

  it('R12a holds a second session with the first', () => {
    const after = referralOf(
      book(accepted, {
        start: '2027-01-20T10:00',
        second: { trainer: 'person-603', start: '2027-01-27T10:00' },
      }),
    );

    assert.equal(after.state, 'S1_BOOKED');
    assert.equal(after.body.sessions[2]?.provisional, true);
    assert.deepEqual(after.assignedTo, ['person-602', 'person-603']);
  });

  it('a move by a quarter of an hour claims one new quarter and gives one up', () => {
    const changes = changesOf(book(referralIn('S1_BOOKED'), { start: '2027-01-20T10:15' }));

    assert.deepEqual(
      changes.claims?.map(({ id }) => id),
      ['diary:person-602:2027-01-20T13:00:00Z'],
    );
    assert.deepEqual(changes.surrenders, ['diary:person-602:2027-01-20T10:00:00Z']);
  });

  it('a move to another trainer tells both', () => {
    const { notices } = changesOf(
      book(referralIn('S1_BOOKED'), { start: '2027-01-20T10:00', trainer: 'person-603' }),
    );

    assert.deepEqual(
      notices?.map(({ template, to }) => [template, 'person' in to ? to.person : '']),
      [
        ['session.booked', 'person-603'],
        ['session.cancelled', 'person-602'],
      ],
    );
  });

  it('R11 a session that has begun is not moved', () => {
    const decision = book(referralIn('S1_BOOKED'), { start: '2027-01-22T10:00' }, '2027-01-20T10:00:00Z');

    assert.equal(refusalOf(decision).rule, 'R11');
  });

  for (const [why, input, field] of [
    ['the past', { start: '2027-01-11T10:00' }, 'start'],
    ['no quarter of an hour', { start: '2027-01-20T10:10' }, 'start'],
    ['no such day', { start: '2027-02-30T10:00' }, 'start'],
    ['more than a year ahead', { start: '2028-01-12T10:00' }, 'start'],
    ['no trainer', { start: '2027-01-20T10:00', trainer: 'person-101' }, 'trainer'],
    ['a link without https', { start: '2027-01-20T10:00', joinLink: 'http://teams.example/1' }, 'joinLink'],
    [
      'a link with a password',
      { start: '2027-01-20T10:00', joinLink: 'https://me@teams.example' },
      'joinLink',
    ],
    [
      'a second session before the end of the first',
      { start: '2027-01-20T10:00', second: { trainer: 'person-603', start: '2027-01-20T12:45' } },
      'second.start',
    ],
  ] as const) {
    it(`§4.6 refuses ${why} at ${field}`, () => {
      const refusal = refusalOf(book(accepted, input));

      assert.deepEqual([refusal.code, refusal.field], ['invalid', field]);
    });
  }

  for (const [why, start, words] of [
    ['before 8am', '2027-01-20T07:45', /8am and 8pm/],
    ['an end after 8pm', '2027-01-20T17:15', /8am and 8pm/],
    ['a Saturday', '2027-01-23T10:00', /weekend/],
    ['Good Friday', '2027-03-26T10:00', /bank holiday/],
  ] as const) {
    it(`§4.6 asks a reason for ${why}, and takes it`, () => {
      const refusal = refusalOf(book(accepted, { start }));

      assert.deepEqual([refusal.code, refusal.rule], ['warning', '§4.6']);
      assert.match(refusal.message, words);
      assert.equal(book(accepted, { start, reasons }).changed, true);
    });
  }

  it('DL-22 session 2 on day 28 needs no reason, on day 29 it does', () => {
    const done = referralIn('S1_DONE');
    const on = (start: string) => book(done, { session: 2, start }, '2027-01-21T10:00:00Z');

    assert.equal(on('2027-02-17T10:00').changed, true);
    assert.match(refusalOf(on('2027-02-18T10:00')).message, /more than 28 days/);
  });

  it('R12 a held second session keeps the first from moving behind it', () => {
    const held = { 1: sessionOn('2027-01-20'), 2: sessionOn('2027-01-27', { provisional: true }) };

    const refusal = refusalOf(
      book(referralIn('S1_BOOKED', { sessions: held }), { start: '2027-01-27T11:00' }),
    );

    assert.deepEqual([refusal.field, refusal.fields?.[0]?.rule], ['start', 'R12']);
  });

  it('a page that is out of date is told where the referral stands', () => {
    assert.equal(refusalOf(book(accepted, { start: '2027-01-20T10:00', version: 7 })).code, 'stale');
  });
});

describe('§4.6 bookings on the nights the clocks change', () => {
  const night = (start: string, input: Record<string, unknown> = {}) =>
    book(accepted, { start, reasons, ...input });
  const times = (start: string, input: Record<string, unknown> = {}) => {
    const session = referralOf(night(start, input)).body.sessions[1];
    return [session?.start, session?.end];
  };

  it('half past midnight in March ends at 4.30am summer time, 180 minutes later', () => {
    assert.deepEqual(times('2027-03-28T00:30'), ['2027-03-28T00:30:00Z', '2027-03-28T03:30:00Z']);
  });

  it('an hour the clocks skip in March does not exist', () => {
    assert.match(refusalOf(night('2027-03-28T01:30')).message, /does not exist/);
  });

  it('half past midnight in October begins in summer time and ends in winter time', () => {
    assert.deepEqual(times('2027-10-31T00:30'), ['2027-10-30T23:30:00Z', '2027-10-31T02:30:00Z']);
  });

  it('an hour that comes twice in October asks which, and its two sessions hold different diaries', () => {
    assert.equal(refusalOf(night('2027-10-31T01:30')).field, 'fold');
    assert.deepEqual(times('2027-10-31T01:30', { fold: 'earlier' })[0], '2027-10-31T00:30:00Z');
    assert.deepEqual(times('2027-10-31T01:30', { fold: 'later' })[0], '2027-10-31T01:30:00Z');
    const claims = changesOf(night('2027-10-31T01:30', { fold: 'later' })).claims ?? [];
    assert.equal(new Set(claims.map(({ id }) => id)).size, 12);
  });
});
