import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  grantSchema,
  isActive,
  organisationKind,
  role,
  roleLabels,
  roleOrganisations,
} from '../../bot/contract/roles.ts';

const grant = {
  role: 'PPM',
  organisation: 'M92001',
  area: 'demo',
  from: '2027-01-10',
  to: '2027-01-20',
} as const;

describe('roles', () => {
  it('§1.1 has the 18 roles with an account; patients and agencies have none', () => {
    const codes = 'PRS PPM PGP CPT CCM HPC PGR PLR REG SGP SAD RCO RTR OVS EVA AOF IGO SYS'.split(' ');

    assert.deepEqual(role.options, codes);
    assert.equal(role.safeParse('PAT').success, false);
  });

  it('§1.1 every role has its own label in words', () => {
    const labels = Object.values(roleLabels);

    assert.equal(new Set(labels).size, role.options.length);
    assert.deepEqual(
      labels.filter((label) => /^[A-Z]{3}$/.test(label)),
      [],
    );
  });

  it('§1.1 practice roles are held at practices, scheme and rehab roles at their provider', () => {
    const heldAt = organisationKind.options.map((kind) => [
      kind,
      role.options.filter((code) => roleOrganisations[code].includes(kind)).join(' '),
    ]);

    assert.deepEqual(heldAt, [
      ['practice', 'PRS PPM PGP PGR IGO'],
      ['commissioner', 'CPT CCM HPC OVS EVA AOF IGO'],
      ['registrations', 'REG IGO'],
      ['schemeProvider', 'SGP SAD IGO'],
      ['rehabProvider', 'RCO RTR IGO'],
      ['public', 'PLR'],
      ['operator', 'SYS'],
    ]);
  });
});

describe('grantSchema', () => {
  it('D13 takes a role, an organisation, an area and dates; the last day may be the first or left out', () => {
    const { to: _to, ...open } = grant;

    assert.deepEqual(grantSchema.parse(grant), grant);
    assert.deepEqual(grantSchema.parse(open), open);
    assert.equal(grantSchema.safeParse({ ...grant, to: grant.from }).success, true);
  });

  const wrong = [
    ['an unknown role', { role: 'ADMIN' }, 'role'],
    ['a date that is no day', { from: '2026-02-30' }, 'from'],
    ['an end before the start', { to: '2027-01-09' }, 'to'],
    ['an id with other characters', { organisation: 'a b' }, 'organisation'],
    ['no area', { area: '' }, 'area'],
  ] as const;
  for (const [what, change, field] of wrong) {
    it(`D13 refuses ${what}, at its field`, () => {
      const result = grantSchema.safeParse({ ...grant, ...change });

      assert.deepEqual(
        result.error?.issues.map((issue) => issue.path.join('.')),
        [field],
      );
    });
  }
});

describe('isActive', () => {
  it('D13 holds from the first day to the last, both included', () => {
    const days = ['2027-01-09', '2027-01-10', '2027-01-20', '2027-01-21'];

    assert.deepEqual(
      days.map((today) => isActive(grant, today)),
      [false, true, true, false],
    );
  });

  it('D13 without a last day it holds on', () => {
    assert.equal(isActive({ ...grant, to: undefined }, '2099-12-31'), true);
  });

  it('D13 comparing the written dates is comparing the days', () => {
    const day = fc
      .integer({ min: 0, max: 40_000 })
      .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }));

    fc.assert(
      fc.property(day, day, day, (from, to, today) => {
        const between =
          Temporal.PlainDate.compare(from, today) <= 0 && Temporal.PlainDate.compare(today, to) <= 0;
        const written = { ...grant, from: from.toString(), to: to.toString() };
        assert.equal(isActive(written, today.toString()), between);
      }),
    );
  });
});
