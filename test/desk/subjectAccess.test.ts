import assert from 'node:assert/strict';
import { role, roleOrganisations } from '../../bot/contract/roles.ts';
import { theSystem } from '../../bot/desk/caller.ts';
import type { AccessLine } from '../../bot/desk/ports.ts';
import { addPerson, fileReport, newId, noting, openHouse, people, type House } from '../support/house.ts';
import { openIncident, openRequest, subject } from '../support/records.ts';
import { fileReferral, must } from '../support/referrals.ts';

const officer = people.auditor;

describe('subject-access requests at the desk', () => {
  let house: House;
  let lines: AccessLine[];
  beforeEach(async () => {
    lines = [];
    house = await openHouse({ access: noting(async (line) => void lines.push(line)) });
  });
  afterEach(() => house.close());

  const pageOf = async (ref: string) => {
    const asked = await house.desk.ask(officer, { name: 'subjectAccess.page', input: { ref } });
    assert(asked.answered);
    return asked.answer;
  };
  const refsOf = async (ref: string) => (await pageOf(ref)).records?.map((record) => record.ref);
  const { personName, personBirthDate, personNhsNumber } = subject;

  it('§8 finds the person who did it, the patient they came with and the patient referred, and nobody else', async () => {
    const unnamed = { personName: '', personBirthDate: undefined, personNhsNumber: '' };
    const both = await openIncident(house.desk);
    const byNumber = await fileReport(house.desk, people.receptionist, { ...unnamed, personNhsNumber });
    const byName = await fileReport(house.desk, people.otherReceptionist, {
      ...unnamed,
      site: 'Harbour Lane',
      personName: 'vera  QUILLFEATHER',
      personBirthDate,
    });
    const cameWith = await fileReport(house.desk, people.receptionist, {
      ...unnamed,
      personKind: 'COMPANION',
      personName: 'Somebody Else',
      accompaniedPatient: 'Vera Quillfeather, 2 May 1969',
    });
    const referral = await fileReferral(house.desk, {
      patientFirstName: 'Vera',
      patientLastName: 'Quillfeather',
      nhsNumber: '',
      dob: personBirthDate,
    });
    await fileReport(house.desk, people.receptionist);
    await fileReferral(house.desk);
    const request = await openRequest(house.desk);

    const { records = [] } = await pageOf(request);

    assert.deepEqual(
      new Set(records.map(({ ref }) => ref)),
      new Set([both, byNumber, byName, cameWith, referral]),
    );
    const as = new Map(records.map((record) => [record.ref, record.as]));
    assert.equal(as.get(both), 'Reported to have done it');
    assert.equal(as.get(cameWith), 'Patient whom that person came with');
    assert.equal(as.get(referral), 'Patient');
    // Nothing but which records there are.
    assert.doesNotMatch(JSON.stringify(records), /Quill|Leaned|Rosa|999 002|9990027315/);
  });

  it('by name and date of birth alone, records that also hold the NHS number are found', async () => {
    const ref = await openIncident(house.desk);
    assert.deepEqual(await refsOf(await openRequest(house.desk, { personNhsNumber: '' })), [ref]);
  });

  it('§1.2 each record seen is logged as read under the request', async () => {
    const ref = await openIncident(house.desk);
    const request = await openRequest(house.desk);
    lines.length = 0;

    await pageOf(request);

    assert.deepEqual(
      lines.map(({ what, person, role: as, name, ref: read, under }) => [
        what,
        person,
        as,
        name,
        read,
        under,
      ]),
      [
        ['read', 'person-701', 'IGO', 'subjectAccess.page', ref, request],
        ['read', 'person-701', 'IGO', 'subjectAccess.page', request, undefined],
      ],
    );
  });

  it('once closed, nothing is read under it', async () => {
    await openIncident(house.desk);
    const ref = await openRequest(house.desk);
    await must(house.desk, officer, 'subjectAccess.close', {
      ref,
      how: 'ANSWERED',
      reason: 'Sent by recorded post.',
    });
    lines.length = 0;

    const page = await pageOf(ref);

    assert.equal(page.records, undefined);
    assert.deepEqual(
      page.timeline.map(({ what, text }) => [what, text]),
      [
        ['Request opened', undefined],
        ['Closed: answered', 'Sent by recorded post.'],
      ],
    );
    assert.deepEqual(
      lines.map(({ ref: read }) => read),
      [ref],
    );
    const file = await house.desk.file(officer, {
      name: 'subjectAccess.export',
      input: { ref, personName, personBirthDate },
    });
    assert(!file.made);
    assert.equal(file.refusal.code, 'stale');
  });

  it('§1.2 a request opens no page of a record: only its own list and export', async () => {
    const ref = await openIncident(house.desk);
    await openRequest(house.desk);

    for (const name of ['incident.page', 'incident.status'] as const) {
      const asked = await house.desk.ask(officer, { name, input: { ref } });
      assert(!asked.answered);
      assert.equal(asked.refusal.code, 'notAvailable');
    }
  });

  it('a destroyed record is found no more', async () => {
    const ref = await openIncident(house.desk);
    const request = await openRequest(house.desk);
    await must(house.desk, people.manager, 'incident.close', {
      ref,
      outcome: 'TALKED',
      feedback: 'We talked about it once more.',
    });
    await must(house.desk, officer, 'retention.destroy', {
      ref,
      confirm: ref,
      reason: 'There is no use for it any more.',
    });
    assert.deepEqual(await refsOf(request), []);
  });

  it('requests are listed newest first, with when the answer is due', async () => {
    const first = await openRequest(house.desk, { receivedOn: '2027-01-04' });
    const second = await openRequest(house.desk);
    const asked = await house.desk.ask(officer, { name: 'subjectAccess.list', input: {} });
    assert(asked.answered);
    assert.deepEqual(asked.answer.rows.map(({ ref }) => ref).toSorted(), [first, second].toSorted());
    const row = asked.answer.rows.find(({ ref }) => ref === second);
    assert.match(row?.due?.due ?? '', /^Monday 8 February 2027/);
    const due = await house.desk.ask(officer, { name: 'deadline.list', input: {} });
    assert(due.answered);
    assert.deepEqual(
      due.answer.rows.filter(({ deadline }) => deadline.rule === 'DL-29').map(({ ref }) => ref),
      [first, second],
    );
  });

  it('another area’s officer sees neither the request nor the records', async () => {
    const ref = await openIncident(house.desk);
    const request = await openRequest(house.desk);
    await house.desk.perform(theSystem, {
      id: newId(),
      name: 'directory.putArea',
      input: { area: 'fenshire', name: 'Fenshire', profile: 'p@1', rehabProvider: 'steady-ground' },
    });
    const other = await addPerson(house.desk, 'person-801', [
      { role: 'IGO', organisation: 'brookshire-icb', area: 'fenshire' },
    ]);
    const referral = await fileReferral(house.desk, {
      patientFirstName: 'Vera',
      patientLastName: 'Quillfeather',
      nhsNumber: personNhsNumber,
    });

    const asked = await house.desk.ask(other, { name: 'subjectAccess.page', input: { ref: request } });
    assert(!asked.answered);
    const own = await must(house.desk, other, 'subjectAccess.open', {
      ...subject,
      requesterReference: 'Letter',
      receivedOn: '2027-01-08',
      identityChecked: 'KNOWN',
    });
    const page = await house.desk.ask(other, {
      name: 'subjectAccess.page',
      input: { ref: own.ref ?? '' },
    });
    assert(page.answered);
    assert.deepEqual(page.answer.records, []);
    assert.deepEqual(new Set(await refsOf(request)), new Set([ref, referral]));
  });

  it('the request’s own reference opens nothing but a request, and closes nothing else', async () => {
    const incident = await openIncident(house.desk);
    const page = await house.desk.ask(officer, { name: 'subjectAccess.page', input: { ref: incident } });
    assert(!page.answered);
    const closed = await house.desk.perform(officer, {
      id: newId(),
      name: 'subjectAccess.close',
      input: { ref: incident, how: 'ANSWERED', reason: 'Sent by recorded post.' },
    });
    assert(!closed.done);
    assert.equal(closed.refusal.code, 'notAvailable');
  });

  for (const code of role.options.filter((each) => each !== 'IGO')) {
    it(`§1.2 ${code} neither opens nor sees a request`, async () => {
      const ref = await openRequest(house.desk);
      const places: Readonly<Record<string, string>> = {
        practice: 'Z99001',
        commissioner: 'brookshire-icb',
        registrations: 'registrations',
        schemeProvider: 'crossfield',
        rehabProvider: 'steady-ground',
        public: 'public',
        operator: 'operator',
      };
      const organisation = places[roleOrganisations[code][0] ?? ''] ?? '';
      const who = await addPerson(house.desk, 'person-800', [{ role: code, organisation }]);
      const refused = async (result: Promise<object>) =>
        assert.match(JSON.stringify(await result), /"code":"notAvailable"/);

      await refused(house.desk.ask(who, { name: 'subjectAccess.page', input: { ref } }));
      await refused(house.desk.ask(who, { name: 'subjectAccess.list', input: {} }));
      await refused(
        house.desk.file(who, { name: 'subjectAccess.export', input: { ref, personName, personBirthDate } }),
      );
      const commands = [
        ['subjectAccess.open', { ...subject }],
        ['subjectAccess.close', { ref, how: 'WITHDRAWN', reason: 'They need it no more.' }],
      ] as const;
      for (const [name, input] of commands)
        await refused(house.desk.perform(who, { id: newId(), name, input }));
    });
  }
});
