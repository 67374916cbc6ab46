import assert from 'node:assert/strict';
import type { Person } from '../../bot/desk/caller.ts';
import type { AccessLine } from '../../bot/desk/ports.ts';
import { noticeTemplates, noticeWords } from '../../bot/desk/noticeWords.ts';
import { claimsOf } from '../../bot/domain/rehab/change.ts';
import { asReferral } from '../../bot/desk/commands/referral.ts';
import { dateLabel } from '../../bot/domain/time/labels.ts';
import { londonDate } from '../../bot/domain/time/london.ts';
import { newId, openHouse, people, setTime, type House, noting } from '../support/house.ts';
import {
  aReferral,
  anyDay,
  fileReferral,
  lifeOfReferrals,
  must,
  nextNhsNumber,
} from '../support/referrals.ts';

const scope = 'org:steady-ground';

describe('referrals at the desk', () => {
  let house: House;
  let life: ReturnType<typeof lifeOfReferrals>;
  beforeEach(async () => {
    house = await openHouse();
    life = lifeOfReferrals(house);
  });
  afterEach(() => house.close());

  const give = (who: Person, name: string, input: unknown) =>
    house.desk.perform(who, { id: newId(), name, input });
  const headOf = async (ref: string) => {
    const stored = await house.store.records.read(scope, ref, 'head');
    assert(stored);
    return asReferral(stored.row);
  };
  const claimed = async (id: string) => (await house.store.records.read(scope, id, 'claim')) !== undefined;

  describe('races', () => {
    it('HS-09 two referrals of one person at once: one is taken, the other told why', async () => {
      const nhsNumber = nextNhsNumber();
      const [one, other] = await Promise.all([
        give(people.manager, 'referral.submit', aReferral({ nhsNumber })),
        give(people.otherManager, 'referral.submit', aReferral({ nhsNumber, patientFirstName: 'Morris' })),
      ]);

      const refused = [one, other].flatMap((result) => (result.done ? [] : [result.refusal]));
      assert.deepEqual(
        refused.map(({ code, rule }) => [code, rule]),
        [['refused', 'HS-09']],
      );
    });

    it('HS-09 names the open referral to the practice that sent it, and to no other', async () => {
      const nhsNumber = nextNhsNumber();
      const ref = await fileReferral(house.desk, { nhsNumber });

      const own = await give(people.gp, 'referral.submit', aReferral({ nhsNumber }));
      const other = await give(people.otherManager, 'referral.submit', aReferral({ nhsNumber }));

      assert.ok(!own.done && !other.done);
      assert.equal(own.refusal.rule, 'HS-09');
      assert.match(
        own.refusal.message,
        new RegExp(`^Your practice already has an open referral .*: ${ref}\\.`),
      );
      assert.doesNotMatch(JSON.stringify(other.refusal), /REF-|Your practice/);
    });

    it('HS-09 once the first has ended the person can be referred again', async () => {
      const nhsNumber = nextNhsNumber();
      const ref = await fileReferral(house.desk, { nhsNumber });
      const meanwhile = await give(people.manager, 'referral.submit', aReferral({ nhsNumber }));
      await must(house.desk, people.coordinator, 'referral.logAttempt', { ref, outcome: 'SPOKE_DECLINED' });

      const again = await give(people.manager, 'referral.submit', aReferral({ nhsNumber }));

      assert.equal(meanwhile.done, false);
      assert.equal(again.done, true);
    });

    it('HS-09 is noticed by name and date of birth too, where one referral gave no number', async () => {
      const dob = '1980-04-03';
      await fileReferral(house.desk, { dob });

      const other = await give(
        people.otherManager,
        'referral.submit',
        aReferral({ nhsNumber: undefined, dob, patientFirstName: 'MAURICE' }),
      );

      assert.equal(!other.done && other.refusal.rule, 'HS-09');
    });

    it('§4.6 the last free time of a trainer, booked by two coordinators at once: one gets it', async () => {
      const [one, other] = [await life.accepted(), await life.accepted()];
      const booking = { session: 1, trainer: people.trainer.person, reasons: anyDay };

      const results = await Promise.all([
        give(people.coordinator, 'referral.book', { ...booking, ref: one, start: '2027-02-02T10:00' }),
        // It overlaps by a single quarter of an hour.
        give(people.coordinator, 'referral.book', { ...booking, ref: other, start: '2027-02-02T12:45' }),
      ]);

      const refused = results.flatMap((result) => (result.done ? [] : [result.refusal]));
      assert.deepEqual(
        refused.map(({ code, rule }) => [code, rule]),
        [['refused', '§4.6']],
      );
      const heads = await Promise.all([headOf(one), headOf(other)]);
      assert.deepEqual(heads.map(({ state }) => state).toSorted(), ['ACCEPTED', 'S1_BOOKED']);
    });

    it('§4.6 many bookings, moves and cancellations at once: no trainer twice, no claim too many', async () => {
      const refs = await Promise.all(Array.from({ length: 6 }, () => life.accepted()));
      const starts = ['2027-02-02T09:00', '2027-02-02T10:30', '2027-02-02T13:00'];
      const work = Array.from({ length: 60 }, (_, index) => {
        const ref = refs[index % refs.length] ?? '';
        const start = starts[(index * 7) % starts.length];
        const trainer = (index % 5 === 0 ? people.otherTrainer : people.trainer).person;
        return index % 4 === 3
          ? give(people.coordinator, 'referral.cancelSession', { ref, session: 1, by: 'PROVIDER' })
          : give(people.coordinator, 'referral.book', { ref, session: 1, trainer, start, reasons: anyDay });
      });

      const results = await Promise.all(work);

      const heads = await Promise.all(refs.map(headOf));
      const needed = heads.flatMap(claimsOf).map(({ id }) => id);
      assert.equal(new Set(needed).size, needed.length);
      for (const id of needed) assert.ok(await claimed(id), id);
      for (const trainer of [people.trainer, people.otherTrainer]) {
        for (let quarter = 0; quarter < 44; quarter += 1) {
          const moment = Temporal.Instant.from('2027-02-02T08:00:00Z').add({ minutes: quarter * 15 });
          const id = `diary:${trainer.person}:${moment.toString()}`;
          assert.equal(await claimed(id), needed.includes(id), id);
        }
      }
      for (const result of results) {
        if (!result.done)
          assert.ok(['refused', 'stale'].includes(result.refusal.code), result.refusal.message);
      }
    });

    it('two who mark one session at once: one does, the other is shown where it stands', async () => {
      const { ref, start } = await life.booked();
      life.after(start);
      const marking = { ref, session: 1, mark: 'ATTENDED' };

      const results = await Promise.all([
        give(people.trainer, 'referral.markAttendance', marking),
        give(people.coordinator, 'referral.markAttendance', { ...marking, mark: 'DNA' }),
      ]);

      assert.equal(results.filter(({ done }) => done).length, 1);
      assert.equal((await headOf(ref)).version, 4);
    });
  });

  it('from referral to award: every list, every notice, every deadline', async () => {
    const ref = await life.bothDone();
    const awardedOn = londonDate(house.clock.now());
    await must(house.desk, people.coordinator, 'referral.recordAward', {
      ref,
      award: 'AWARDED',
      awardedOn: awardedOn.toString(),
      certificate: 'SG-0200',
    });

    const rows = await house.desk.backroom.outboxDue(scope);
    const sent = rows.filter(({ row }) => row.payload['ref'] === ref && row.topic === 'notice');
    const templates = sent.map(({ row }) => String(row.payload['template']));
    assert.deepEqual(templates.toSorted(), [
      'referral.awardDue',
      'referral.bothAttended',
      'referral.new',
      'referral.outcome',
      'session.booked',
      'session.booked',
    ]);
    for (const template of templates)
      assert.ok(noticeTemplates.includes(template), noticeWords(template, ref));
    const status = await house.desk.ask(people.manager, { name: 'referral.status', input: { ref } });
    assert.ok(status.answered);
    assert.equal(status.answer.outcome?.sessionsAttended, 2);
    assert.equal(status.answer.outcome?.award, `Award made on ${dateLabel(awardedOn)}`);
    const list = await house.store.records.list(scope, 'deadlinesOfRecord', { ref });
    assert.deepEqual(
      list.rows.map(({ row }) => [row.rule, row.open, row.organisation]),
      ['DL-19', 'DL-21', 'DL-22', 'DL-24'].map((rule) => [rule, false, 'steady-ground']),
    );
  });

  it('§1.2 a trainer who holds the other session of the patient cannot mark this one, and the try is logged', async () => {
    const lines: AccessLine[] = [];
    const watched = await openHouse({ access: noting(async (line) => void lines.push(line)) });
    const ref = await lifeOfReferrals(watched).accepted();
    await must(watched.desk, people.coordinator, 'referral.book', {
      ref,
      session: 1,
      trainer: people.trainer.person,
      start: '2027-01-19T10:00',
      second: { trainer: people.otherTrainer.person, start: '2027-01-26T10:00' },
    });
    setTime(watched.clock, Temporal.Instant.from('2027-01-26T13:00:00Z'));
    await must(watched.desk, people.trainer, 'referral.markAttendance', {
      ref,
      session: 1,
      mark: 'ATTENDED',
    });
    const name = 'referral.markAttendance';

    const result = await watched.desk.perform(people.trainer, {
      id: newId(),
      name,
      input: { ref, session: 2, mark: 'ATTENDED' },
    });

    watched.close();
    assert.equal(!result.done && result.refusal.code, 'notAvailable');
    assert.deepEqual(
      lines.map((line) => [line.what, line.name, line.person]),
      [['refused', name, people.trainer.person]],
    );
  });

  it('D17 the provider’s outbox is worked off too, once however many areas it serves', async () => {
    const scopes = await house.desk.backroom.scopes();

    assert.deepEqual(scopes.toSorted(), ['area:brookshire', 'directory', scope]);
  });

  it('D15 a list that names patients is a line of the access log, with the references it showed', async () => {
    const lines: AccessLine[] = [];
    const watched = await openHouse({ access: noting(async (line) => void lines.push(line)) });
    const { ref, start } = await lifeOfReferrals(watched).booked();
    const date = start.slice(0, 'yyyy-mm-dd'.length);

    await watched.desk.ask(people.coordinator, { name: 'session.week', input: { date } });
    await watched.desk.ask(people.trainer, { name: 'session.today', input: { date } });
    await watched.desk.ask(people.otherTrainer, { name: 'session.today', input: { date } });

    watched.close();
    assert.deepEqual(
      lines.map((line) => [line.what, line.name, line.person, line.ref?.includes(ref)]),
      [
        ['read', 'session.week', people.coordinator.person, true],
        ['read', 'session.today', people.trainer.person, true],
      ],
    );
  });

  it('DL-19 is on the coordinator’s list of what is due, from the provider’s scope', async () => {
    const ref = await fileReferral(house.desk);

    const asked = await house.desk.ask(people.coordinator, { name: 'deadline.list', input: {} });

    assert.ok(asked.answered);
    const due = asked.answer.rows.find((row) => row.ref === ref);
    assert.equal(due?.deadline.rule, 'DL-19');
  });

  it('the call list is in the order the calls are due', async () => {
    const late = await fileReferral(house.desk);
    setTime(house.clock, Temporal.Instant.from('2027-01-12T10:00:00Z'));
    const next = await fileReferral(house.desk);
    await must(house.desk, people.coordinator, 'referral.logAttempt', {
      ref: late,
      outcome: 'SPOKE_CALL_BACK',
      callBackOn: '2027-01-20',
    });

    const asked = await house.desk.ask(people.coordinator, { name: 'referral.calls', input: {} });

    assert.ok(asked.answered);
    const refs = asked.answer.rows.map(({ ref }) => ref).filter((ref) => [late, next].includes(ref));
    assert.deepEqual(refs, [next, late]);
    const row = asked.answer.rows.find(({ ref }) => ref === late);
    assert.match(row?.last ?? '', /ring again/i);
    assert.equal(row?.calls, 1);
  });
});
