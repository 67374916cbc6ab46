import assert from 'node:assert/strict';
import { importSample } from '../../../bot/contract/peopleImport.ts';
import { checkImport, type KnownDirectory } from '../../../bot/domain/people/checkImport.ts';
import type { Place } from '../../../bot/domain/people/grantRole.ts';
import type { PersonHead } from '../../../bot/domain/people/person.ts';
import { readImport } from '../../../bot/domain/people/readImport.ts';
import { startImport } from '../../../bot/domain/people/runImport.ts';
import { changesOf, refusalOf } from '../incident/facts.ts';
import { asAdministrator, held, millbrook, personWith, sam, steadyGround, theOperator } from './directory.ts';

const robin = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const alex = '6ba7b810-9dad-41d1-80b4-00c04fd430c8';
const heading = 'type,name,sign-in id,role,organisation,area,from,to,phone,email,sites';
const places: readonly Place[] = [millbrook, steadyGround, theOperator];

const directory = (people: readonly PersonHead[] = []): KnownDirectory => ({
  organisation: (id) => places.find(({ organisation }) => organisation === id),
  isArea: (area) => area === 'brookshire',
  person: (person) => people.find(({ body }) => body.person === person),
});
/** Plain cells only: how a text is taken apart is tested beside the parser. */
const rowsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line, index) => ({ line: index + 1, cells: line.split(',').map((cell) => cell.trim()) }));

function check(text: string, people: readonly PersonHead[] = []) {
  const read = readImport(rowsOf(text));
  assert('drafts' in read, 'problem' in read ? read.problem : '');
  return checkImport(read.drafts, directory(people), asAdministrator());
}
const checkRows = (...rows: string[]) => check([heading, ...rows].join('\n'));
/** The problems of a list of rows, as row and column. */
const problemsIn = (...rows: string[]) =>
  checkRows(...rows).rows.flatMap(({ line, problems }) => problems.map(({ column }) => `${line} ${column}`));
describe('an import of practices and staff', () => {
  it('the sample is right: what will happen, row by row', () => {
    const { rows, steps } = check(importSample);

    assert.deepEqual(
      rows.map(({ line, what, problems, notes }) => [line, what, problems.length, notes.length]),
      [
        [2, 'Practice Mill Lane Practice is added.', 0, 0],
        [
          3,
          'Robin Vale is added: Practice manager at Mill Lane Practice, from Monday 11 January 2027.',
          0,
          0,
        ],
        [
          4,
          'Alex Moor is added: Practice staff at Mill Lane Practice, from Monday 11 January 2027 to Tuesday 31 December 2030.',
          0,
          0,
        ],
      ],
    );
    assert.deepEqual(
      steps.map(({ lines, practice, person }) => [lines, practice?.organisation, person?.roles]),
      [
        [[2], 'Z99003', undefined],
        [[3], undefined, [{ role: 'PPM', organisation: 'Z99003', area: 'brookshire', from: '2027-01-11' }]],
        [
          [4],
          undefined,
          [{ role: 'PRS', organisation: 'Z99003', area: 'brookshire', from: '2027-01-11', to: '2030-12-31' }],
        ],
      ],
    );
  });

  it('practices come before staff, wherever they stand in the list', () => {
    const [first, second, third, fourth] = importSample.trim().split('\n');

    const { rows, steps } = check([first, third, fourth, second].join('\n'));

    assert.deepEqual(
      rows.flatMap(({ problems }) => problems),
      [],
    );
    assert.deepEqual(
      steps.map(({ lines }) => lines[0]),
      [4, 2, 3],
    );
  });

  it('the columns may stand in any order and case, and those that are not needed be left out', () => {
    const { rows } = check(`Organisation,ROLE,Type,Sign-in id,Name\nz99001,gp,Staff,${robin},Robin Vale`);

    assert.equal(rows[0]?.what, 'Robin Vale is added: GP at Millbrook Surgery, from Monday 11 January 2027.');
  });

  it('§1.1 several roles of one person are given together', () => {
    const { rows, steps } = checkRows(
      `staff,Robin Vale,${robin},PGP,Z99001,,,,,,`,
      `staff,Robin Vale,${robin.toUpperCase()},PGR,Z99001,,,,,,`,
      `staff,Robin Vale,${robin},RTR,Steady-Ground,,,,,,`,
    );

    assert.deepEqual(
      rows.flatMap(({ problems }) => problems),
      [],
    );
    assert.match(rows[1]?.what ?? '', /^Robin Vale also gets: GP member of the panel/);
    assert.equal(steps.length, 1);
    assert.deepEqual(steps[0]?.lines, [2, 3, 4]);
  });

  it('somebody the directory knows gets the role too', () => {
    const known = personWith([held('PGP')], { person: robin });

    const { rows, steps } = check(`${heading}\nstaff,robin vale,${robin},PGR,Z99001,,,,,,`, [known]);

    assert.match(rows[0]?.what ?? '', /also gets/);
    assert.deepEqual(
      steps[0]?.person?.roles.map(({ role }) => role),
      ['PGR'],
    );
  });

  it('a practice the directory has already changes nothing', () => {
    const { rows, steps } = checkRows('practice,Millbrook surgery,,,z99001,brookshire,,,,,');

    assert.equal(rows[0]?.what, 'Millbrook Surgery is in the directory already. Nothing changes.');
    assert.deepEqual(steps, []);
    assert.equal(refusalOf(startImport({ rows, steps }, asAdministrator())).field, 'text');
  });

  it('W-05 an unusual code is brought in, with the warning', () => {
    const { rows } = checkRows('practice,Far Lane,,,G7H8J,brookshire,,,,,');

    assert.match(rows[0]?.notes[0] ?? '', /^Practice codes are usually .* \(W-05\)$/);
    assert.deepEqual(rows[0]?.problems, []);
  });

  for (const [what, row, ...expected] of [
    ['no type', `,Robin Vale,${robin},PRS,Z99001,,,,,,`, 'type'],
    ['a type there is not', `person,Robin Vale,${robin},PRS,Z99001,,,,,,`, 'type'],
    ['more cells than the heading', `staff,Vale,Robin,${robin},PRS,Z99001,,,,,,,`, 'type'],
    ['no name', `staff,,${robin},PRS,Z99001,,,,,,`, 'name'],
    ['a name too long', `staff,${'x'.repeat(121)},${robin},PRS,Z99001,,,,,,`, 'name'],
    ['no sign-in id', 'staff,Robin Vale,,PRS,Z99001,,,,,,', 'sign-in id'],
    ['a sign-in id that is none', 'staff,Robin Vale,robin@nhs.net,PRS,Z99001,,,,,,', 'sign-in id'],
    ['no role', `staff,Robin Vale,${robin},,Z99001,,,,,,`, 'role'],
    ['a role there is not', `staff,Robin Vale,${robin},Nurse,Z99001,,,,,,`, 'role'],
    ['no organisation', `staff,Robin Vale,${robin},PRS,,,,,,,`, 'organisation'],
    ['an organisation there is not', `staff,Robin Vale,${robin},PRS,Z99099,,,,,,`, 'organisation'],
    ['a role that is not held there', `staff,Robin Vale,${robin},RCO,Z99001,,,,,,`, 'organisation'],
    ['an area there is not', `staff,Robin Vale,${robin},RCO,steady-ground,nowhere,,,,,`, 'area'],
    ['a practice’s role in another area', `staff,Robin Vale,${robin},PRS,Z99001,fenshire,,,,,`, 'area'],
    ['a day that is none', `staff,Robin Vale,${robin},PRS,Z99001,,31/02/2027,,,,`, 'from'],
    ['a day in words', `staff,Robin Vale,${robin},PRS,Z99001,,next week,,,,`, 'from'],
    ['a first day before today', `staff,Robin Vale,${robin},PRS,Z99001,,10/01/2027,,,,`, 'from'],
    ['a last day before the first', `staff,Robin Vale,${robin},PRS,Z99001,,12/01/2027,11/01/2027,,,`, 'to'],
    ['two things at once', `staff,Robin Vale,${robin},Nurse,Z99001,,31/02/2027,,,,`, 'role', 'from'],
    ['a telephone for staff', `staff,Robin Vale,${robin},PRS,Z99001,,,,020 7946 0110,,`, 'phone'],
    ['a role for a practice', 'practice,Mill Lane,,PRS,Z99003,brookshire,,,,,', 'role'],
    ['a practice without a name', 'practice,,,,Z99003,brookshire,,,,,', 'name'],
    ['a practice without a code', 'practice,Mill Lane,,,,brookshire,,,,,', 'organisation'],
    ['a practice code that is none', 'practice,Mill Lane,,,Z9/9,brookshire,,,,,', 'organisation'],
    ['a code of another practice', 'practice,Mill Lane,,,Z99001,brookshire,,,,,', 'organisation'],
    ['a practice without an area', 'practice,Mill Lane,,,Z99003,,,,,,', 'area'],
    ['a practice in an area there is not', 'practice,Mill Lane,,,Z99003,nowhere,,,,,', 'area'],
    ['a practice’s telephone that is none', 'practice,Mill Lane,,,Z99003,brookshire,,,ring us,,', 'phone'],
    ['a practice’s e-mail that is none', 'practice,Mill Lane,,,Z99003,brookshire,,,,mill lane,', 'email'],
  ] as const) {
    it(`names row and column of ${what}`, () => {
      const { rows } = checkRows(row);

      assert.deepEqual(
        rows.flatMap(({ line, problems }) => problems.map(({ column }) => `${line} ${column}`)),
        expected.map((column) => `2 ${column}`),
      );
      assert.equal(rows[0]?.what, undefined);
      for (const { message } of rows[0]?.problems ?? []) assert.match(message, /^[A-Z].*\.$/);
    });
  }

  it('says everything that is wrong with a row at once', () => {
    assert.deepEqual(problemsIn('staff,,robin,Nurse,,,tomorrow,,1,,'), [
      '2 phone',
      '2 name',
      '2 sign-in id',
      '2 role',
      '2 organisation',
      '2 from',
    ]);
  });

  it('a row that repeats another is named with it', () => {
    const staff = `staff,Robin Vale,${robin},PRS,Z99001,,,,,,`;
    const practice = 'practice,Mill Lane,,,Z99003,brookshire,,,,,';

    const { rows } = checkRows(staff, practice, staff.replace('Z99001', 'z99001'), practice);

    assert.deepEqual(
      rows.map(({ line, problems }) => [line, problems[0]?.message]),
      [
        [2, undefined],
        [3, undefined],
        [4, 'This repeats row 2. Take one of them out.'],
        [5, 'This repeats row 3. Take one of them out.'],
      ],
    );
  });

  it('the same role on overlapping days is refused as by hand', () => {
    const days = (from: string, to: string) => `staff,Robin Vale,${robin},PRS,Z99001,,${from},${to},,,`;

    assert.deepEqual(problemsIn(days('1/2/2027', '28/2/2027'), days('28/2/2027', '31/3/2027')), ['3 role']);
    assert.deepEqual(problemsIn(days('1/2/2027', '28/2/2027'), days('1/3/2027', '31/3/2027')), []);
  });

  it('one id under two names is refused, in the list and against the directory', () => {
    const known = personWith([], { person: alex, name: 'Alex Moor' });

    const { rows } = check(
      [
        heading,
        `staff,Robin Vale,${robin},PRS,Z99001,,,,,,`,
        `staff,Robin Dale,${robin},PPM,Z99001,,,,,,`,
        `staff,Alec More,${alex},PPM,Z99001,,,,,,`,
      ].join('\n'),
      [known],
    );

    assert.deepEqual(
      rows.map(({ problems }) => problems[0]?.column),
      [undefined, 'name', 'name'],
    );
  });

  it('§1.1 an administrator brings in no role for themselves', () => {
    const self = personWith([], { person: alex, name: sam.name });
    const facts = asAdministrator({
      actor: { person: alex, name: sam.name, role: 'SYS', organisation: 'operator', area: 'all' },
    });
    const read = readImport(rowsOf(`${heading}\nstaff,${sam.name},${alex},PPM,Z99001,,,,,,`));
    assert('drafts' in read);

    const { rows } = checkImport(read.drafts, directory([self]), facts);

    assert.match(rows[0]?.problems[0]?.message ?? '', /sees no patient data/);
  });

  it('at most 20 roles for one person at once', () => {
    const rows = Array.from({ length: 21 }, (_, index) => {
      const day = `2028-01-${String(index + 1).padStart(2, '0')}`;
      return `staff,Robin Vale,${robin},PRS,Z99001,,${day},${day},,,`;
    });

    assert.deepEqual(problemsIn(...rows), ['22 role']);
  });

  it('nothing half imported: one wrong row, and nothing is begun', () => {
    const checked = check(`${importSample}staff,Kit Lane,,PRS,Z99001,,,,,,`);

    const refusal = refusalOf(startImport(checked, asAdministrator()));

    assert.match(
      refusal.message,
      /^One row needs another look, and nothing was brought in\. Row 5, sign-in id: /,
    );
  });

  it('what was begun is stored whole, with its first step to follow', () => {
    const checked = check(importSample);

    const changes = changesOf(startImport(checked, asAdministrator()));

    assert.deepEqual(changes.heads[0]?.body, { by: 'Sam Tully', total: 3, done: 0, failed: [] });
    assert.deepEqual(
      changes.effects?.map(({ command, input }) => [command, input['number'], input['step']]),
      [['people.importStep', 0, checked.steps[0]]],
    );
  });
});
