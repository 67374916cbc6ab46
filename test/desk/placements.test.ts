import assert from 'node:assert/strict';
import type { QuestionName } from '../../bot/contract/questions.ts';
import type { Person } from '../../bot/desk/caller.ts';
import { presentStateAt } from '../../bot/presentState.ts';
import { createDesk } from '../../bot/desk/desk.ts';
import type { HeadRow } from '../../bot/desk/rows.ts';
import { addPerson, newId, openHouse, people, type House } from '../support/house.ts';
import { aPlacement, carryOutEffects, g2, placed } from '../support/placements.ts';
import { must, nextNhsNumber } from '../support/referrals.ts';

const area = 'area:brookshire';

describe('a placement at the desk', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const give = (who: Person, name: string, input: unknown) =>
    house.desk.perform(who, { id: newId(), name, input });
  const refer = async (placement: Awaited<ReturnType<typeof placed>>, who: Person = people.schemeGp) =>
    (await must(house.desk, who, 'referral.submit', g2(placement))).ref ?? '';

  it('HS-17 two officers place one person at once: one placement, the other is told', async () => {
    const nhsNumber = nextNhsNumber();
    const other = await addPerson(house.desk, 'person-311', [
      { role: 'CPT', organisation: 'brookshire-icb' },
    ]);
    const open = (who: Person) =>
      createDesk(house.office).perform(who, {
        id: newId(),
        name: 'placement.open',
        input: aPlacement({ nhsNumber }),
      });

    const results = await Promise.all([open(people.officer), open(other)]);

    const refusals = results.flatMap((result) => (result.done ? [] : [result.refusal]));
    assert.deepEqual(
      refusals.map(({ code, rule }) => [code, rule]),
      [['refused', 'HS-17']],
    );
  });

  it('HS-17 the same person by name and date of birth is noticed, though the number is left out', async () => {
    const { form } = await placed(house.desk);

    const again = await give(people.officer, 'placement.open', {
      ...form,
      nhsNumber: undefined,
      nhsNumberUnknown: 'The old practice does not answer.',
    });

    assert.equal(!again.done && again.refusal.rule, 'HS-17');
  });

  it('DL-25 is the scheme practice’s deadline, and stands in its list', async () => {
    const { ref } = await placed(house.desk);
    const due = async (who: Person) => {
      const asked = await house.desk.ask(who, { name: 'deadline.list', input: { size: 100 } });
      assert.ok(asked.answered);
      return asked.answer.rows.filter((row) => row.ref === ref).map(({ deadline }) => deadline.rule);
    };

    assert.deepEqual(await due(people.schemeGp), ['DL-25']);
    assert.deepEqual(await due(people.officer), []);
  });

  it('the scheme practice is told, GP and administrator, by the reference alone', async () => {
    const administrator = await addPerson(house.desk, 'person-502', [
      { role: 'SAD', organisation: 'crossfield' },
    ]);
    const { ref } = await placed(house.desk);
    const due = await house.desk.backroom.outboxDue(area);

    for (const { row } of due) if (row.topic === 'notice') await house.desk.backroom.fileNotice(row);

    for (const who of [people.schemeGp, administrator]) {
      const asked = await house.desk.ask(who, { name: 'inbox.list', input: {} });
      assert.ok(asked.answered);
      const told = asked.answer.rows.filter((row) => row.ref === ref).map(({ text }) => text);
      assert.deepEqual(told, [`A new placement waits for you: ${ref}.`]);
    }
  });

  it('D10 a card of its notice shows the present state to the scheme practice, and none to others', async () => {
    const { ref } = await placed(house.desk);
    const presentState = presentStateAt(house.desk);

    const [own, other] = [
      await presentState(ref, people.schemeGp.person),
      await presentState(ref, people.manager.person),
    ];

    assert.deepEqual([own?.state, own?.label], ['PROVISIONAL', 'On the scheme, to be reviewed']);
    assert.ok(own?.identifiers.includes('Desmond'));
    assert.equal(other, undefined);
  });

  it('G2 a practice that has nothing to do with the placement is answered as if there were none', async () => {
    const placement = await placed(house.desk);

    const [real, invented] = await Promise.all(
      [placement, { ...placement, ref: 'PLC-2027-0000000' }].map((each) =>
        give(people.manager, 'referral.submit', g2(each)),
      ),
    );

    assert.equal(!real?.done && real?.refusal.rule, 'G2');
    assert.deepEqual(real, invented);
  });

  it('§2.7 the form comes filled in from the placement, for the scheme practice alone', async () => {
    const { ref, form } = await placed(house.desk);
    const formFor = (who: Person) =>
      house.desk.ask(who, { name: 'referral.form', input: { placement: ref.toLowerCase() } });

    const [own, other] = [await formFor(people.schemeGp), await formFor(people.manager)];

    assert.ok(own.answered);
    const { patientFirstName, patientLastName, dob, nhsNumber, patientPhone } = form;
    assert.deepEqual(own.answer.filled, {
      ground: 'G2',
      schemePlacement: ref,
      patientFirstName,
      patientLastName,
      dob,
      nhsNumber,
      patientPhone,
    });
    assert.ok(own.identifiers.includes(patientLastName));
    assert.equal(!other.answered && other.refusal.code, 'notAvailable');
  });

  it('§1.2 the programme reads of a placement on its caseload that there is one, and nothing else', async () => {
    const placement = await placed(house.desk);
    const referral = await refer(placement);
    const ask = (name: QuestionName, ref: string) =>
      house.desk.askAnything(people.coordinator, { name, input: { ref } });
    const before = await ask('placement.status', placement.ref);
    await carryOutEffects(house.desk);

    const [status, page, referralPage] = await Promise.all([
      ask('placement.status', placement.ref),
      ask('placement.page', placement.ref),
      ask('referral.page', referral),
    ]);

    assert.equal(before.answered, false);
    assert.deepEqual(status.answered && status.answer, { ref: placement.ref, onScheme: true });
    assert.equal(page.answered, false);
    assert.ok(referralPage.answered);
    const text = JSON.stringify(referralPage.answer);
    for (const hidden of ['PLC-', placement.form.evidence, '1979']) assert.ok(!text.includes(hidden), hidden);
    assert.match(text, /On the scheme/);
  });

  it('§1.2 the removing practice reads "removed / scheme decision", and the Accountable Officer a status line', async () => {
    const { ref } = await placed(house.desk);
    const stored = await house.store.records.read(area, ref, 'head');
    assert.ok(stored);
    // A placement that came of a practice's removal request, as M6 will make it.
    const row: HeadRow = { ...stored.row, organisation: 'Z99001' };
    await house.store.records.commit(area, [{ op: 'replace', row, etag: stored.etag }]);
    const accountable = await addPerson(house.desk, 'person-778', [
      { role: 'AOF', organisation: 'brookshire-icb' },
    ]);
    const statusFor = async (who: Person) => {
      const asked = await house.desk.ask(who, { name: 'placement.status', input: { ref } });
      return asked.answered && asked.answer;
    };
    const line = {
      ref,
      standing: {
        state: 'PROVISIONAL',
        stateLabel: 'On the scheme, to be reviewed',
        entered: 'Monday 11 January 2027',
        version: 1,
      },
    };

    assert.deepEqual(await statusFor(people.manager), {
      ref,
      decision: 'Removed. The panel has not decided yet.',
    });
    assert.deepEqual(await statusFor(people.gp), line);
    assert.deepEqual(await statusFor(accountable), line);
    assert.equal(await statusFor(people.otherManager), false);
    for (const who of [people.manager, people.gp, accountable]) {
      const asked = await house.desk.ask(who, { name: 'placement.page', input: { ref } });
      assert.equal(asked.answered, false);
    }
  });
});
