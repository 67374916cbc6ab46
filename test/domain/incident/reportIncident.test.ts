import assert from 'node:assert/strict';
import fc from 'fast-check';
import { incidentReport, incidentTypes, targets } from '../../../bot/contract/incident.ts';
import { identifiersOf } from '../../../bot/domain/incident/identifiers.ts';
import type { Incident } from '../../../bot/domain/incident/incident.ts';
import { reportIncident } from '../../../bot/domain/incident/reportIncident.ts';
import { aReport } from '../../support/house.ts';
import { changesOf, factsFor, refusalOf, reportOf } from './facts.ts';

const report = (changes: Record<string, unknown> = {}) => reportIncident(reportOf(changes), factsFor());
const fieldOf = (changes: Record<string, unknown>) => refusalOf(report(changes)).field;

describe('I2 reporting an incident (§2.1)', () => {
  it('DL-01, DL-28: one working day to be looked at, five for feedback', () => {
    const [incident] = changesOf(report()).heads;

    assert.equal(incident?.deadlines['DL-01']?.dueOn, '2027-01-12');
    assert.equal(incident?.deadlines['DL-28']?.dueOn, '2027-01-18');
  });

  it('DL-01 over Christmas: reported on Thursday 24 December 2026, due on Tuesday 29 December', () => {
    const facts = factsFor({ now: Temporal.Instant.from('2026-12-24T16:00:00Z') });

    const changes = changesOf(reportIncident(reportOf({ incidentDate: '2026-12-24' }), facts));

    assert.equal(changes.heads[0]?.deadlines['DL-01']?.dueOn, '2026-12-29');
    assert.match(changes.outcome.message, /by Tuesday 29 December 2026\.$/);
  });

  it('tells the practice manager, or a GP where there is none, and nobody by name', () => {
    const { notices } = changesOf(report());

    assert.deepEqual(
      notices?.map(({ template, to }) => ({ template, to })),
      [{ template: 'incident.reported', to: { roles: ['PPM', 'PGP'], organisation: 'Z99001' } }],
    );
  });

  it('the outcome, the notices and the facts hold none of the texts that identify someone', () => {
    const changes = changesOf(
      report({ personNhsNumber: '999 000 0018', witnesses: 'Ann Other, Bob Example' }),
    );

    const outward = JSON.stringify([changes.outcome, changes.notices, changes.facts]);
    for (const text of identifiersOf(changes.heads[0] as Incident)) assert(!outward.includes(text), text);
  });

  it('finds a person again by a hash, never by the number itself', () => {
    const [incident] = changesOf(report({ personNhsNumber: '999 000 0018' })).heads;

    assert.equal(incident?.personHash, 'hash of nhs:9990000018');
  });

  it('K13 measures how long the form took', () => {
    const changes = changesOf(report({ openedAt: '2027-01-11T09:58:30Z' }));

    assert.equal(changes.facts?.[0]?.values['formSeconds'], 90);
  });

  describe('hard fields', () => {
    const hard = Object.keys(aReport()).filter((field) => !['directedAt', 'personName'].includes(field));
    for (const field of hard) {
      it(`${field} is required, and the sentence belongs to it`, () => {
        const result = incidentReport.safeParse({ ...aReport(), [field]: undefined });

        assert.equal(result.success, false);
        assert(result.error.issues.some((issue) => issue.path[0] === field));
      });
    }
  });

  describe('conditions that depend on more than one field, the day or the practice', () => {
    const cases: [string, Record<string, unknown>, string][] = [
      ['a site of another practice', { site: 'Harbour Lane' }, 'site'],
      ['a day that does not exist', { incidentDate: '2027-02-30' }, 'incidentDate'],
      [
        'the same, with a date of birth',
        { incidentDate: '2027-02-30', personBirthDate: '1980-01-01' },
        'incidentDate',
      ],
      ['tomorrow', { incidentDate: '2027-01-12' }, 'incidentDate'],
      ['later today', { incidentTime: '10:01' }, 'incidentTime'],
      ['a time the clocks skipped', { incidentDate: '2026-03-29', incidentTime: '01:30' }, 'incidentTime'],
      ['somewhere else without saying where', { location: 'OTHER' }, 'locationOther'],
      ['abuse directed at nobody', { directedAt: [] }, 'directedAt'],
      ['a companion of nobody', { personKind: 'COMPANION' }, 'accompaniedPatient'],
      ['an NHS number with a wrong check digit', { personNhsNumber: '9990000019' }, 'personNhsNumber'],
      ['a birth after the incident', { personBirthDate: '2027-01-12' }, 'personBirthDate'],
      ['minutes until nobody came', { helpCame: 'NOBODY', helpMinutes: 4 }, 'helpCame'],
    ];
    for (const [what, changes, field] of cases) {
      it(`${what} is refused at ${field}`, () => assert.equal(fieldOf(changes), field));
    }

    it('the last moment before now is accepted, and 01:30 on the night the clocks go back', () => {
      assert.equal(report({ incidentTime: '10:00' }).changed, true);
      assert.equal(report({ incidentDate: '2026-10-25', incidentTime: '01:30' }).changed, true);
    });

    it('damage alone need not be directed at anyone', () => {
      assert.equal(report({ incidentTypes: ['VANDPREM', 'VANDVEH'], directedAt: [] }).changed, true);
    });

    it('several problems come back together, each at its field', () => {
      const refusal = refusalOf(report({ site: 'Elsewhere', location: 'OTHER', personKind: 'COMPANION' }));

      assert.deepEqual(
        refusal.fields?.map(({ field }) => field),
        ['site', 'locationOther', 'accompaniedPatient'],
      );
    });
  });

  describe('warnings', () => {
    it("W-08 another person's NHS number in the text needs a reason", () => {
      const narrative = 'He read out 943 476 5919 from the screen of the next patient.';

      const asked = refusalOf(report({ narrative }));
      const given = report({
        narrative,
        reasons: { 'W-08': 'The number was read out and the police asked for it.' },
      });

      assert.deepEqual([asked.code, asked.rule, asked.field], ['warning', 'W-08', 'narrative']);
      assert.equal(given.changed, true);
    });

    for (const field of ['locationOther', 'fearForSafetyWho', 'peopleAffected', 'witnesses']) {
      it(`W-08 ${field} is free text too`, () => {
        const asked = refusalOf(report({ [field]: 'It was beside 943 476 5919.' }));

        assert.deepEqual([asked.code, asked.rule, asked.field], ['warning', 'W-08', field]);
      });
    }

    it("W-08 the person's own number is no warning", () => {
      const changes = {
        personNhsNumber: '943 476 5919',
        narrative: 'Shouted that his number was 9434765919.',
      };

      assert.equal(report(changes).changed, true);
    });

    it('§2.1 an unnamed person is told, not refused; "not known" is not even told', () => {
      const unnamed = changesOf(report({ personName: '' })).outcome.warnings;
      const unknown = changesOf(report({ personName: '', personKind: 'UNKNOWN' })).outcome.warnings;

      assert.equal(unnamed?.length, 1);
      assert.equal(unknown, undefined);
    });

    it('W-07 a person under 18 is told', () => {
      const { warnings } = changesOf(report({ personBirthDate: '2012-05-05' })).outcome;

      assert.deepEqual(
        warnings?.map(({ rule }) => rule),
        ['W-07'],
      );
    });
  });

  it('any complete report is accepted, whatever else it says', () => {
    const words = fc
      .string({ minLength: 1, maxLength: 60 })
      .filter((text) => !/\d/.test(text) && text.trim() !== '');
    const keys = (labels: object) => fc.subarray(Object.keys(labels), { minLength: 1 });
    fc.assert(
      fc.property(
        keys(incidentTypes),
        keys(targets),
        words,
        words,
        fc.boolean(),
        (types, directedAt, name, who, fear) => {
          const decision = report({
            incidentTypes: types,
            directedAt,
            personName: name,
            fearForSafetyWho: who,
            fearForSafety: fear,
          });
          assert.equal(decision.changed, true);
        },
      ),
    );
  });
});
