import assert from 'node:assert/strict';
import { cover } from '../../../bot/contract/people.ts';
import { coverFor } from '../../../bot/domain/people/coverFor.ts';
import type { PersonHead } from '../../../bot/domain/people/person.ts';
import { refusalOf } from '../incident/facts.ts';
import { asAdministrator, held, personAfter, personWith, sam } from './directory.ts';

const absent = personWith([held('PPM')]);
const colleague = personWith([held('PRS')], { person: 'person-600', name: 'Alex Moor' });

function covering(
  input: Record<string, unknown> = {},
  of: PersonHead | undefined = absent,
  by: PersonHead | undefined = colleague,
) {
  const typed = {
    person: 'person-500',
    grant: 0,
    by: 'person-600',
    from: '2027-01-11',
    to: '2027-01-22',
    ...input,
  };
  return coverFor(cover.parse(typed), of, by, asAdministrator());
}

describe('cover for absence', () => {
  it('gives the same role at the same place for that time, and both histories name both', () => {
    const decision = covering({ reason: 'On leave.' });

    const grant = {
      role: 'PPM',
      organisation: 'Z99001',
      area: 'brookshire',
      from: '2027-01-11',
      to: '2027-01-22',
    };
    assert.deepEqual(personAfter(decision).body.grants[1], { ...grant, coverFor: 'person-500' });
    assert.deepEqual(personAfter(decision, 1).body.coveredBy, ['person-600']);
    assert(decision.changed);
    assert.deepEqual(
      decision.entries.map(({ ref, action, content }) => [
        ref,
        action,
        content['forName'] ?? content['colleagueName'],
        content['reason'],
      ]),
      [
        ['PER-person-600', 'people.covering', 'Robin Vale', 'On leave.'],
        ['PER-person-500', 'people.covered', 'Alex Moor', 'On leave.'],
      ],
    );
    assert.match(
      decision.outcome.message,
      /^Alex Moor covers for Robin Vale as Practice manager, from Monday/,
    );
  });

  it('may be given to somebody who holds the role already: what names the absent person reaches them then', () => {
    const same = personWith([held('PPM')], { person: 'person-600' });

    assert.equal(covering({}, absent, same).changed, true);
  });

  it('a second time for other days names the colleague once', () => {
    const before = personWith([held('PPM')], { coveredBy: ['person-600'] });

    assert.deepEqual(personAfter(covering({}, before), 1).body.coveredBy, ['person-600']);
  });

  for (const [what, field, decide] of [
    [
      'an absent person who is not there',
      'person',
      () =>
        coverFor(
          cover.parse({ person: 'x', grant: 0, by: 'y', from: '2027-01-11', to: '2027-01-11' }),
          undefined,
          colleague,
          asAdministrator(),
        ),
    ],
    [
      'a colleague who is not there',
      'by',
      () =>
        coverFor(
          cover.parse({ person: 'x', grant: 0, by: 'y', from: '2027-01-11', to: '2027-01-11' }),
          absent,
          undefined,
          asAdministrator(),
        ),
    ],
    ['the absent person themselves', 'by', () => covering({}, absent, absent)],
    ['a colleague who has left', 'by', () => covering({}, absent, { ...colleague, state: 'LEFT' })],
    ['a role they never had', 'grant', () => covering({ grant: 1 })],
    ['a first day before today', 'from', () => covering({ from: '2027-01-10' })],
    [
      'a first day before the role begins',
      'from',
      () => covering({}, personWith([held('PPM', { from: '2027-01-12' })])),
    ],
    ['a last day before the first', 'to', () => covering({ from: '2027-01-15', to: '2027-01-14' })],
    [
      'a last day after the role ends',
      'to',
      () => covering({}, personWith([held('PPM', { to: '2027-01-21' })])),
    ],
    ['the administrator, for any role but their own', 'by', () => covering({}, absent, personWith([], sam))],
    ['the same cover on the same days', 'by', () => covering({}, absent, personAfter(covering()))],
  ] as const) {
    it(`refuses ${what}, at its field`, () => {
      assert.equal(refusalOf(decide()).field, field);
    });
  }

  it('refuses a role that has ended', () => {
    for (const over of [{ to: '2027-01-10' }, { endedAt: '2027-01-11T09:00:00Z' }])
      assert.equal(refusalOf(covering({}, personWith([held('PPM', over)]))).code, 'stale');
  });
});
