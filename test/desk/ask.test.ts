import assert from 'node:assert/strict';
import { theSystem } from '../../bot/desk/caller.ts';
import type { AccessLine } from '../../bot/desk/ports.ts';
import { fileReport, newId, openHouse, people, setTime, type House, noting } from '../support/house.ts';

describe('desk.ask', () => {
  let house: House;
  let lines: AccessLine[];
  beforeEach(async () => {
    lines = [];
    house = await openHouse({ access: noting(async (line) => void lines.push(line)) });
    lines.length = 0;
  });
  afterEach(() => house.close());

  const page = (who: { person: string }, ref: string) =>
    house.desk.ask(who, { name: 'incident.page', input: { ref } });

  it('D15 a read of a patient page is in the access log before the answer leaves', async () => {
    const ref = await fileReport(house.desk, people.receptionist);

    const asked = await page(people.manager, ref);

    assert.equal(asked.answered, true);
    assert.deepEqual(
      lines.map(({ what, person, role, ref: read, key }) => ({ what, person, role, read, key })),
      [{ what: 'read', person: 'person-103', role: 'PPM', read: ref, key: 'area:brookshire|2027-01' }],
    );
  });

  it('I2 what comes next is said to the practice manager as her own step, to others as hers', async () => {
    const ref = await fileReport(house.desk, people.receptionist);

    const [manager, reporter, gp] = await Promise.all(
      [people.manager, people.receptionist, people.gp].map(async (who) => {
        const asked = await page(who, ref);
        return asked.answered ? asked.answer.status.next : '';
      }),
    );

    assert.equal(manager, 'It waits for you to look at it by Tuesday 12 January 2027 (tomorrow).');
    assert.equal(reporter, 'The practice manager will look at it by Tuesday 12 January 2027 (tomorrow).');
    assert.equal(gp, reporter);
  });

  it('D15 a card made for somebody is no reading by them', async () => {
    const ref = await fileReport(house.desk, people.receptionist);

    const asked = await house.desk.ask(people.manager, {
      name: 'incident.status',
      input: { ref },
      forDelivery: true,
    });

    assert.equal(asked.answered, true);
    assert.deepEqual(lines, []);
  });

  it('D15 a page asked for again and again is one line a minute, of one reader and one record', async () => {
    const [ref, other] = [
      await fileReport(house.desk, people.receptionist),
      await fileReport(house.desk, people.receptionist),
    ];
    const at = (time: string) => setTime(house.clock, Temporal.Instant.from(`2027-01-11T${time}Z`));
    lines.length = 0;

    at('11:00:05');
    await page(people.manager, ref);
    at('11:00:25');
    await page(people.manager, ref);
    await page(people.manager, other);
    await page(people.gp, ref);
    at('11:01:05');
    await page(people.manager, ref);

    const ids = lines.map(({ id }) => id);
    assert.equal(ids[0], ids[1]);
    assert.equal(new Set(ids).size, 4);
  });

  it('D15 no answer leaves when the access log cannot be written', async () => {
    const ref = await fileReport(house.desk, people.receptionist);
    const { createDesk } = await import('../../bot/desk/desk.ts');
    const desk = createDesk({ ...house.office, access: noting(() => Promise.reject(new Error('down'))) });

    await assert.rejects(desk.ask(people.manager, { name: 'incident.page', input: { ref } }), /down/);
  });

  it('§1.2 PRS s: a receptionist sees their own report and no colleague’s', async () => {
    const ref = await fileReport(house.desk, people.receptionist);

    const [own, colleague] = [await page(people.receptionist, ref), await page(people.colleague, ref)];

    assert.equal(own.answered, true);
    assert(!colleague.answered);
    assert.equal(colleague.refusal.code, 'notAvailable');
    assert.equal(lines.at(-1)?.what, 'refused');
  });

  it('§1.2 o: another practice is told the same about a record as about none', async () => {
    const ref = await fileReport(house.desk, people.receptionist);

    assert.deepEqual(
      await page(people.otherManager, ref),
      await page(people.otherManager, 'INC-2027-0000000'),
    );
  });

  it('§1.3 rule 7: names of staff and witnesses are for the practice, not for the commissioner', async () => {
    const ref = await fileReport(house.desk, people.receptionist, { witnesses: 'Ann Example' });

    const [manager, officer] = [await page(people.manager, ref), await page(people.officer, ref)];

    assert(manager.answered && officer.answered);
    assert.equal(
      manager.answer.people?.some((line) => line.value === 'Ann Example'),
      true,
    );
    assert.equal(officer.answer.people, undefined);
    assert.doesNotMatch(JSON.stringify(officer.answer), /Ann Example|Priya|Rosa/);
  });

  it('feedback reaches the reporter and the practice, not the commissioner', async () => {
    const ref = await fileReport(house.desk, people.receptionist);
    const step = (name: string, input: object) =>
      house.desk.perform(people.manager, { id: newId(), name, input: { ref, ...input } });
    await step('incident.takeIntoReview', {});
    await step('incident.close', { outcome: 'TALKED', feedback: 'We rang him and he said sorry.' });

    const [reporter, officer] = [await page(people.receptionist, ref), await page(people.officer, ref)];

    assert(reporter.answered && officer.answered);
    assert.equal(reporter.answer.status.feedback?.text, 'We rang him and he said sorry.');
    assert.doesNotMatch(JSON.stringify(officer.answer), /said sorry/);
  });

  it('a page offers only the steps its reader may take now', async () => {
    const ref = await fileReport(house.desk, people.receptionist);
    const steps = async (who: { person: string }) => {
      const asked = await page(who, ref);
      return asked.answered ? asked.answer.steps : [];
    };

    assert.deepEqual(await steps(people.receptionist), ['incident.addFacts']);
    assert.deepEqual(await steps(people.manager), [
      'incident.takeIntoReview',
      'incident.addFacts',
      'incident.link',
    ]);
    assert.deepEqual(await steps(people.officer), []);
  });

  it('every step a page offers is one its reader can carry out', async () => {
    const ref = await fileReport(house.desk, people.receptionist);
    const other = await fileReport(house.desk, people.receptionist);
    const inputs: Readonly<Record<string, object>> = {
      'incident.takeIntoReview': {},
      'incident.addFacts': { text: 'He came back at noon.' },
      'incident.link': { other },
    };
    const asked = await page(people.manager, ref);
    assert(asked.answered);

    for (const name of asked.answer.steps) {
      const result = await house.desk.perform(people.manager, {
        id: newId(),
        name,
        input: { ref, ...inputs[name] },
      });
      assert.equal(result.done, true, name);
    }
  });

  it('what is next is said to its reader: a promise to the reporter, a duty to the manager', async () => {
    const ref = await fileReport(house.desk, people.receptionist);
    await house.desk.perform(people.manager, {
      id: newId(),
      name: 'incident.takeIntoReview',
      input: { ref },
    });
    const next = async (who: { person: string }) => {
      const asked = await house.desk.ask(who, { name: 'incident.status', input: { ref } });
      return asked.answered ? asked.answer.next : '';
    };

    assert.match(
      await next(people.receptionist),
      /^You will be told what happened by Monday 18 January 2027/,
    );
    assert.match(await next(people.manager), /^Feedback to the reporter is due by Monday 18 January 2027/);
  });

  it('a list of a practice is for its managers; a receptionist lists their own', async () => {
    const list = (who: { person: string }, name: 'incident.list' | 'incident.mine') =>
      house.desk.ask(who, { name, input: {} });

    const [manager, receptionist, own] = [
      await list(people.manager, 'incident.list'),
      await list(people.receptionist, 'incident.list'),
      await list(people.receptionist, 'incident.mine'),
    ];

    assert(manager.answered && own.answered);
    assert.equal(manager.answer.rows.length, 2);
    assert.equal(own.answer.rows.length, 1);
    assert.equal(receptionist.answered, false);
  });

  it('lists come in pages, each record once', async () => {
    for (let count = 0; count < 7; count += 1) await fileReport(house.desk, people.receptionist);
    const refs: string[] = [];
    let after: string | undefined;
    do {
      const asked = await house.desk.ask(people.receptionist, {
        name: 'incident.mine',
        input: { size: 3, ...(after ? { after } : {}) },
      });
      assert(asked.answered);
      refs.push(...asked.answer.rows.map((row) => row.ref));
      after = asked.answer.next;
    } while (after);

    assert.equal(refs.length, 8);
    assert.equal(new Set(refs).size, 8);
  });

  it('an answer holds what the contract says and nothing beside it', async () => {
    const { questions } = await import('../../bot/contract/questions.ts');
    const ref = await fileReport(house.desk, people.receptionist);
    for (const name of ['me', 'incident.form', 'incident.mine', 'inbox.list'] as const) {
      const asked = await house.desk.ask(people.receptionist, { name, input: {} });
      assert(asked.answered, name);
      assert.deepEqual(questions[name].answer.parse(asked.answer), asked.answer);
    }
    const asked = await page(people.receptionist, ref);
    assert(asked.answered);
    assert.deepEqual(questions['incident.page'].answer.parse(asked.answer), asked.answer);
  });

  it('the administrator sees no incident by being administrator', async () => {
    const ref = await fileReport(house.desk, people.receptionist);

    const asked = await page(people.administrator, ref);
    const asSystem = await house.desk.ask(theSystem, { name: 'incident.page', input: { ref } });

    assert.equal(asked.answered, false);
    assert.equal(asSystem.answered, false);
  });

  it('a form is prefilled with the practice, its first site and the London time', async () => {
    setTime(house.clock, Temporal.Instant.from('2027-07-01T08:05:30Z'));

    const asked = await house.desk.ask(people.receptionist, { name: 'incident.form', input: {} });

    assert(asked.answered);
    assert.deepEqual(
      [asked.answer.practice, asked.answer.site, asked.answer.date, asked.answer.time],
      ['Millbrook Surgery', 'Millbrook Surgery, High Street', '2027-07-01', '09:05'],
    );
  });
});
