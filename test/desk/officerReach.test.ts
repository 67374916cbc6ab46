import assert from 'node:assert/strict';
import type { Person } from '../../bot/desk/caller.ts';
import { addPerson, fileReport, newId, openHouse, people, setTime, type House } from '../support/house.ts';
import { destroy, dueIncident, openRequest, purgeAll, reason, subject } from '../support/records.ts';
import { fileReferral, must } from '../support/referrals.ts';

const provider = 'steady-ground';

describe('what an information-governance officer answers for', () => {
  let house: House;
  let millbrook: Person;
  let harbour: Person;
  let programme: Person;
  let ref: string;
  let referral: string;
  before(async () => {
    house = await openHouse();
    const officer = (person: string, organisation: string) =>
      addPerson(house.desk, person, [{ role: 'IGO', organisation }]);
    millbrook = await officer('person-801', 'Z99001');
    harbour = await officer('person-802', 'Z99002');
    programme = await officer('person-803', provider);
    ref = await dueIncident(house.desk);
    await fileReport(house.desk, people.otherReceptionist, {
      site: 'Harbour Lane',
      ...subject,
      incidentDate: '2010-01-01',
    });
    referral = await fileReferral(house.desk, {
      patientFirstName: 'Vera',
      patientLastName: 'Quillfeather',
      nhsNumber: '',
      dob: subject.personBirthDate,
    });
    await must(house.desk, people.coordinator, 'referral.close', {
      ref: referral,
      how: 'WITHDRAWN',
      reason: 'The patient has no time now.',
    });
    setTime(house.clock, Temporal.Instant.from('2035-01-11T10:00:00Z'));
  });
  after(() => house.close());

  const due = async (who: Person) => {
    const found: string[] = [];
    let after: string | undefined;
    do {
      const asked = await house.desk.ask(who, { name: 'retention.due', input: after ? { after } : {} });
      assert(asked.answered);
      found.push(...asked.answer.rows.map((row) => row.ref));
      after = asked.answer.next;
    } while (after);
    return found;
  };
  const hold = (who: Person, of: string, more = {}) =>
    house.desk.perform(who, {
      id: newId(),
      name: 'retention.hold',
      input: { ref: of, reason, ...more },
    });

  it('§1.1 at the commissioner: every record of the area', async () => {
    const all = await due(people.auditor);
    assert.ok(all.includes(ref) && all.includes(referral) && all.length >= 3);
  });

  it('§1.1 at a practice: the practice’s own', async () => {
    assert.deepEqual(await due(millbrook), [ref]);
    assert.equal((await due(harbour)).length, 1);
    assert.ok(!(await due(harbour)).includes(ref));
  });

  it('§1.1 at the provider: what lies with the provider', async () => {
    assert.ok((await due(programme)).includes(referral));
    assert.ok(!(await due(programme)).includes(ref));
  });

  it('§1.2 nobody decides about another controller’s record, or learns that it is there', async () => {
    for (const [who, of, more] of [
      [harbour, ref, {}],
      [programme, ref, {}],
      [millbrook, referral, { provider }],
      [harbour, referral, { provider }],
    ] as const) {
      const result = await hold(who, of, more);
      assert(!result.done);
      assert.equal(result.refusal.code, 'notAvailable');
      const asked = await house.desk.ask(who, { name: 'retention.record', input: { ref: of } });
      assert(!asked.answered);
      assert.equal(asked.refusal.code, 'notAvailable');
    }
    assert((await hold(programme, referral, { provider })).done);
    assert((await hold(millbrook, ref)).done);
    await must(house.desk, millbrook, 'retention.release', { ref, reason });
  });

  it('§8 a request is answered with the organisation’s own records, what it sent to the programme included', async () => {
    const seen = async (who: Person) => {
      const opened = await must(house.desk, who, 'subjectAccess.open', {
        ...subject,
        requesterReference: 'Letter',
        receivedOn: '2035-01-08',
        identityChecked: 'KNOWN',
      });
      const request = opened.ref ?? '';
      const asked = await house.desk.ask(who, { name: 'subjectAccess.page', input: { ref: request } });
      assert(asked.answered);
      return { request, refs: (asked.answer.records ?? []).map((record) => record.ref) };
    };
    const own = await seen(millbrook);
    assert.deepEqual(new Set(own.refs), new Set([ref, referral]));
    assert.deepEqual((await seen(programme)).refs, [referral]);
    assert.equal((await seen(harbour)).refs.length, 1);

    for (const [who, sees] of [
      [people.auditor, true],
      [harbour, false],
    ] as const) {
      const asked = await house.desk.ask(who, { name: 'subjectAccess.page', input: { ref: own.request } });
      assert.equal(asked.answered, sees);
    }
    const list = await house.desk.ask(harbour, { name: 'subjectAccess.list', input: {} });
    assert(list.answered);
    assert.equal(list.answer.rows.length, 1);
    const closing = { ref: own.request, how: 'ANSWERED', reason: 'Sent by recorded post.' };
    const closed = await house.desk.perform(harbour, {
      id: newId(),
      name: 'subjectAccess.close',
      input: closing,
    });
    assert(!closed.done);
    assert.equal(closed.refusal.code, 'notAvailable');
    const request = await openRequest(house.desk, { receivedOn: '2035-01-08' });
    const file = await house.desk.file(millbrook, {
      name: 'subjectAccess.export',
      input: { ref: request, personName: subject.personName, personBirthDate: subject.personBirthDate },
    });
    assert(!file.made);
    assert.equal(file.refusal.code, 'notAvailable');
  });

  it('§1.2 nor of another controller’s record that is gone', async () => {
    await destroy(house.desk, ref);
    await purgeAll(house, 'area:brookshire');

    const told = await hold(millbrook, ref);
    const notTold = await hold(harbour, ref);

    assert(!told.done && !notTold.done);
    assert.match(told.refusal.message, /was destroyed/);
    assert.equal(notTold.refusal.code, 'notAvailable');
    const list = await house.desk.ask(harbour, { name: 'retention.destroyed', input: {} });
    assert(list.answered);
    assert.deepEqual(list.answer.rows, []);
  });
});
