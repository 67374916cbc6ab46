import assert from 'node:assert/strict';
import { openPlacement } from '../../../bot/domain/placement/openPlacement.ts';
import { changesOf, refusalOf } from '../incident/facts.ts';
import { asOfficer, find, openedPlacement, openingOf } from './placements.ts';

const open = (changes: Record<string, unknown> = {}, facts = asOfficer()) =>
  openPlacement(openingOf(changes), find, facts);

describe('P1: a placement on the scheme', () => {
  it('P1 begins provisional and tells the scheme practice by its reference alone', () => {
    const changes = changesOf(open());

    const [placement] = changes.heads;
    assert.equal(placement?.state, 'PROVISIONAL');
    assert.deepEqual(placement?.caseload, ['crossfield']);
    assert.equal(placement?.scheme, 'crossfield');
    assert.deepEqual(changes.notices, [
      {
        template: 'placement.opened',
        ref: placement?.ref,
        to: { roles: ['SGP', 'SAD'], organisation: 'crossfield', each: true },
      },
    ]);
    assert.deepEqual(changes.facts?.[0]?.values, { ground: 'C' });
  });

  for (const [entryDate, dueOn] of [
    ['2027-01-11', '2027-02-08'],
    ['2027-01-09', '2027-02-08'],
    ['2027-01-10', '2027-02-08'],
    ['2026-11-30', '2026-12-29'],
  ] as const) {
    it(`DL-25 entered on ${entryDate}, the programme is offered by ${dueOn}, and that is the scheme practice's to do`, () => {
      assert.deepEqual(openedPlacement({ entryDate }).deadlines['DL-25'], { dueOn, duty: 'crossfield' });
    });
  }

  it('HS-17 claims the person under everything they can be found by', () => {
    const form = { patientFirstName: 'Zoë', patientLastName: 'Marsh', dob: '1979-03-02' };
    const claims = (changes: Record<string, unknown>) =>
      changesOf(open({ ...form, ...changes })).claims?.map(({ id, rule }) => `${rule} ${id}`);

    assert.deepEqual(claims({ nhsNumber: '999 000 0298' }), [
      'HS-17 placement:hash of nhs:9990000298',
      'HS-17 placement:hash of name:zoe marsh|1979-03-02',
    ]);
    assert.deepEqual(claims({ nhsNumber: undefined, nhsNumberUnknown: 'Moved from abroad.' }), [
      'HS-17 placement:hash of name:zoe marsh|1979-03-02',
    ]);
  });

  it('keeps the number as 10 digits, the postcode in capitals, and practices once, by name', () => {
    const { body } = openedPlacement({
      nhsNumber: '999 000 0301',
      postcode: 'wv11aa',
      address: '4 Mill Row',
      barredPractices: ['Z99001', 'Z99002', 'Z99001'],
    });

    assert.deepEqual([body.patient.nhsNumber, body.patient.postcode], ['9990000301', 'WV1 1AA']);
    assert.deepEqual(
      body.barredPractices.map(({ name }) => name),
      ['Millbrook Surgery', 'Harbour Lane Practice'],
    );
    assert.deepEqual(body.rehabOffer, { stage: 'NOT_OFFERED' });
  });

  for (const [ground, way] of [
    ['A', /removal request/],
    ['E', /The panel decides on this ground first/],
  ] as const) {
    it(`ground ${ground} comes about in another way, and the refusal says which`, () => {
      const refusal = refusalOf(open({ ground }));

      assert.deepEqual([refusal.code, refusal.rule, refusal.field], ['refused', 'P1', 'ground']);
      assert.match(refusal.message, way);
    });
  }

  for (const ground of ['B', 'C', 'D'])
    it(`ground ${ground} is opened by the Primary Care Team, not by registrations`, () => {
      assert.equal(open({ ground }).changed, true);
      assert.equal(refusalOf(open({ ground }, asOfficer({}, 'REG'))).rule, 'P1');
    });

  for (const [field, changes] of [
    ['entryDate', { entryDate: '2027-01-12' }],
    ['entryDate', { entryDate: '2027-02-30' }],
    ['schemeProvider', { schemeProvider: 'nowhere' }],
    ['schemeProvider', { schemeProvider: 'fenfield' }],
    ['schemeProvider', { schemeProvider: 'Z99001' }],
    ['dob', { dob: '2027-01-12' }],
    ['dob', { dob: '1900-01-01' }],
    ['dob', { dob: '1980-02-30' }],
    ['nhsNumber', { nhsNumber: undefined }],
    ['nhsNumber', { nhsNumber: '9990000019' }],
    ['nhsNumberUnknown', { nhsNumberUnknown: 'Nobody knows it.' }],
    ['patientPhone', { patientPhone: '60777' }],
    ['postcode', { postcode: 'WV1' }],
    ['address', { postcode: 'ZZ99 3VZ' }],
    ['barredPractices', { barredPractices: ['crossfield'] }],
    ['barredPractices', { barredPractices: ['Z99099'] }],
  ] as const) {
    it(`is refused at ${field}: ${JSON.stringify(changes)}`, () => {
      const refusal = refusalOf(open(changes));

      assert.deepEqual([refusal.code, refusal.field], ['invalid', field]);
    });
  }

  it('§5.5 of no fixed abode is fine with a contact address in words', () => {
    assert.equal(open({ postcode: 'ZZ99 3VZ', address: 'Collect from the scheme GP.' }).changed, true);
  });

  it('§5.1 a number of the test range is refused in production', () => {
    const refusal = refusalOf(open({}, asOfficer({ allowTestNumbers: false })));

    assert.equal(refusal.field, 'nhsNumber');
  });

  for (const [rule, field, changes] of [
    ['W-07', 'dob', { dob: '2010-05-05' }],
    ['W-08', 'evidence', { evidence: 'The letter names 943 476 5919 as well as this patient.' }],
  ] as const) {
    it(`${rule} needs a reason, and is kept with it`, () => {
      const refusal = refusalOf(open(changes));
      const reasons = { [rule]: 'Spoken through with the lead.' };
      const { body } = openedPlacement({ ...changes, reasons });

      assert.deepEqual([refusal.code, refusal.rule, refusal.field], ['warning', rule, field]);
      assert.deepEqual(body.reasons, reasons);
    });
  }
});
