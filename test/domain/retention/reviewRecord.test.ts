import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Head, Stub } from '../../../bot/domain/decision.ts';
import { destroyRecord } from '../../../bot/domain/retention/destroyRecord.ts';
import { holdRecord, keepRecord, releaseRecord } from '../../../bot/domain/retention/reviewRecord.ts';
import { retainUntilOf } from '../../../bot/domain/retention/schedule.ts';
import { londonDate } from '../../../bot/domain/time/london.ts';
import { changesOf, incidentIn, refusalOf } from '../incident/facts.ts';
import { closedIncident, headOf, officerOn, reason } from './facts.ts';

const dueDay = '2037-01-10';
const due = closedIncident('2027-01-10');
const keep = (until: string, head: Head = due, on = dueDay) =>
  keepRecord({ reason, until }, head, officerOn(on));
const destroy = (head: Head = due, on = dueDay, changes: object = {}) =>
  destroyRecord({ reason, confirm: head.ref, ...changes }, head, officerOn(on));

describe('the review of a record', () => {
  it('§8 keeps it until a date, which comes up for review then', () => {
    const { heads, entries } = changesOf(keep('2040-01-10'));

    assert.equal(heads[0]?.keepUntil, '2040-01-10');
    assert.equal(heads[0]?.version, due.version + 1);
    assert.deepEqual(entries, [
      { ref: due.ref, action: 'retention.kept', content: { until: '2040-01-10', reason } },
    ]);
  });

  for (const [until, words] of [
    ['2037-01-10', /still to come/],
    ['2036-12-31', /still to come/],
    ['2040-02-30', /still to come/],
    ['2057-01-11', /within 20 years/],
  ] as const) {
    it(`does not keep it until ${until}, at the field`, () => {
      const refusal = refusalOf(keep(until));
      assert.equal(refusal.field, 'until');
      assert.match(refusal.message, words);
    });
  }

  it('keeps and destroys nothing whose time is not over', () => {
    for (const decision of [keep('2050-01-01', due, '2037-01-09'), destroy(due, '2037-01-09')]) {
      const refusal = refusalOf(decision);
      assert.equal(refusal.rule, '§8');
      assert.match(refusal.message, /must be kept until Saturday 10 January 2037/);
    }
  });

  it('reviews nothing that is still open, however old', () => {
    const old = closedIncident('2027-01-10', { state: 'IN_REVIEW' });
    for (const head of [old, headOf('REF', 'ACCEPTED', {}), headOf('PLC', 'CONFIRMED', {})])
      for (const decision of [keep('2050-01-01', head), destroy(head)])
        assert.match(refusalOf(decision).message, /still open/);
  });

  it('is of the record as it was seen', () => {
    const seen = { version: due.version - 1 };
    assert.equal(refusalOf(destroy(due, dueDay, seen)).code, 'stale');
    const kept = keepRecord({ reason, until: '2040-01-10', ...seen }, due, officerOn(dueDay));
    assert.equal(refusalOf(kept).code, 'stale');
  });
});

describe('a legal hold', () => {
  it('can be put on a record in any state, once, and released', () => {
    for (const head of [incidentIn('REPORTED'), due, headOf('PLC', 'CONFIRMED', {})]) {
      const [held] = changesOf(holdRecord({ reason }, head, officerOn('2027-02-01'))).heads;
      assert(held?.held);
      assert.equal(refusalOf(holdRecord({ reason }, held, officerOn('2027-02-02'))).code, 'stale');
      const [released] = changesOf(releaseRecord({ reason }, held, officerOn('2027-02-03'))).heads;
      assert.equal(released?.held, false);
      assert.equal(released.state, head.state);
      assert.equal(refusalOf(releaseRecord({ reason }, released, officerOn('2027-02-04'))).code, 'stale');
    }
  });

  it('§8 keeps the record from being destroyed', () => {
    const refusal = refusalOf(destroy({ ...due, held: true }));
    assert.equal(refusal.rule, '§8');
    assert.match(refusal.message, /on hold/);
  });
});

describe('destroying a record', () => {
  it('§8 leaves its type, reference, place and dates, who decided and why, and nothing of a person', () => {
    const { heads, stubs, entries, outcome } = changesOf(destroy());

    assert.deepEqual(heads, []);
    const stub: Stub = {
      type: 'INC',
      ref: due.ref,
      area: 'brookshire',
      organisation: 'Z99001',
      profile: 'national-2024@1',
      createdAt: due.createdAt,
      state: 'DESTROYING',
      version: due.version + 1,
      at: officerOn(dueDay).now.toString(),
    };
    assert.deepEqual(stubs, [stub]);
    assert.deepEqual(entries, [
      {
        ref: due.ref,
        action: 'record.destroyed',
        content: { reason, authority: 'Incident report: 10 years from the day it happened' },
      },
    ]);
    assert.equal(outcome.state, 'DESTROYING');
  });

  it('is confirmed by typing the reference, at the field', () => {
    for (const confirm of ['', 'yes', 'INC-2027-4839272'])
      assert.equal(refusalOf(destroy(due, dueDay, { confirm })).field, 'confirm');
    assert(destroy(due, dueDay, { confirm: ` ${due.ref.toLowerCase().replaceAll('-', ' ')} ` }).changed);
  });

  it('waits for what is still due on it', () => {
    const open = { 'DL-28': { dueOn: '2027-01-18' } };
    assert.match(refusalOf(destroy({ ...due, deadlines: open })).message, /still due/);
    const ended = {
      'DL-01': { dueOn: '2027-01-12', settledAt: '2027-01-11T10:00:00Z' },
      'DL-28': { dueOn: '2027-01-18', cancelled: true },
    };
    assert(destroy({ ...due, deadlines: ended }).changed);
  });

  for (const text of [
    'Mr TINDALL has asked for nothing more.',
    'Rosa says there is no use for it.',
    'Patient 999 000 0018 has moved away.',
  ]) {
    it(`the reason stays, so it names nobody: ${text}`, () => {
      const refusal = refusalOf(destroy(due, dueDay, { reason: text }));
      assert.equal(refusal.field, 'reason');
      assert.match(refusal.message, /Take out every name/);
    });
  }

  it('a referral’s reason names neither the patient nor the referrer', () => {
    const form = { patientFirstName: 'Ada', patientLastName: 'Quill', referrerName: 'Priya Shah' };
    const referral = headOf('REF', 'COMPLETED', { form, ended: { at: '2027-01-10T10:00:00Z' } });
    for (const text of ['The case of ada is over.', 'Agreed with Priya on the phone.'])
      assert.equal(refusalOf(destroy(referral, dueDay, { reason: text })).field, 'reason');
    assert(destroy(referral).changed);
  });

  it('§8 whatever the order of reviews, nothing is destroyed on hold or before its date', () => {
    const step = fc.record({
      act: fc.constantFrom('keep', 'hold', 'release', 'destroy', 'destroy'),
      days: fc.integer({ min: 0, max: 1500 }),
      keepYears: fc.integer({ min: 1, max: 25 }),
    });
    let destroyed = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let head: Head = closedIncident('2024-02-29');
        let today = Temporal.PlainDate.from('2033-01-01');
        for (const { act, days, keepYears } of steps) {
          today = today.add({ days });
          const facts = officerOn(today.toString());
          const seen = { reason, version: head.version };
          const decision = {
            keep: () =>
              keepRecord({ ...seen, until: today.add({ years: keepYears }).toString() }, head, facts),
            hold: () => holdRecord(seen, head, facts),
            release: () => releaseRecord(seen, head, facts),
            destroy: () => destroyRecord({ ...seen, confirm: head.ref }, head, facts),
          }[act as 'keep']();
          if (!decision.changed) continue;
          if (act === 'destroy') {
            destroyed += 1;
            assert.notEqual(head.held, true);
            const until = retainUntilOf(head);
            assert(until && Temporal.PlainDate.compare(londonDate(facts.now), until) >= 0);
            assert(Temporal.PlainDate.compare(today, Temporal.PlainDate.from('2034-02-28')) >= 0);
            return;
          }
          head = decision.heads[0] ?? head;
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(destroyed > 50, `${destroyed} were destroyed`);
  });
});
