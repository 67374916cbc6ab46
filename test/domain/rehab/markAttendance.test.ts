import assert from 'node:assert/strict';
import { attendance } from '../../../bot/contract/referral.ts';
import { markAttendance } from '../../../bot/domain/rehab/markAttendance.ts';
import type { Referral } from '../../../bot/domain/rehab/referral.ts';
import { changesOf, refusalOf } from '../incident/facts.ts';
import { asTrainer, day1, day2, referralIn, referralOf, sessionOn } from './referrals.ts';

const mark = (
  referral: Referral,
  input: Record<string, unknown>,
  { when = `${day1}T13:00:00Z`, who = 'person-602' } = {},
) =>
  markAttendance(
    attendance.parse({ ref: referral.ref, session: 1, ...input }),
    referral,
    asTrainer(when, who),
  );
const booked = referralIn('S1_BOOKED');
const held = referralIn('S1_BOOKED', {
  sessions: { 1: sessionOn(day1), 2: sessionOn(day2, { provisional: true }) },
});

describe('R9, R10, R13, R14: how a session went', () => {
  it('R9 attended opens the second session, due within 28 days of the first (DL-22)', () => {
    const after = referralOf(mark(booked, { mark: 'ATTENDED' }));

    assert.equal(after.state, 'S1_DONE');
    assert.equal(after.body.sessions[1]?.mark?.minutes, 180);
    assert.equal(after.deadlines['DL-22']?.dueOn, '2027-02-17');
  });

  it('R12a a held second session becomes certain by itself', () => {
    const after = referralOf(mark(held, { mark: 'ATTENDED' }));

    assert.equal(after.state, 'S2_BOOKED');
    assert.equal(after.body.sessions[2]?.provisional, false);
  });

  for (const input of [{ mark: 'DNA' }, { mark: 'PARTIAL', minutes: 100 }]) {
    it(`R12a a held second session is let go when the first is marked ${input.mark}`, () => {
      const changes = changesOf(mark(held, input));

      assert.equal(referralOf(changes).body.sessions[2], undefined);
      assert.equal(changes.surrenders?.length, 24);
    });
  }

  it('R9 164 minutes need a reason, 165 do not', () => {
    const short = { mark: 'ATTENDED', minutes: 164 };

    assert.deepEqual(
      [refusalOf(mark(booked, short)).code, refusalOf(mark(booked, short)).rule],
      ['warning', 'R9'],
    );
    assert.equal(mark(booked, { ...short, reasons: { R9: 'Left early for a bus.' } }).changed, true);
    assert.equal(mark(booked, { ...short, minutes: 165 }).changed, true);
  });

  it('a part of a session is not a miss and needs its minutes, fewer than 165', () => {
    const after = referralOf(mark(booked, { mark: 'PARTIAL', minutes: 164 }));

    assert.deepEqual([after.state, after.body.dnaCount], ['S1_CANCELLED', 0]);
    assert.equal(refusalOf(mark(booked, { mark: 'PARTIAL' })).field, 'minutes');
    assert.equal(refusalOf(mark(booked, { mark: 'PARTIAL', minutes: 165 })).field, 'minutes');
  });

  it('R9 nothing is marked before the session begins', () => {
    const when = `${day1}T09:59:59Z`;

    assert.match(refusalOf(mark(booked, { mark: 'PARTIAL', minutes: 1 }, { when })).message, /not begun/);
    assert.equal(mark(booked, { mark: 'PARTIAL', minutes: 1 }, { when: `${day1}T10:01:00Z` }).changed, true);
  });

  for (const minutes of [undefined, 165]) {
    it(`R9 a full session (${minutes ?? 'all its'} minutes) is marked once 165 minutes have passed`, () => {
      const input = { mark: 'ATTENDED', ...(minutes ? { minutes } : {}) };

      const early = refusalOf(mark(booked, input, { when: `${day1}T12:44:59Z` }));

      assert.deepEqual([early.rule, early.field], ['R9', 'mark']);
      assert.match(early.message, /from 12:45pm\.$/);
      assert.equal(mark(booked, input, { when: `${day1}T12:45:00Z` }).changed, true);
    });
  }

  for (const input of [
    { mark: 'PARTIAL', minutes: 41 },
    { mark: 'ATTENDED', minutes: 41, reasons: { R9: 'Left early for a bus.' } },
  ]) {
    it(`R9 ${input.mark}: nobody was there for longer than the session has lasted so far`, () => {
      const refusal = refusalOf(mark(booked, input, { when: `${day1}T10:40:59Z` }));

      assert.equal(refusal.fields?.[0]?.field ?? refusal.field, 'minutes');
      assert.match(refusal.message, /began 40 minutes ago/);
      assert.equal(mark(booked, input, { when: `${day1}T10:41:00Z` }).changed, true);
    });
  }

  it('R10 a miss is marked from 30 minutes after the start', () => {
    const miss = { mark: 'DNA' };

    assert.equal(refusalOf(mark(booked, miss, { when: `${day1}T10:29:59Z` })).rule, 'R10');
    const after = referralOf(mark(booked, miss, { when: `${day1}T10:30:00Z` }));
    assert.deepEqual([after.state, after.body.dnaCount], ['S1_DNA', 1]);
  });

  it('§1.2 a trainer marks no session of another trainer', () => {
    const refusal = refusalOf(mark(booked, { mark: 'ATTENDED' }, { who: 'person-603' }));

    assert.equal(refusal.code, 'notAvailable');
  });

  it('R13 both attended: the referrer is told, the award comes next, DL-22 is met', () => {
    const referral = { ...referralIn('S2_BOOKED'), deadlines: { 'DL-22': { dueOn: '2027-02-17' } } };

    const changes = changesOf(
      mark(referral, { session: 2, mark: 'ATTENDED' }, { when: `${day2}T13:00:00Z` }),
    );

    assert.ok(changes.heads[0]?.deadlines['DL-22']?.settledAt);
    assert.deepEqual(
      changes.notices?.map(({ template }) => template),
      ['referral.bothAttended', 'referral.awardDue'],
    );
  });
});
