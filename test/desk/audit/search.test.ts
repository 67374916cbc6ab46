import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QuestionInput } from '../../../bot/contract/questions.ts';
import { actWords } from '../../../bot/desk/audit/words.ts';
import { theSystem, type Person } from '../../../bot/desk/caller.ts';
import { openBooks, threeJourneys, type Books } from '../../support/books.ts';
import { addPerson, fileReport, newId, people } from '../../support/house.ts';
import { fileReferral, must } from '../../support/referrals.ts';

type Input = QuestionInput<'audit.search'>;
describe('§8 the audit, searched', () => {
  let books: Books;
  let incident: string;
  let referral: string;
  beforeEach(async () => {
    books = await openBooks();
    ({ incident, referral } = await threeJourneys(books));
  });
  afterEach(() => books.close());

  const asked = (input: Input, who: Person = people.auditor) =>
    books.house.desk.ask(who, { name: 'audit.search', input });
  const search = async (input: Input, who?: Person) => {
    const answer = await asked(input, who);
    assert(answer.answered, answer.answered ? '' : answer.refusal.message);
    return answer.answer;
  };
  const refusedWith = async (input: Input, who?: Person) => {
    const answer = await asked(input, who);
    assert(!answer.answered);
    return answer.refusal;
  };

  it('says who did what to a record, under which role, when in London, by which door', async () => {
    const { rows } = await search({ ref: incident, kind: 'act' });

    assert.deepEqual(
      rows.map(({ who, role, organisation, what, at, door }) => [who, role, organisation, what, at, door]),
      [
        [
          'Priya Shah',
          'Practice manager',
          'Millbrook Surgery',
          'Closed a report with feedback',
          'Tuesday 12 January 2027 at 9am',
          'Tab',
        ],
        [
          'Priya Shah',
          'Practice manager',
          'Millbrook Surgery',
          'Took a report into review',
          'Monday 11 January 2027 at 10am',
          'Tab',
        ],
        [
          'Rosa Bell',
          'Practice staff',
          'Millbrook Surgery',
          'Reported an incident',
          'Monday 11 January 2027 at 10am',
          'Tab',
        ],
      ],
    );
    assert.ok(rows.every(({ refs, request }) => refs?.[0] === incident && request.length > 8));
  });

  it('shows reads and refusals of a record beside its acts, newest first', async () => {
    const { rows, next } = await search({ ref: incident });

    assert.equal(next, undefined);
    assert.deepEqual(
      rows.map(({ kind, who }) => [kind, who]),
      [
        ['refusal', 'Grace Lindqvist'],
        ['read', 'Daniel Reyes'],
        ['act', 'Priya Shah'],
        ['read', 'Priya Shah'],
        ['act', 'Priya Shah'],
        ['act', 'Rosa Bell'],
      ],
    );
    assert.match(rows[0]?.rule ?? '', /^incident:R$/);
  });

  it('finds a record in a list that was read', async () => {
    await books.house.desk.ask(people.coordinator, { name: 'referral.list', input: {} });

    const { rows } = await search({ ref: referral, kind: 'read', from: '2027-01-12' });

    assert.equal(rows.length, 1);
    assert.ok(rows[0]?.refs?.includes(referral));
    assert.equal(rows[0]?.who, 'Owen Price');
  });

  it('shows the history that a provider keeps of the area’s own people, and of no other area’s', async () => {
    const { desk } = books.house;
    await desk.perform(theSystem, {
      id: newId(),
      name: 'directory.putArea',
      input: {
        area: 'elsewhere',
        name: 'Elsewhere',
        profile: 'national-2024@1',
        rehabProvider: 'steady-ground',
      },
    });
    const there = await addPerson(desk, 'person-of-elsewhere', [
      { role: 'PPM', organisation: 'Z99002', area: 'elsewhere' },
    ]);
    const auditorThere = await addPerson(desk, 'auditor-of-elsewhere', [
      { role: 'IGO', organisation: 'brookshire-icb', area: 'elsewhere' },
    ]);
    const theirs = await fileReferral(desk, {}, there);

    const [ours, own] = [
      await search({ kind: 'act', size: 100 }),
      await search({ kind: 'act' }, auditorThere),
    ];

    const seen = ours.rows.flatMap(({ refs }) => refs ?? []);
    assert.ok(seen.includes(referral) && !seen.includes(theirs));
    assert.deepEqual(
      own.rows.flatMap(({ refs }) => refs ?? []),
      [theirs],
    );
    assert.deepEqual((await search({ ref: theirs })).rows, []);
  });

  it('§1.2 holds no narrative and nothing else a record says, but the reasons that were given', async () => {
    const reason = 'The patient has asked to stop.';
    await must(books.house.desk, people.manager, 'referral.withdraw', {
      provider: 'steady-ground',
      ref: referral,
      reason,
    });

    const { rows } = await search({ size: 100 });

    assert.equal(rows.find(({ what }) => what === 'Took a referral back')?.reason, reason);
    assert.doesNotMatch(JSON.stringify(rows), /Tindall|shouted|We talked|FOR|AGAINST|07700/);
  });

  it('searches by person, by kind and by period', async () => {
    const ofPriya = await search({ person: ' priya  SHAH ' });
    const refusals = await search({ kind: 'refusal' });
    const tuesday = await search({ from: '2027-01-12', until: '2027-01-12' });

    assert.ok(ofPriya.rows.length >= 3 && ofPriya.rows.every(({ who }) => who === 'Priya Shah'));
    assert.deepEqual(
      refusals.rows.map(({ who, kind }) => [who, kind]),
      [['Grace Lindqvist', 'refusal']],
    );
    assert.ok(tuesday.rows.every(({ at }) => at.startsWith('Tuesday 12 January 2027')));
    assert.equal(tuesday.rows.filter(({ kind }) => kind === 'act').length, 1);
  });

  it('D8 page by page shows every line once, whatever the size of a page', async () => {
    const whole = await search({ size: 100, from: '2026-12-01' });
    for (const size of [1, 7]) {
      const rows: string[] = [];
      let after: string | undefined;
      do {
        const input = { size, from: '2026-12-01', kind: 'act' as const, ...(after ? { after } : {}) };
        const page = await search(input);
        rows.push(...page.rows.map(({ id }) => id));
        after = page.next;
      } while (after);
      const acts = whole.rows.filter(({ kind }) => kind === 'act').map(({ id }) => id);
      assert.deepEqual(rows.slice(0, acts.length), acts);
      assert.equal(new Set(rows).size, rows.length);
    }
  });

  it('goes through the months of the access log', async () => {
    books.at('2027-03-02T09:00:00Z');
    await books.house.desk.ask(people.officer, { name: 'incident.page', input: { ref: incident } });

    const { rows } = await search({ ref: incident, kind: 'read', from: '2027-01-01' });

    assert.deepEqual(
      rows.map(({ at }) => at.split(' ')[2]),
      ['March', 'January', 'January'],
    );
  });

  it('is itself in the access log, with what was looked for', async () => {
    await search({ ref: incident, person: 'Rosa Bell', kind: 'act' });
    const { rows } = await search({ kind: 'read', person: 'Nadia Karim' });

    assert.equal(rows.length, 1);
    assert.equal(rows[0]?.what, 'A search of the audit');
    assert.deepEqual(rows[0]?.refs, [incident]);
    const lines = await books.raw('access').all('area:brookshire|2027-01');
    const searched = lines.filter(({ name }) => name === 'audit.search').map((line) => line['ref']);
    assert.ok(searched.includes(`${incident} audit 2026-12-13..2027-01-12 person-101 act`));
  });

  it('says up to when it is sealed', async () => {
    const before = await search({});
    books.at('2027-01-14T09:00:00Z');
    await books.seal();
    const after = await search({});

    assert.equal(before.sealedUpTo, undefined);
    assert.equal(after.sealedUpTo, 'Wednesday 13 January 2027');
  });

  const wrong: Record<string, [Input, string, RegExp]> = {
    'a mistyped reference (D21)': [{ ref: 'INC-2027-4839271' }, 'ref', /^This is no reference/],
    'a name nobody has': [{ person: 'Nobody Atall' }, 'person', /^Nobody of this name/],
    'a day that is none': [{ from: '2027-02-31' }, 'from', /^There is no such day/],
    'a last day that is none': [{ until: '2027-02-31' }, 'until', /^There is no such day/],
    'days the wrong way round': [{ from: '2027-01-11', until: '2027-01-10' }, 'until', /before the first/],
    'more than a year': [{ from: '2025-01-11', until: '2027-01-10' }, 'from', /a year at a time/],
    'a page of another list': [{ after: 'nonsense' }, 'after', /not a page of this list/],
  };
  for (const [what, [input, field, message]] of Object.entries(wrong)) {
    it(`says what is wrong with ${what}`, async () => {
      const refusal = await refusedWith(input);

      assert.equal(refusal.field, field);
      assert.match(refusal.message, message);
    });
  }

  it('§1.2 SYS: the technical side alone, without person, organisation, record or reason', async () => {
    const { rows } = await search({ size: 100 }, people.administrator);

    assert.ok(rows.length > 10);
    for (const row of rows) {
      assert.deepEqual(
        Object.keys(row).filter(
          (key) => !['id', 'kind', 'at', 'role', 'what', 'door', 'request', 'rule'].includes(key),
        ),
        [],
      );
    }
    assert.doesNotMatch(JSON.stringify(rows), /INC-|REF-|MTG-|ITM-|person-|Z99|Priya|Rosa/);
    assert.equal((await refusedWith({ ref: incident }, people.administrator)).field, 'ref');
    assert.equal((await refusedWith({ person: 'Rosa Bell' }, people.administrator)).field, 'person');
  });

  for (const who of [
    'receptionist',
    'manager',
    'gp',
    'officer',
    'accountable',
    'coordinator',
    'trainer',
  ] as const) {
    it(`§1.2 is for no ${who}`, async () => {
      const refusal = await refusedWith({}, people[who]);
      const fetched = await books.house.desk.file(people[who], { name: 'audit.export', input: {} });

      assert.equal(refusal.code, 'notAvailable');
      assert(!fetched.made);
      assert.equal(fetched.refusal.code, 'notAvailable');
    });
  }

  it('has words for every line a rule writes', () => {
    const domain = join(import.meta.dirname, '..', '..', '..', 'bot', 'domain');
    const written = readdirSync(domain, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(join(domain, file), 'utf8').matchAll(
          /(?:action: (?:last \? )?|ended\()'([a-z]+\.[A-Za-z]+)'/g,
        ),
      ])
      .map((match) => match[1] ?? '');

    assert.ok(written.length > 20);
    for (const action of written) assert.ok(Object.hasOwn(actWords, action), action);
  });

  it('§8 a record made in the tab and one made in chat say so', async () => {
    await fileReport(
      books.house.desk,
      { ...people.receptionist, from: 'chat' },
      { incidentDate: '2027-01-12', incidentTime: '08:00' },
    );

    const { rows } = await search({ kind: 'act', from: '2027-01-12' });

    assert.equal(rows[0]?.door, 'Chat');
  });
});
