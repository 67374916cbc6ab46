import assert from 'node:assert/strict';
import { personAddition, personRenaming } from '../../../bot/contract/people.ts';
import { addFirstAdministrator, addPerson, renamePerson } from '../../../bot/domain/people/addPerson.ts';
import { changesOf, refusalOf } from '../incident/facts.ts';
import { asAdministrator, held, personAfter, personWith } from './directory.ts';

const objectId = '3F2504E0-4F89-41D3-9A0C-0305E82C3301';
const input = personAddition.parse({ person: objectId, name: ' Robin Vale ' });

describe('adding a person', () => {
  it('D13 keeps the Entra object id in small letters, as a token writes it, with no role', () => {
    const { ref, state, version, body } = personAfter(addPerson(input, undefined, asAdministrator()));

    assert.deepEqual([ref, state, version], [`PER-${objectId.toLowerCase()}`, 'HERE', 1]);
    assert.deepEqual(body, { person: objectId.toLowerCase(), name: 'Robin Vale', grants: [], coveredBy: [] });
  });

  for (const person of ['person-101', '', 'robin@nhs.net', objectId.slice(1), `{${objectId}}`, undefined]) {
    it(`refuses ${JSON.stringify(person)} as an Entra object id`, () => {
      assert.equal(personAddition.safeParse({ person, name: 'Robin Vale' }).success, false);
    });
  }

  it('refuses an id that somebody has, and says who', () => {
    const refusal = refusalOf(addPerson(input, personWith([]), asAdministrator()));

    assert.equal(refusal.field, 'person');
    assert.match(refusal.message, /^Robin Vale has this id already/);
  });
});

describe('renaming a person', () => {
  const rename = (name: string) =>
    renamePerson(
      personRenaming.parse({ person: 'person-500', name }),
      personWith([held('PRS')]),
      asAdministrator(),
    );

  it('keeps both names in the history', () => {
    const decision = changesOf(rename('Robin Dale'));

    assert.deepEqual(decision.entries[0]?.content, {
      before: 'Robin Vale',
      name: 'Robin Dale',
      reason: undefined,
    });
    assert.equal(personAfter(decision).version, 2);
    assert.deepEqual(personAfter(decision).body.grants, [held('PRS')]);
  });

  it('refuses the name they have, and somebody who is not there', () => {
    assert.equal(refusalOf(rename('Robin Vale')).code, 'stale');
    const nobody = renamePerson(
      personRenaming.parse({ person: 'x', name: 'Robin Dale' }),
      undefined,
      asAdministrator(),
    );
    assert.equal(refusalOf(nobody).field, 'person');
  });
});

describe('the first administrator', () => {
  const first = (
    ...[known, administrators, hasOperator]: [
      Parameters<typeof addFirstAdministrator>[1],
      Parameters<typeof addFirstAdministrator>[2],
      boolean,
    ]
  ) => addFirstAdministrator(input, known, administrators, hasOperator, asAdministrator());

  it('D13 is made in an empty directory, with the organisation that runs the app', () => {
    const decision = changesOf(first(undefined, [], false));

    assert.deepEqual(
      decision.entries.map(({ ref, action }) => [ref, action]),
      [
        ['ORG-operator', 'places.added'],
        [`PER-${objectId.toLowerCase()}`, 'people.added'],
        [`PER-${objectId.toLowerCase()}`, 'people.roleGranted'],
      ],
    );
    assert.deepEqual(personAfter(decision, 1).body.grants, [
      { role: 'SYS', organisation: 'operator', area: 'all', from: '2027-01-11' },
    ]);
  });

  it('is somebody the directory knows already, when nobody is administrator any more', () => {
    const lapsed = held('SYS', { organisation: 'operator', area: 'all', to: '2026-12-31' });
    const known = personWith([lapsed], { state: 'LEFT' });

    const decision = first(known, [{ person: 'person-500', from: '2026-01-05', to: '2026-12-31' }], true);

    assert.deepEqual(personAfter(decision).body.grants.length, 2);
    assert.equal(personAfter(decision).state, 'HERE');
    assert.equal(changesOf(decision).entries.length, 1);
  });

  it('is nobody while there is one', () => {
    const refusal = refusalOf(first(undefined, [{ person: 'person-901', from: '2020-01-01' }], true));

    assert.equal(refusal.code, 'refused');
  });
});
