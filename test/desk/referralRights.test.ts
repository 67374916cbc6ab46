import assert from 'node:assert/strict';
import type { QuestionName } from '../../bot/contract/questions.ts';
import type { Person } from '../../bot/desk/caller.ts';
import { createDesk } from '../../bot/desk/desk.ts';
import { displayNhsNumber } from '../../bot/domain/people/nhsNumber.ts';
import { countWaits } from '../support/countWaits.ts';
import { newId, openHouse, people, type House } from '../support/house.ts';
import {
  aReferral,
  anyDay,
  fileReferral,
  lifeOfReferrals,
  must,
  nextNhsNumber,
} from '../support/referrals.ts';

const secrets = {
  patientFirstName: 'Marguerite',
  patientLastName: 'Oldenshaw',
  patientPhone: '07700 900188',
  dob: '1976-05-04',
  ground3Reason: 'Three practices asked for it.',
  knownRisks: 'A large dog in the room.',
};
const nhsNumber = nextNhsNumber();

describe('who may see what of a referral (§1.2, §1.3)', () => {
  let house: House;
  let life: ReturnType<typeof lifeOfReferrals>;
  let ref: string;
  let start: string;
  before(async () => {
    house = await openHouse();
    life = lifeOfReferrals(house);
    ({ ref, start } = await life.booked({ ...secrets, nhsNumber }));
  });
  after(() => house.close());

  const ask = (who: Person, name: QuestionName, input: Record<string, unknown> = {}) =>
    house.desk.askAnything(who, { name, input });
  const textOf = async (who: Person, name: QuestionName, input: Record<string, unknown> = {}) => {
    const asked = await ask(who, name, input);
    assert.ok(asked.answered, JSON.stringify(asked));
    return JSON.stringify(asked.answer);
  };
  const isRefused = async (who: Person, name: QuestionName, input: Record<string, unknown> = {}) => {
    const asked = await ask(who, name, input);
    return !asked.answered && asked.refusal.code === 'notAvailable';
  };
  const give = (who: Person, name: string, input: unknown) =>
    house.desk.perform(who, { id: newId(), name, input });

  it('§1.3 the programme sees the ground, not the sentence behind it, no NHS number and no date of birth', async () => {
    const page = await textOf(people.coordinator, 'referral.page', { ref });

    for (const text of ['Marguerite Oldenshaw', '07700 900188', 'A large dog', 'Millbrook', 'Priya Shah'])
      assert.ok(page.includes(text), text);
    for (const text of [
      nhsNumber,
      displayNhsNumber(nhsNumber),
      '4 May 1976',
      '1976-05-04',
      'Three practices',
    ])
      assert.ok(!page.includes(text), text);
  });

  it('the practice sees what it sent, how often was rung and how the last call went, and sessions without the trainer', async () => {
    const asked = await house.desk.ask(people.manager, { name: 'referral.page', input: { ref } });

    assert.ok(asked.answered);
    const { answer } = asked;
    const text = JSON.stringify(answer);
    assert.ok(text.includes(displayNhsNumber(nhsNumber)) && text.includes('Three practices'));
    assert.equal(answer.calls.count, 1);
    assert.match(answer.calls.last ?? '', /^Spoke: the patient will take part/);
    assert.equal(answer.calls.each, undefined);
    assert.equal(answer.sessions.length, 1);
    assert.ok(!text.includes('Kezia') && !text.includes('person-602'));
    assert.ok(!answer.timeline.some(({ what }) => what.startsWith('Call')));
    assert.deepEqual(answer.steps, ['referral.withdraw']);
    assert.deepEqual([answer.bookable, answer.cancellable, answer.markable], [[], [], []]);
  });

  it('the commissioner sees the status line alone', async () => {
    const status = await textOf(people.officer, 'referral.status', { ref });

    for (const text of [...Object.values(secrets), nhsNumber]) assert.ok(!status.includes(text), text);
    assert.ok(await isRefused(people.officer, 'referral.page', { ref }));
  });

  for (const [who, person] of [
    ['another practice', people.otherManager],
    ['a receptionist', people.receptionist],
    ['the scheme practice it did not come from', people.schemeGp],
    ['a trainer', people.trainer],
    ['an administrator', people.administrator],
  ] as const) {
    it(`${who} sees nothing, in the same words as for a reference that does not exist`, async () => {
      const [real, invented] = await Promise.all([
        ask(person, 'referral.page', { ref }),
        ask(person, 'referral.page', { ref: 'REF-2027-0000000' }),
      ]);

      assert.ok(await isRefused(person, 'referral.page', { ref }));
      assert.ok(await isRefused(person, 'referral.status', { ref }));
      assert.deepEqual(real, invented);
    });
  }

  it('another practice’s manager has it in no list', async () => {
    assert.ok(!(await textOf(people.otherManager, 'referral.mine')).includes(ref));
    assert.ok((await textOf(people.manager, 'referral.mine')).includes(ref));
    assert.ok(await isRefused(people.receptionist, 'referral.mine'));
    assert.ok(await isRefused(people.manager, 'referral.list'));
    assert.ok(await isRefused(people.manager, 'referral.calls'));
  });

  it('a trainer sees first name, telephone, needs and risks of an own session, and nothing else', async () => {
    const asked = await house.desk.ask(people.trainer, {
      name: 'session.today',
      input: { date: start.slice(0, 10) },
    });

    assert.ok(asked.answered);
    const [session] = asked.answer.rows;
    assert.deepEqual(
      [session?.ref, session?.firstName, session?.phone, session?.knownRisks, session?.needs],
      [ref, 'Marguerite', '07700 900188', 'A large dog in the room.', ['Hearing', 'Teams: On a phone']],
    );
    const text = JSON.stringify(asked.answer);
    for (const other of ['Oldenshaw', nhsNumber, '1976', 'Three practices', 'Millbrook', 'Priya'])
      assert.ok(!text.includes(other), other);
  });

  it('a trainer sees and marks no session of another trainer, and has no schedule', async () => {
    const day = { date: start.slice(0, 10) };

    const other = await house.desk.ask(people.otherTrainer, { name: 'session.today', input: day });
    const marking = await give(people.otherTrainer, 'referral.markAttendance', {
      ref,
      session: 1,
      mark: 'ATTENDED',
    });

    assert.deepEqual(other.answered && other.answer.rows, []);
    assert.equal(!marking.done && marking.refusal.code, 'notAvailable');
    assert.ok(await isRefused(people.trainer, 'session.week'));
    assert.ok(await isRefused(people.trainer, 'referral.calls'));
  });

  it('only the coordinator calls, books, cancels, ends and records; only referrers refer', async () => {
    const steps: readonly (readonly [string, Record<string, unknown>])[] = [
      ['referral.logAttempt', { ref, outcome: 'NO_ANSWER' }],
      ['referral.close', { ref, how: 'WITHDRAWN', reason: 'I would like to.' }],
      ['referral.book', { ref, session: 1, ...life.slot(), reasons: anyDay }],
      ['referral.cancelSession', { ref, session: 1, by: 'PROVIDER' }],
      ['referral.recordAward', { ref, award: 'NO_AWARD', noAwardReason: 'DECLINED' }],
    ];
    for (const [name, input] of steps) {
      for (const who of [people.manager, people.trainer, people.officer, people.otherManager]) {
        const result = await give(who, name, input);
        assert.equal(!result.done && result.refusal.code, 'notAvailable', `${name} ${who.person}`);
      }
    }
    for (const who of [people.receptionist, people.coordinator, people.officer]) {
      const result = await give(who, 'referral.submit', aReferral());
      assert.equal(!result.done && result.refusal.code, 'notAvailable', who.person);
    }
  });

  it('R19 the practice that sent it may take it back, another may not', async () => {
    const sent = await fileReferral(house.desk);
    const withdrawal = { provider: 'steady-ground', ref: sent, reason: 'The patient is moving away.' };

    const other = await give(people.otherManager, 'referral.withdraw', withdrawal);
    const own = await give(people.gp, 'referral.withdraw', withdrawal);

    assert.equal(!other.done && other.refusal.code, 'notAvailable');
    assert.equal(own.done, true);
  });

  it('the scheme’s GP refers, finds the referral again, and sees what was sent', async () => {
    const sent = await fileReferral(house.desk, {}, people.schemeGp);

    assert.ok((await textOf(people.schemeGp, 'referral.mine')).includes(sent));
    assert.ok((await textOf(people.schemeGp, 'referral.page', { ref: sent })).includes('Maurice Tindall'));
    assert.ok(await isRefused(people.manager, 'referral.page', { ref: sent }));
  });

  it('a placement of another person, or none, is no ground (G2), and says so', async () => {
    const form = aReferral({ ground: 'G2', schemePlacement: 'PLC-2027-1234567' });

    const result = await give(people.schemeGp, 'referral.submit', form);

    assert.equal(!result.done && result.refusal.rule, 'G2');
  });

  it('the week shows who, when and with whom, and what can be done', async () => {
    const asked = await house.desk.ask(people.coordinator, {
      name: 'session.week',
      input: { date: start.slice(0, 10) },
    });

    assert.ok(asked.answered);
    const session = asked.answer.rows.find((row) => row.ref === ref);
    assert.deepEqual(
      [session?.trainerName, session?.startLocal, session?.time, session?.cancellable, session?.markable],
      ['Kezia Boateng', start, '10am to 1pm', true, false],
    );
    assert.equal(asked.answer.from, '2027-01-11');
    assert.equal(asked.answer.after, '2027-01-18');
  });

  it('trainers are those of the programme', async () => {
    const asked = await house.desk.ask(people.coordinator, { name: 'trainer.list', input: {} });

    assert.deepEqual(asked.answered && asked.answer.rows.map(({ name }) => name), [
      'Kezia Boateng',
      'Leon Adair',
    ]);
  });

  it('§2.7 the form comes prefilled with who refers, and with the grounds of the area', async () => {
    const asked = await house.desk.ask(people.manager, { name: 'referral.form', input: {} });

    assert.ok(asked.answered);
    const { provider, practice, referrerName, referrerPhone, missing, grounds } = asked.answer;
    assert.deepEqual(
      [provider, practice, referrerName, referrerPhone],
      ['steady-ground', 'Millbrook Surgery', 'Priya Shah', '020 7946 0101'],
    );
    assert.deepEqual(missing, []);
    assert.deepEqual(
      grounds.map(({ value }) => value),
      ['G1', 'G2', 'G3'],
    );
  });

  it('DESIGN §5 a booking waits for the store three times', async () => {
    const accepted = await life.accepted();
    const counted = countWaits();
    const desk = createDesk({ ...house.office, records: counted.around(house.office.records) });

    await must(desk, people.coordinator, 'referral.book', {
      ref: accepted,
      session: 1,
      ...life.slot(),
      second: life.slot(),
      reasons: anyDay,
    });

    assert.equal(counted.waits(), 3);
  });
});
