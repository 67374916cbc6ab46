import assert from 'node:assert/strict';
import { checkPoliceLog } from '../../../bot/domain/people/policeLog.ts';
import { passed, refusal } from './checking.ts';

const incidentDate = Temporal.PlainDate.from('2026-12-10');

function warningsWhenLogged(days: number): string[] {
  return passed(checkPoliceLog('Log 482', { incidentDate, logDate: incidentDate.add({ days }) })).rules;
}

describe('police log numbers', () => {
  for (const log of [
    'Log 482 of 10 Dec 2026',
    'CAD 4821/10DEC26',
    '26/0098127/26',
    '482',
    'x'.repeat(39) + '1',
  ]) {
    it(`HS-01 ${log} is kept as typed, but for spaces around it`, () => {
      assert.deepEqual(passed(checkPoliceLog(`  ${log}\n`)), { value: log, rules: [] });
    });
  }

  const placeholders = [
    'n/a',
    'NA',
    'None',
    'tbc',
    'PENDING',
    'unknown',
    '0',
    '000',
    ' 999 ',
    '-',
    '',
    '   ',
  ];
  for (const typed of placeholders) {
    it(`HS-01 ${JSON.stringify(typed)} is no log number`, () => {
      assert.match(refusal(checkPoliceLog(typed)), /Add the police incident log number.*save and come back/);
    });
  }

  for (const typed of ['12', 'awaiting the police', 'x'.repeat(40) + '1']) {
    it(`HS-01 ${typed} is too short, too long or without a digit`, () => {
      assert.match(refusal(checkPoliceLog(typed)), /3 to 40 characters with at least one digit/);
    });
  }

  it('W-06 warns when the log is dated before the incident, not on the day or after', () => {
    assert.deepEqual(warningsWhenLogged(-1), ['W-06']);
    assert.deepEqual(warningsWhenLogged(0), []);
    assert.deepEqual(warningsWhenLogged(1), []);
  });

  it('W-06 needs both dates', () => {
    assert.deepEqual(passed(checkPoliceLog('Log 482', { incidentDate })).rules, []);
    assert.deepEqual(passed(checkPoliceLog('Log 482', { logDate: incidentDate })).rules, []);
  });
});
