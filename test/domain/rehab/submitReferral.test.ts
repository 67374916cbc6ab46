import assert from 'node:assert/strict';
import { placementState, type PlacementState } from '../../../bot/contract/placement.ts';
import type { KnownPlacement } from '../../../bot/domain/rehab/checkGround.ts';
import { submitReferral } from '../../../bot/domain/rehab/submitReferral.ts';
import { changesOf, refusalOf } from '../incident/facts.ts';
import { asReferrer, at, formOf, referralOf } from './referrals.ts';

const submit = (
  changes: Record<string, unknown> = {},
  now = '2027-01-11T10:00:00Z',
  profile = 'national-2024@1',
) => submitReferral(formOf(changes), undefined, asReferrer({ now: at(now), profile }));
const on = (day: string, letter: string) =>
  submit({ warningLetterDate: letter, agreementDate: letter }, `${day}T12:00:00Z`);

describe('R2: a referral', () => {
  it('R2 gets a reference, tells the coordinator, and the first call is due in two working days (DL-19)', () => {
    const changes = changesOf(submit());

    const [referral] = changes.heads;
    assert.equal(referral?.state, 'SUBMITTED');
    assert.equal(referral?.deadlines['DL-19']?.dueOn, '2027-01-13');
    assert.deepEqual(referral?.caseload, ['steady-ground']);
    assert.deepEqual(changes.notices, [
      {
        template: 'referral.new',
        ref: referral?.ref,
        to: { roles: ['RCO'], organisation: 'steady-ground' },
      },
    ]);
  });

  it('K13 counts the seconds from opening the form to sending it', () => {
    const changes = changesOf(submit({ openedAt: '2027-01-11T09:56:30Z' }));

    assert.deepEqual(changes.facts?.[0]?.values, { ground: 'G1', formSeconds: 210 });
  });

  it('HS-08 is refused without the agreement of the patient, whatever else is wrong', () => {
    const refusal = refusalOf(submit({ agreementConfirmed: false, nhsNumber: '1' }));

    assert.deepEqual([refusal.code, refusal.rule, refusal.field], ['refused', 'HS-08', 'agreementConfirmed']);
  });

  it('§1.3 goes to the programme of the area and to no other provider', () => {
    assert.equal(refusalOf(submit({ provider: 'elsewhere' })).code, 'refused');
  });

  it('HS-09 claims the person under everything they can be found by', () => {
    const claims = (changes: Record<string, unknown>) =>
      changesOf(submit(changes)).claims?.map(({ id }) => id);
    const [nhsNumber, dob] = ['999 000 1006', '1980-04-03'];

    assert.deepEqual(claims({ nhsNumber }), ['open-referral:hash of nhs:9990001006']);
    assert.deepEqual(claims({ nhsNumber: undefined, dob }), [
      'open-referral:hash of name:maurice tindall|1980-04-03',
    ]);
    assert.equal(claims({ nhsNumber, dob })?.length, 2);
  });

  for (const [letter, day, stands] of [
    ['2027-01-11', '2027-01-11', true],
    ['2026-07-11', '2027-01-11', true],
    ['2026-07-10', '2027-01-11', false],
    ['2026-08-31', '2027-02-28', true],
    ['2026-08-31', '2027-03-01', false],
    ['2027-08-31', '2028-02-29', true],
    ['2027-08-31', '2028-03-01', false],
  ] as const) {
    it(`G1 a letter of ${letter} ${stands ? 'still opens' : 'no longer opens'} the programme on ${day}`, () => {
      const decision = on(day, letter);

      if (stands) assert.equal(changesOf(decision).heads.length, 1);
      else
        assert.deepEqual([refusalOf(decision).rule, refusalOf(decision).field], ['G1', 'warningLetterDate']);
    });
  }

  it('G1 a letter of tomorrow, or none, is a wrong field', () => {
    for (const warningLetterDate of ['2027-01-12', '2027-02-30', undefined]) {
      const refusal = refusalOf(submit({ warningLetterDate }));
      assert.deepEqual([refusal.code, refusal.field], ['invalid', 'warningLetterDate']);
    }
  });

  it('G2 needs a placement of this very person, provisional or confirmed', () => {
    const form = { ground: 'G2', schemePlacement: 'PLC-2027-0000000', nhsNumber: '999 000 1006' };
    const hers = 'hash of nhs:9990001006';
    const placed = (state: PlacementState, hash: string, organisation = 'Z99001'): KnownPlacement => ({
      ref: form.schemePlacement,
      state,
      organisation,
      caseload: ['crossfield'],
      body: { personHashes: ['another hash', hash] },
    });
    const answer = (placement: KnownPlacement | undefined) =>
      submitReferral(formOf(form), placement, asReferrer()).changed;

    assert.equal(answer(undefined), false);
    assert.equal(answer(placed('CONFIRMED', 'somebody else')), false);
    for (const state of placementState.options)
      assert.equal(answer(placed(state, hers)), ['PROVISIONAL', 'CONFIRMED'].includes(state), state);
    assert.equal(answer(placed('PROVISIONAL', hers, 'Z99002')), false);
    assert.equal(refusalOf(submitReferral(formOf(form), undefined, asReferrer())).rule, 'G2');
  });

  it('G3 needs a reason, and an area that accepts it', () => {
    const form = { ground: 'G3', ground3Reason: 'Three practices in a year.' };

    assert.equal(submit(form).changed, true);
    assert.equal(refusalOf(submit({ ground: 'G3' })).field, 'ground3Reason');
    assert.equal(refusalOf(submit(form, undefined, 'wolverhampton-2017@1')).rule, 'G3');
  });

  for (const [field, changes] of [
    ['nhsNumber', { nhsNumber: undefined }],
    ['nhsNumber', { nhsNumber: '999 000 1007' }],
    ['dob', { dob: '2009-01-12' }],
    ['patientPhone', { patientPhone: '0770' }],
    ['altPhone', { altPhone: 'ask at the desk' }],
    ['interpreterLanguage', { interpreter: 'YES' }],
    ['accessNeeds', { accessNeeds: ['NONE', 'SIGHT'] }],
    ['agreementDate', { agreementDate: '2027-01-12' }],
    ['referrerEmail', { referrerEmail: 'not an address' }],
  ] as const) {
    it(`§2.7 a wrong ${field} comes back at its field: ${JSON.stringify(changes)}`, () => {
      const refusal = refusalOf(submit(changes));

      assert.deepEqual([refusal.code, refusal.field], ['invalid', field]);
    });
  }

  it('§5.6 someone who is eighteen today may be referred', () => {
    assert.equal(submit({ dob: '2009-01-11' }).changed, true);
  });

  it('W-09 an address outside secure e-mail needs a reason', () => {
    const form = { referrerEmail: 'desk@example.org' };

    assert.deepEqual([refusalOf(submit(form)).code, refusalOf(submit(form)).rule], ['warning', 'W-09']);
    assert.equal(submit({ ...form, reasons: { 'W-09': 'The practice has no other.' } }).changed, true);
  });

  it('W-08 an NHS number in the risks needs a reason', () => {
    const refusal = refusalOf(submit({ knownRisks: 'Lives with 943 476 5919.' }));

    assert.deepEqual([refusal.rule, refusal.field], ['W-08', 'knownRisks']);
  });

  it('§2.7 the contact of the referrer and the practice come from the directory', () => {
    const { form } = referralOf(submit()).body;

    assert.deepEqual(
      [form.referrerName, form.referrerRole, form.referrerPhone, form.referrerEmail],
      ['Priya Shah', 'Practice manager', '020 7946 0101', 'office.millbrook@nhs.net'],
    );
    assert.deepEqual(
      [form.registeredPracticeName, form.registeredPracticeCode],
      ['Millbrook Surgery', 'Z99001'],
    );
    assert.equal(form.agreementTakenBy, 'Priya Shah');
  });
});
