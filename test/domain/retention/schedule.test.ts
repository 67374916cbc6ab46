import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isAtRest,
  isSerious,
  retainUntilOf,
  retentionFields,
  retentionRuleOf,
} from '../../../bot/domain/retention/schedule.ts';
import { incidentStates } from '../../../bot/contract/incident.ts';
import { itemStates, meetingStates } from '../../../bot/contract/panel.ts';
import { referralStates } from '../../../bot/contract/referralWords.ts';
import { sarStates } from '../../../bot/contract/subjectAccess.ts';
import { hasEnded } from '../../../bot/domain/rehab/referral.ts';
import type { IncidentReport } from '../../../bot/contract/incident.ts';
import { closedIncident, headOf } from './facts.ts';

const until = (...parts: Parameters<typeof retainUntilOf>) => retainUntilOf(...parts)?.toString();
const reported = (changes: Partial<IncidentReport>) => {
  const incident = closedIncident('2027-01-10');
  return { ...incident, body: { ...incident.body, report: { ...incident.body.report, ...changes } } };
};

describe('the retention schedule', () => {
  it('§8 an incident is kept 10 years from the day it happened, a serious one 20', () => {
    assert.equal(until(closedIncident('2027-01-10')), '2037-01-10');
    assert.equal(until(reported({ incidentTypes: ['PHYS'] })), '2047-01-10');
  });

  for (const [what, serious] of [
    [{ incidentTypes: ['NONPHYS'], directedAt: ['STAFF:VERBAL'] }, false],
    [{ incidentTypes: ['VANDPREM', 'VANDVEH'], directedAt: [] }, false],
    [{ incidentTypes: ['NONPHYS', 'PHYS'], directedAt: ['STAFF:VERBAL'] }, true],
    [{ incidentTypes: ['AGGPHYS'], directedAt: ['GP:VERBAL'] }, true],
    [{ incidentTypes: ['NONPHYS'], directedAt: ['GP:VERBAL', 'OTHER_PATIENT:PHYSICAL'] }, true],
  ] as const) {
    it(`§8 ${JSON.stringify(what)} is ${serious ? '' : 'not '}serious`, () => {
      const report: Partial<IncidentReport> = {
        incidentTypes: [...what.incidentTypes],
        directedAt: [...what.directedAt],
      };
      assert.equal(isSerious(reported(report)), serious);
    });
  }

  it('§8 a referral is kept 8 years from the London day it ended, and has no date before', () => {
    const ended = { at: '2026-06-30T23:30:00Z' };
    assert.equal(until(headOf('REF', 'COMPLETED', { ended })), '2034-07-01');
    assert.equal(until(headOf('REF', 'ACCEPTED', {})), undefined);
  });

  it('§8 what the panel did is kept 10 years: a meeting from its day, an item from its end', () => {
    assert.equal(until(headOf('MTG', 'CLOSED', { date: '2027-01-28T10:00' })), '2037-01-28');
    const result = { at: '2027-01-28T11:00:00Z' };
    assert.equal(until(headOf('ITM', 'DECIDED', { result })), '2037-01-28');
    assert.equal(until(headOf('ITM', 'DEFERRED', { deferral: result })), '2037-01-28');
    assert.equal(until(headOf('ITM', 'VOTING', {})), undefined);
  });

  it('A a subject-access request is kept 3 years from the day it was closed', () => {
    assert.equal(until(headOf('SAR', 'ANSWERED', { closed: { at: '2027-02-01T10:00:00Z' } })), '2030-02-01');
    assert.equal(until(headOf('SAR', 'OPEN', {})), undefined);
  });

  it('a kind without a rule is kept, whatever its state is', () => {
    for (const type of ['PLC', 'toString', '__proto__']) {
      const head = headOf(type, 'CLOSED', {});
      assert.equal(until(head), undefined);
      assert.equal(retentionRuleOf(head), undefined);
      assert.equal(isAtRest(head), false);
    }
  });

  it('a review keeps it longer, never shorter', () => {
    assert.equal(until(closedIncident('2027-01-10', { keepUntil: '2040-05-01' })), '2040-05-01');
    assert.equal(until(closedIncident('2027-01-10', { keepUntil: '2030-05-01' })), '2037-01-10');
  });

  it('§4.2 it is the same day of the year, or the last of its month', () => {
    assert.equal(until(closedIncident('2024-02-29')), '2034-02-28');
    const day = fc.date({
      min: new Date('1990-01-01T00:00:00Z'),
      max: new Date('2026-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const happened = Temporal.PlainDate.from(date.toISOString().slice(0, 10));
        const due = retainUntilOf(closedIncident(happened.toString()));
        assert(due);
        assert.equal(due.year, happened.year + 10);
        assert.equal(due.month, happened.month);
        assert.equal(due.day, Math.min(happened.day, due.daysInMonth));
      }),
    );
  });

  it('heads carry the date that lists go by, and whether they are on hold', () => {
    assert.deepEqual(retentionFields(closedIncident('2027-01-10')), {
      held: false,
      retainUntil: '2037-01-10',
    });
    assert.deepEqual(retentionFields(headOf('REF', 'ACCEPTED', {})), { held: false });
    assert.equal(retentionFields(closedIncident('2027-01-10', { held: true })).held, true);
  });

  it('exactly the last states of each life cycle are at rest', () => {
    const resting = (type: string, states: object) =>
      Object.keys(states).filter((state) => isAtRest(headOf(type, state, {})));
    assert.deepEqual(resting('INC', incidentStates), ['CLOSED_LOCAL']);
    assert.deepEqual(resting('MTG', meetingStates), ['CLOSED']);
    assert.deepEqual(resting('ITM', itemStates), ['DECIDED', 'DEFERRED', 'WITHDRAWN']);
    assert.deepEqual(resting('SAR', sarStates), ['ANSWERED', 'WITHDRAWN']);
    const ends = Object.keys(referralStates).filter((state) =>
      hasEnded(state as keyof typeof referralStates),
    );
    assert.deepEqual(resting('REF', referralStates), ends);
  });
});
