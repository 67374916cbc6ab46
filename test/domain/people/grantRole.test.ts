import assert from 'node:assert/strict';
import { roleGrant } from '../../../bot/contract/people.ts';
import { organisationKind, role, roleOrganisations } from '../../../bot/contract/roles.ts';
import { grantRole, type Place } from '../../../bot/domain/people/grantRole.ts';
import { mostGrants, type PersonHead } from '../../../bot/domain/people/person.ts';
import { refusalOf } from '../incident/facts.ts';
import {
  asAdministrator,
  held,
  millbrook,
  personAfter,
  personWith,
  sam,
  steadyGround,
  theOperator,
} from './directory.ts';

const isArea = (area: string) => ['brookshire', 'fenshire'].includes(area);

interface Context {
  readonly known?: PersonHead | undefined;
  readonly place?: Place | undefined;
}

function give(input: Record<string, unknown> = {}, context: Context = {}) {
  const { known, place } = { known: personWith([]), place: millbrook, ...context };
  const typed = { person: 'person-500', role: 'PRS', organisation: 'Z99001', ...input };
  return grantRole(roleGrant.parse(typed), known, place, isArea, asAdministrator());
}

describe('granting a role', () => {
  it('§1.1 gives it from today, in the area of its practice, and notes it with its reason', () => {
    const decision = give({ reason: 'New at the front desk.' });

    const grant = { role: 'PRS', organisation: 'Z99001', area: 'brookshire', from: '2027-01-11' };
    assert.deepEqual(personAfter(decision).body.grants, [grant]);
    assert(decision.changed);
    assert.deepEqual(decision.entries, [
      {
        ref: 'PER-person-500',
        action: 'people.roleGranted',
        content: { ...grant, reason: 'New at the front desk.' },
      },
    ]);
    assert.equal(
      decision.outcome.message,
      'Robin Vale has the role Practice staff at Millbrook Surgery, from Monday 11 January 2027.',
    );
  });

  it('§1.1 several roles, also in several organisations', () => {
    const known = personWith([held('PGP')]);

    const decision = give({ role: 'RTR', organisation: 'steady-ground' }, { known, place: steadyGround });

    assert.deepEqual(
      personAfter(decision).body.grants.map((grant) => `${grant.role} ${grant.organisation}`),
      ['PGP Z99001', 'RTR steady-ground'],
    );
  });

  it('§1.1 every role is held at its own kinds of organisation and at no other', () => {
    for (const code of role.options) {
      for (const type of organisationKind.options) {
        const decision = give({ role: code }, { place: { ...millbrook, type } });

        const fits = roleOrganisations[code].includes(type);
        assert.equal(decision.changed, fits, `${code} at ${type}`);
        if (!fits)
          assert.deepEqual([refusalOf(decision).rule, refusalOf(decision).field], ['§1.1', 'organisation']);
      }
    }
  });

  it('§1.1 an administrator’s role belongs to every area, whatever area is asked for', () => {
    const decision = give({ role: 'SYS', area: 'fenshire' }, { place: theOperator });

    assert.equal(personAfter(decision).body.grants[0]?.area, 'all');
  });

  it('§1.1 a provider serves several areas; a practice is in one', () => {
    const elsewhere = give({ role: 'RCO', area: 'fenshire' }, { place: steadyGround });
    const wrong = refusalOf(give({ area: 'fenshire' }));

    assert.equal(personAfter(elsewhere).body.grants[0]?.area, 'fenshire');
    assert.deepEqual([wrong.rule, wrong.field], ['§1.1', 'area']);
  });

  for (const [what, input, context, field] of [
    ['a person who is not there', {}, { known: undefined }, 'person'],
    ['an organisation that is not there', {}, { place: undefined }, 'organisation'],
    ['an area that is not there', { role: 'RCO', area: 'nowhere' }, { place: steadyGround }, 'area'],
    ['a first day before today', { from: '2027-01-10' }, {}, 'from'],
    ['a first day that is none', { from: '2027-02-30' }, {}, 'from'],
    ['a first day in eleven years', { from: '2038-01-11' }, {}, 'from'],
    ['a last day before the first', { from: '2027-02-02', to: '2027-02-01' }, {}, 'to'],
    ['a last day that is none', { to: '2027-02-30' }, {}, 'to'],
    ['a last day in eleven years', { to: '2038-01-11' }, {}, 'to'],
  ] as const) {
    it(`refuses ${what}, at its field`, () => {
      assert.equal(refusalOf(give(input, context)).field, field);
    });
  }

  it('D13 holds from its first to its last London day, which may be one', () => {
    const { body } = personAfter(give({ from: '2027-01-11', to: '2027-01-11' }));

    assert.deepEqual([body.grants[0]?.from, body.grants[0]?.to], ['2027-01-11', '2027-01-11']);
  });

  it('the London date counts: at half past midnight in summer the UTC date is still the day before', () => {
    const facts = asAdministrator({ now: Temporal.Instant.from('2027-07-01T23:30:00Z') });
    const input = roleGrant.parse({ person: 'person-500', role: 'PRS', organisation: 'Z99001' });

    const decision = grantRole(input, personWith([]), millbrook, isArea, facts);

    assert.equal(personAfter(decision).body.grants[0]?.from, '2027-07-02');
  });

  describe('the same role at the same place', () => {
    const from = (day: string, to?: string) => ({ from: day, ...(to ? { to } : {}) });
    for (const [what, has, input, refused] of [
      ['without an end', {}, from('2027-03-01'), true],
      ['that ends on the first day', { to: '2027-03-01' }, from('2027-03-01'), true],
      ['that ends the day before', { to: '2027-02-28' }, from('2027-03-01'), false],
      ['that begins on the last day', { from: '2027-03-05' }, from('2027-03-01', '2027-03-05'), true],
      ['that begins the day after', { from: '2027-03-06' }, from('2027-03-01', '2027-03-05'), false],
      ['that was ended at once', { endedAt: '2027-01-11T09:00:00Z' }, from('2027-01-11'), false],
      ['held as cover', { coverFor: 'person-501' }, from('2027-03-01'), false],
      ['held in another area', { area: 'fenshire' }, from('2027-03-01'), false],
    ] as const) {
      it(`${what}: ${refused ? 'refused, with the days it is held' : 'given'}`, () => {
        const decision = give(input, { known: personWith([held('PRS', has)]) });

        assert.equal(decision.changed, !refused);
        if (refused)
          assert.match(refusalOf(decision).message, /^Robin Vale has this role there already, from /);
      });
    }
  });

  it('§1.1 nobody gives themselves a role that sees patient data; the administrator’s own they may', () => {
    const self = { known: personWith([], sam) };
    const codes = role.options.filter((code) => code !== 'SYS');
    const places = new Map(organisationKind.options.map((type) => [type, { ...millbrook, type }]));

    const refusals = codes.map((code) =>
      refusalOf(
        give({ role: code }, { ...self, place: places.get(roleOrganisations[code][0] ?? 'practice') }),
      ),
    );

    assert.deepEqual([...new Set(refusals.map(({ rule, field }) => `${rule} ${field}`))], ['§1.1 role']);
    assert.match(refusals[0]?.message ?? '', /sees no patient data/);
    assert.equal(give({ role: 'SYS' }, { ...self, place: theOperator }).changed, true);
  });

  it('somebody who left and comes back is here again', () => {
    assert.equal(personAfter(give({}, { known: personWith([], { state: 'LEFT' }) })).state, 'HERE');
  });

  it(`D6 a record does not grow without bound: ${mostGrants} roles at most`, () => {
    const over = { to: '2026-02-01' };
    const many = Array.from({ length: mostGrants - 1 }, () => held('PRS', over));

    assert.equal(give({}, { known: personWith(many) }).changed, true);
    assert.equal(refusalOf(give({}, { known: personWith([...many, held('PRS', over)]) })).rule, 'A');
  });
});
