import assert from 'node:assert/strict';
import type { QuestionInput } from '../../../bot/contract/questions.ts';
import { questions } from '../../../bot/contract/questions.ts';
import { addSomebody, addWithRole } from '../../support/directory.ts';
import { openHouse, people, setTime, type House } from '../../support/house.ts';
import { done } from '../../support/panel.ts';

describe('what an administrator is shown', () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  const list = async (input: QuestionInput<'people.list'> = {}) => {
    const asked = await house.desk.ask(people.administrator, { name: 'people.list', input });
    assert(asked.answered);
    return questions['people.list'].answer.parse(asked.answer);
  };
  const pageOf = async (person: string) => {
    const asked = await house.desk.ask(people.administrator, { name: 'people.page', input: { person } });
    assert(asked.answered);
    assert.deepEqual(questions['people.page'].answer.parse(asked.answer), asked.answer);
    return asked.answer;
  };
  const administrator = (name: Parameters<typeof done>[2], input: Record<string, unknown>) =>
    done(house.desk, people.administrator, name, input);

  it('D8 everyone by name, page by page, each once, with the roles of today', async () => {
    const names: string[] = [];
    let after: string | undefined;
    do {
      const page = await list({ size: 5, ...(after ? { after } : {}) });
      names.push(...page.rows.map(({ name }) => name));
      after = page.next;
    } while (after);

    assert.equal(names.length, 19);
    assert.deepEqual(names, names.toSorted());
    const helen = (await list({ search: 'helen' })).rows[0];
    assert.deepEqual(helen?.roles, ['GP, Millbrook Surgery', 'GP member of the panel, Millbrook Surgery']);
  });

  it('a search finds any part of a name, whatever the accents and the case', async () => {
    await addSomebody(house.desk, 'Zoë O’Neill-Smith');

    for (const search of ['zoe', 'ONEILL', 'neill smith'])
      assert.deepEqual(
        (await list({ search })).rows.map(({ name, roles, note }) => [name, roles.length, note]),
        [['Zoë O’Neill-Smith', 0, 'No role today']],
      );
    assert.deepEqual((await list({ search: 'nobody like this' })).rows, []);
  });

  it('D8 a search reads a share of a large directory at a time and goes on from there', async () => {
    await addSomebody(house.desk, 'Yolanda Zest');
    let reads = 0;
    let after: string | undefined;
    const found: string[] = [];
    do {
      const page = await list({ search: 'zest', size: 1, ...(after ? { after } : {}) });
      reads += 1;
      found.push(...page.rows.map(({ name }) => name));
      after = page.next;
    } while (after);

    assert.deepEqual(found, ['Yolanda Zest']);
    assert.ok(reads > 1, `${reads}`);
  });

  it('a person’s roles now, to come and past, and who changed what, when and why', async () => {
    const robin = await addWithRole(house.desk);
    await administrator('people.grantRole', {
      ...robin,
      role: 'RTR',
      organisation: 'steady-ground',
      from: '2027-02-01',
      to: '2027-02-26',
    });
    await administrator('people.endRole', { ...robin, grant: 0, reason: 'Moved to the programme.' });

    const page = await pageOf(robin.person);

    assert.deepEqual(
      page.roles.map(({ grant, label, organisationName, areaName, when, days }) => [
        grant,
        label,
        organisationName,
        areaName,
        when,
        days,
      ]),
      [
        [
          0,
          'Practice staff',
          'Millbrook Surgery',
          'Brookshire',
          'past',
          'from Monday 11 January 2027, ended Monday 11 January 2027 at 10am',
        ],
        [
          1,
          'Programme trainer',
          'Steady Ground',
          'Brookshire',
          'coming',
          'from Monday 1 February 2027 to Friday 26 February 2027',
        ],
      ],
    );
    assert.deepEqual(
      page.history.map(({ what, who, text }) => [what, who, text]),
      [
        ['Role ended at once: Practice staff, Millbrook Surgery', 'Sam Tully', 'Moved to the programme.'],
        [
          'Role given: Programme trainer, Steady Ground, from Monday 1 February 2027 to Friday 26 February 2027',
          'Sam Tully',
          undefined,
        ],
        [
          'Role given: Practice staff, Millbrook Surgery, from Monday 11 January 2027',
          'Sam Tully',
          undefined,
        ],
        ['Added to the directory', 'Sam Tully', undefined],
      ],
    );
    setTime(house.clock, Temporal.Instant.from('2027-02-02T10:00:00Z'));
    assert.deepEqual(
      (await pageOf(robin.person)).roles.map(({ when }) => when),
      ['past', 'now'],
    );
  });

  it('cover is shown on both pages, and to the cover themselves', async () => {
    const cover = await addSomebody(house.desk, 'Kit Lane');
    await administrator('people.coverFor', {
      person: people.manager.person,
      grant: 0,
      by: cover.person,
      from: '2027-02-02',
      to: '2027-02-12',
    });

    const [covered, covering] = [await pageOf(people.manager.person), await pageOf(cover.person)];
    const me = await house.desk.ask(cover, { name: 'me', input: {} });

    assert.deepEqual((await list({ search: 'Kit Lane' })).rows[0]?.roles, [
      'Practice manager, Millbrook Surgery, covering',
    ]);
    assert.deepEqual(covered.roles[0]?.coveredBy, [
      { name: 'Kit Lane', days: 'from Tuesday 2 February 2027 to Friday 12 February 2027' },
    ]);
    assert.equal(covering.roles[0]?.coversFor, 'Priya Shah');
    assert.match(covered.history[0]?.what ?? '', /^Kit Lane covers: Practice manager, Millbrook Surgery/);
    assert.match(covering.history[0]?.what ?? '', /^Covers for Priya Shah: Practice manager/);
    assert(me.answered);
    assert.equal(me.answer.roles[0]?.coversFor, 'Priya Shah');
  });

  it('covering in a role one holds anyway is one role, not two', async () => {
    await administrator('people.coverFor', {
      person: people.colleague.person,
      grant: 0,
      by: people.receptionist.person,
      from: '2027-02-02',
      to: '2027-02-12',
    });

    const me = await house.desk.ask(people.receptionist, { name: 'me', input: {} });

    assert(me.answered);
    assert.equal(me.answer.roles.length, 1);
  });

  it('one who has left is shown as such; nobody is told as nobody', async () => {
    const robin = await addWithRole(house.desk, { name: 'Robin Leaver' });
    await administrator('people.leave', { ...robin });

    const gone = await house.desk.ask(people.administrator, {
      name: 'people.page',
      input: { person: 'nobody' },
    });

    assert.equal((await pageOf(robin.person)).left, true);
    assert.equal((await list({ search: 'Robin Leaver' })).rows[0]?.note, 'No role today');
    assert(!gone.answered);
    assert.equal(gone.refusal.field, 'person');
  });

  it('areas and organisations with their versions, and what forms choose from', async () => {
    await administrator('places.putArea', {
      area: 'brookshire',
      name: 'Brookshire and Vale',
      rehabProvider: 'steady-ground',
      version: 1,
    });

    const asked = await house.desk.ask(people.administrator, { name: 'places.list', input: { size: 3 } });
    const choices = await house.desk.ask(people.administrator, { name: 'places.choices', input: {} });

    assert(asked.answered && choices.answered);
    assert.deepEqual(questions['places.list'].answer.parse(asked.answer), asked.answer);
    assert.deepEqual(asked.answer.areas, [
      {
        area: 'brookshire',
        name: 'Brookshire and Vale',
        profile: 'national-2024@1',
        rehabProvider: 'steady-ground',
        rehabProviderName: 'Steady Ground',
        version: 2,
      },
    ]);
    assert.equal(asked.answer.rows.length, 3);
    assert.ok(asked.answer.next);
    assert.equal(choices.answer.organisations.length, 8);
  });
});
