import assert from 'node:assert/strict';
import mammoth from 'mammoth';
import type { AccessLine } from '../../bot/desk/ports.ts';
import { fileReport, newId, noting, openHouse, people, type House } from '../support/house.ts';
import { openIncident, openRequest, subject } from '../support/records.ts';
import { lifeOfReferrals, must } from '../support/referrals.ts';

const officer = people.auditor;
const { personName, personBirthDate } = subject;

describe('the export of a subject-access request', () => {
  let house: House;
  let lines: AccessLine[];
  beforeEach(async () => {
    lines = [];
    house = await openHouse({ access: noting(async (line) => void lines.push(line)) });
  });
  afterEach(() => house.close());

  const fetch = (ref: string, changes: object = {}) =>
    house.desk.file(officer, {
      name: 'subjectAccess.export',
      input: { ref, personName, personBirthDate, ...changes },
    });
  const textOf = async (ref: string) => {
    const fetched = await fetch(ref);
    assert(fetched.made);
    assert.equal(fetched.file.filename, `subject-access-${ref}.docx`);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(fetched.file.bytes) });
    return value;
  };
  const add = (ref: string, text: string) =>
    house.desk.perform(people.manager, { id: newId(), name: 'incident.addFacts', input: { ref, text } });

  it('§8 has a cover and, of each record, all that is held about the person, with dates, decisions and history', async () => {
    const ref = await openIncident(house.desk, {
      narrative: 'Vera Quillfeather shouted at the desk and threw a clipboard.',
      damageCost: 12.5,
    });
    await add(ref, 'She came back at noon and said that she was sorry.');
    await must(house.desk, people.manager, 'incident.close', {
      ref,
      outcome: 'TALKED',
      feedback: 'I rang her and we agreed how to go on.',
    });
    const request = await openRequest(house.desk);

    const text = await textOf(request);

    for (const part of [
      'Your personal data',
      'Name: Vera Quillfeather',
      'Date of birth: Friday 2 May 1969',
      'Your reference: Letter of 4 January',
      `Our reference: ${request}`,
      'Request received: Friday 8 January 2027',
      'An identity document was seen',
      'in Brookshire: one record',
      `Incident report ${ref}`,
      'State: Closed',
      'You in this record: Reported to have done it',
      'Friday 5 March 2010',
      'Damage: £12.50',
      'NHS number: 999 002 7315',
      'Vera Quillfeather shouted at the desk and threw a clipboard.',
      'Practice staff: Report sent',
      'Practice manager: Facts added',
      'She came back at noon and said that she was sorry.',
      'Closed: We talked with the person',
      'I rang her and we agreed how to go on.',
      'Left out, because it is about other people: who reported it',
    ])
      assert.ok(text.includes(part), `${part} is missing in ${text}`);
  });

  it('§1.3 rule 7: it names no member of staff, no witness and no other patient, in fields or in free text', async () => {
    const ref = await openIncident(house.desk, {
      narrative:
        'Rosa Bell was hit, Thimblewick and Horace saw it, Kezia Boateng rang. Leopold (999 000 0018) wept.',
      onBehalfOf: 'Tom Asher',
      fearForSafetyWho: 'Agnes',
      accompaniedPatient: 'Leopold Quillfeather, 3 May 1940',
      reasons: { 'W-08': 'Rosa says that Leopold is known by this number.' },
    });
    await add(ref, 'Priya Shah heard of it from Mrs Thimblewick.');
    const text = await textOf(await openRequest(house.desk));

    assert.doesNotMatch(
      text,
      /Rosa|Bell|Thimblewick|Agnes|Horace|Pennyworth|Tom|Asher|Kezia|Boateng|Priya|Shah|Leopold|May 1940|999 000 0018/,
    );
    assert.ok(text.includes('[left out] was hit, [left out] and [left out] saw it, [left out] rang.'), text);
    assert.ok(text.includes('[left out] heard of it from Mrs [left out].'), text);
    assert.match(text, /Vera Quillfeather/);
  });

  it('of a report about somebody else, the patient they came with learns that they are named, and no more', async () => {
    await fileReport(house.desk, people.receptionist, {
      personKind: 'COMPANION',
      personName: 'Basil Hawthornthwaite',
      personBirthDate: '1990-01-01',
      accompaniedPatient: 'Vera Quillfeather, 2 May 1969, niece of Basil Hawthornthwaite',
      narrative: 'Basil spat on the floor of the hall.',
    });
    const text = await textOf(await openRequest(house.desk));

    assert.match(text, /You in this record: Patient whom that person came with/);
    assert.match(text, /You are named in it as: Vera Quillfeather, 2 May 1969, niece of \[left out\]/);
    assert.match(text, /Where: In the surgery/);
    assert.match(text, /Left out, because it is about another person/);
    assert.doesNotMatch(text, /Basil|Hawthorn|spat|January 1990|1990-01|Intimidation/);
  });

  it('§8 a referral comes with its form, calls, sessions and end, without names of staff', async () => {
    const { desk, clock } = house;
    const life = lifeOfReferrals({ desk, clock });
    const ref = await life.bothDone({
      patientFirstName: 'Vera',
      patientLastName: 'Quillfeather',
      nhsNumber: '',
      dob: personBirthDate,
      knownRisks: 'Is short of hearing, says Helen Okafor.',
      agreementTakenBy: 'Helen Okafor',
    });
    await must(desk, people.coordinator, 'referral.recordAward', {
      ref,
      award: 'NO_AWARD',
      noAwardReason: 'NOT_PASSED',
    });
    const text = await textOf(await openRequest(desk, { receivedOn: '2027-01-08' }));

    for (const part of [
      `Referral to the programme ${ref}`,
      'State: Completed, no award',
      'Name: Vera Quillfeather',
      'Date of birth: Friday 2 May 1969',
      'Telephone: 07700 900123',
      'Known risks: Is short of hearing, says [left out].',
      'Why: Three practices in a year.',
      'Referred from: Millbrook Surgery',
      'Session 1:',
      'Session 2:',
      'How it ended:',
      'Practice manager: Referral sent',
      'Programme coordinator: Call:',
      'Left out, because it is about other people: names and contact details of staff.',
    ])
      assert.ok(text.includes(part), `${part} is missing in ${text}`);
    assert.doesNotMatch(text, /Priya|Owen|Kezia|Helen|Okafor|office\.millbrook/);
  });

  it('who nothing is held about gets a document that says so', async () => {
    assert.match(await textOf(await openRequest(house.desk)), /in Brookshire: no record/);
  });

  it('is of the person who asked: another name or date of birth is refused at the field, before anything is read', async () => {
    await openIncident(house.desk);
    const request = await openRequest(house.desk);
    lines.length = 0;
    for (const changes of [{ personName: 'Vera Quill' }, { personBirthDate: '1969-05-03' }]) {
      const fetched = await fetch(request, changes);
      assert(!fetched.made);
      assert.equal(fetched.refusal.field, 'personName');
    }
    assert.deepEqual(lines, []);
  });

  it('§1.2 each export is logged as a read of each record under the request, every time', async () => {
    const refs = [await openIncident(house.desk), await openIncident(house.desk)];
    const request = await openRequest(house.desk);
    lines.length = 0;

    await fetch(request);
    await fetch(request);

    const read = lines.map(({ what, name, ref, under }) => [what, name, ref, under].join(' ').trim());
    const once = [
      ...refs.map((ref) => `read subjectAccess.export ${ref} ${request}`),
      `read subjectAccess.export ${request}`,
    ];
    assert.deepEqual(read.toSorted(), [...once, ...once].toSorted());
  });
});
