import assert from 'node:assert/strict';
import { awardRecord, referralAttempt } from '../../../bot/contract/referral.ts';
import { logAttempt } from '../../../bot/domain/rehab/callPatient.ts';
import { closeReferral, recordAward, withdrawReferral } from '../../../bot/domain/rehab/endReferral.ts';
import { maxCalls, type Call, type Referral } from '../../../bot/domain/rehab/referral.ts';
import { changesOf, refusalOf } from '../incident/facts.ts';
import {
  asCoordinator,
  asReferrer,
  day1,
  day2,
  referralIn,
  referralOf,
  sessionOn,
  threeCalls,
} from './referrals.ts';

const call = (referral: Referral, input: Record<string, unknown>, now = '2027-01-11T10:00:00Z') =>
  logAttempt(referralAttempt.parse({ ref: referral.ref, ...input }), referral, asCoordinator(now));
const unreachable = (calls: readonly Call[], now: string, reasons?: Record<string, string>) =>
  closeReferral({ how: 'UNREACHABLE', reasons }, referralIn('CONTACTING', { calls }), asCoordinator(now));

describe('R4 to R6: calling the patient', () => {
  const sent = referralIn('SUBMITTED', { calls: [] });

  it('R4 the first call meets DL-19 and says when to ring again: the next working day', () => {
    const after = referralOf(call(sent, { outcome: 'NO_ANSWER' }, '2027-01-08T10:00:00Z'));

    assert.equal(after.state, 'CONTACTING');
    assert.ok(after.deadlines['DL-19']?.settledAt);
    assert.equal(after.nextAt, '2027-01-11');
  });

  it('R4 the patient may name the day to ring again, from today on', () => {
    const ask = (callBackOn: string) => call(sent, { outcome: 'SPOKE_CALL_BACK', callBackOn });

    assert.equal(referralOf(ask('2027-01-20')).nextAt, '2027-01-20');
    assert.equal(referralOf(ask('2027-01-11')).nextAt, '2027-01-11');
    assert.equal(refusalOf(ask('2027-01-10')).field, 'callBackOn');
  });

  it('R5 an acceptance needs the access needs confirmed; the first session is due in 20 working days (DL-21)', () => {
    const yes = { outcome: 'SPOKE_ACCEPTED' };

    assert.equal(refusalOf(call(sent, yes)).field, 'accessConfirmed');
    const after = referralOf(call(sent, { ...yes, accessConfirmed: true }));
    assert.equal(after.deadlines['DL-21']?.dueOn, '2027-02-08');
  });

  it(`a referral takes ${maxCalls} calls and no more`, () => {
    const calls = Array.from({ length: maxCalls }, () => threeCalls[0] as Call);

    const refusal = refusalOf(call(referralIn('CONTACTING', { calls }), { outcome: 'NO_ANSWER' }));

    assert.equal(refusal.code, 'refused');
  });
});

describe('R7: not reached', () => {
  it('R7 after three calls on three days, from the tenth working day on (DL-20)', () => {
    assert.equal(unreachable(threeCalls, '2027-01-18T10:00:00Z').changed, true);
    assert.match(refusalOf(unreachable(threeCalls, '2027-01-17T10:00:00Z')).message, /18 January 2027/);
  });

  it('R7 two days are not enough, however many calls', () => {
    const twoDays = [...threeCalls.slice(0, 2), ...threeCalls.slice(0, 2)];

    assert.equal(refusalOf(unreachable(twoDays, '2027-01-18T10:00:00Z')).rule, 'R7');
  });

  it('R7 asks a reason when every call was between 9am and 5pm', () => {
    const inOffice = threeCalls.map((made) => ({ ...made, at: made.at.replace('T18:10', 'T16:59') }));

    assert.equal(refusalOf(unreachable(inOffice, '2027-01-18T10:00:00Z')).code, 'warning');
    const reasons = { R7: 'The patient works nights.' };
    assert.equal(unreachable(inOffice, '2027-01-18T10:00:00Z', reasons).changed, true);
  });
});

describe('R16, R17: the award', () => {
  const award = (input: Record<string, unknown>, now = '2027-02-20T10:00:00Z') => {
    const referral = referralIn('S2_DONE');
    return recordAward(awardRecord.parse({ ref: referral.ref, ...input }), referral, asCoordinator(now));
  };
  const made = { award: 'AWARDED', certificate: 'SG-0147' };

  it('R16 is dated session 2 or later, and not in the future', () => {
    assert.equal(award({ ...made, awardedOn: day2 }).changed, true);
    assert.equal(refusalOf(award({ ...made, awardedOn: '2027-01-26' })).field, 'awardedOn');
    assert.equal(refusalOf(award({ ...made, awardedOn: '2027-02-21' })).field, 'awardedOn');
    assert.equal(refusalOf(award({ award: 'AWARDED', awardedOn: day2 })).field, 'certificate');
  });

  it('R17 no award needs its reason', () => {
    assert.equal(refusalOf(award({ award: 'NO_AWARD' })).field, 'noAwardReason');
    assert.equal(
      referralOf(award({ award: 'NO_AWARD', noAwardReason: 'DECLINED' })).state,
      'COMPLETED_NO_AWARD',
    );
  });

  it('DL-24 the referrer is told at once; every other deadline ends; the person can be referred again', () => {
    const changes = changesOf(award({ ...made, awardedOn: day2 }));

    const after = referralOf(changes);
    assert.ok(after.deadlines['DL-24']?.settledAt);
    assert.equal(after.deadlines['DL-19']?.cancelled, true);
    assert.deepEqual(
      changes.notices?.map(({ template, to }) => [template, 'person' in to ? to.person : '']),
      [['referral.outcome', 'person-103']],
    );
    assert.ok(changes.surrenders?.some((id) => id.startsWith('open-referral:')));
    assert.deepEqual(changes.facts?.[0]?.values, { state: 'COMPLETED', sessions: 2, award: true });
  });
});

describe('R19: withdrawn', () => {
  const sessions = { 1: sessionOn(day1), 2: sessionOn(day2, { provisional: true }) };

  it('R19 coming sessions are called off and the trainer told', () => {
    const changes = changesOf(
      closeReferral(
        { how: 'WITHDRAWN', reason: 'No time any more.' },
        referralIn('S1_BOOKED', { sessions }),
        asCoordinator('2027-01-11T10:00:00Z'),
      ),
    );

    assert.deepEqual(referralOf(changes).body.sessions, {});
    assert.equal(changes.surrenders?.filter((id) => id.startsWith('diary:')).length, 24);
    assert.deepEqual(
      changes.notices?.map(({ template }) => template),
      ['referral.outcome', 'session.cancelled'],
    );
  });

  it('R19 by the coordinator needs a reason; by the referrer tells the coordinator', () => {
    const referral = referralIn('ACCEPTED');

    const unsaid = closeReferral({ how: 'WITHDRAWN' }, referral, asCoordinator('2027-01-11T10:00:00Z'));
    const changes = changesOf(withdrawReferral({ reason: 'The patient is moving.' }, referral, asReferrer()));

    assert.equal(refusalOf(unsaid).field, 'reason');
    assert.deepEqual(
      changes.notices?.map(({ template }) => template),
      ['referral.withdrawn'],
    );
  });
});
