import assert from 'node:assert/strict';
import type { HeadRow } from '../../bot/desk/rows.ts';
import { makeReference } from '../../bot/domain/references.ts';
import { fileReport, openHouse, people, type House } from '../support/house.ts';
import { fileReferral } from '../support/referrals.ts';
import { refusalOf } from '../support/panel.ts';

/** A record of another kind under each store scope, belonging to the very practice and provider that try. */
describe('attack: a reference of another kind of record (§1.2)', () => {
  let house: House;
  const placed = { area: '', programme: '' };
  before(async () => {
    house = await openHouse();
    const report = await fileReport(house.desk, people.receptionist);
    const referral = await fileReferral(house.desk);
    placed.area = await alike('area:brookshire', report, 'PLC');
    placed.programme = await alike('org:steady-ground', referral, 'SGC');
  });
  after(() => house.close());

  const alike = async (scope: string, ref: string, type: 'PLC' | 'SGC') => {
    const head = await house.store.records.read(scope, ref, 'head');
    assert(head);
    const id = makeReference(type, 2027, 222_222);
    const row: HeadRow = { ...head.row, id, ref: id, type };
    const stored = await house.store.records.commit(scope, [{ op: 'create', row }]);
    assert.ok(stored.committed);
    return id;
  };

  const notThere = { code: 'notAvailable', message: 'This is not available to your role.' };

  for (const [name, more] of [
    ['incident.takeIntoReview', {}],
    ['incident.addFacts', { text: 'He came back an hour later.' }],
    ['incident.close', { outcome: 'TALKED', feedback: 'We talked with him. Thank you.' }],
  ] as const) {
    it(`${name} finds no such report`, async () => {
      const refusal = await refusalOf(house.desk, people.manager, name, { ref: placed.area, ...more });

      assert.deepEqual(refusal, notThere);
    });
  }

  it('incident.link finds no such other report', async () => {
    const ref = await fileReport(house.desk, people.receptionist);

    const refusal = await refusalOf(house.desk, people.manager, 'incident.link', { ref, other: placed.area });

    assert.deepEqual(refusal, notThere);
  });

  for (const [name, more] of [
    ['referral.logAttempt', { outcome: 'NO_ANSWER' }],
    ['referral.close', { how: 'WITHDRAWN', reason: 'The patient has no time now.' }],
    ['referral.cancelSession', { session: 1, by: 'PATIENT', reason: 'Ill that day.' }],
    ['referral.recordAward', { award: 'NO_AWARD', noAwardReason: 'NOT_PASSED' }],
  ] as const) {
    it(`${name} finds no such referral`, async () => {
      const input = { ref: placed.programme, ...more };

      const refusal = await refusalOf(house.desk, people.coordinator, name, input);

      assert.deepEqual(refusal, notThere);
    });
  }

  it('no question opens it either', async () => {
    for (const [who, name, ref] of [
      [people.manager, 'incident.page', placed.area],
      [people.manager, 'incident.status', placed.area],
      [people.manager, 'meeting.page', placed.area],
      [people.manager, 'referral.page', placed.programme],
      [people.coordinator, 'referral.page', placed.programme],
      [people.coordinator, 'referral.status', placed.programme],
      [people.officer, 'item.card', placed.area],
    ] as const) {
      const asked = await house.desk.ask(who, { name, input: { ref } });
      assert(!asked.answered);
      assert.deepEqual(asked.refusal, notThere, name);
    }
  });
});
