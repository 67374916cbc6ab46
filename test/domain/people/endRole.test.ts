import assert from 'node:assert/strict';
import { leaving, roleEnd } from '../../../bot/contract/people.ts';
import { isActive, type Grant } from '../../../bot/contract/roles.ts';
import { endRole, leave } from '../../../bot/domain/people/endRole.ts';
import {
  administratorsWith,
  dayWithoutAdministrator,
  type Administrator,
} from '../../../bot/domain/people/person.ts';
import { refusalOf } from '../incident/facts.ts';
import { asAdministrator, held, personAfter, personWith } from './directory.ts';

const today = '2027-01-11';
const other: Administrator = { person: 'person-901', from: '2020-01-01' };
const isAdministrator = held('SYS', { organisation: 'operator', area: 'all' });

function end(
  input: Record<string, unknown>,
  grants: readonly Grant[] = [held('PRS')],
  administrators: readonly Administrator[] = [other],
) {
  const typed = roleEnd.parse({ person: 'person-500', grant: 0, ...input });
  return endRole(typed, personWith(grants), administrators, asAdministrator());
}
const go = (grants: readonly Grant[], administrators: readonly Administrator[] = [other]) =>
  leave(
    leaving.parse({ person: 'person-500', reason: 'Retires.' }),
    personWith(grants),
    administrators,
    asAdministrator(),
  );

describe('ending a role', () => {
  it('at once: over now, not at midnight, and noted with its reason', () => {
    const decision = end({ reason: 'Moved to another practice.' });

    const [grant] = personAfter(decision).body.grants;
    assert(grant && decision.changed);
    assert.equal(grant.endedAt, '2027-01-11T10:00:00Z');
    assert.equal(isActive(grant, today), false);
    assert.deepEqual(decision.entries[0]?.content, {
      grant: 0,
      role: 'PRS',
      organisation: 'Z99001',
      area: 'brookshire',
      atOnce: true,
      reason: 'Moved to another practice.',
    });
  });

  it('after a last day, which is included and may be today', () => {
    const [grant] = personAfter(end({ lastDay: today })).body.grants;

    assert(grant);
    assert.deepEqual(
      ['2027-01-11', '2027-01-12'].map((day) => isActive(grant, day)),
      [true, false],
    );
  });

  it('a role still to come is called off at once', () => {
    const [grant] = personAfter(end({}, [held('PRS', { from: '2027-02-01' })])).body.grants;

    assert(grant);
    assert.equal(isActive(grant, '2027-02-01'), false);
  });

  it('only the one that is named', () => {
    const { body } = personAfter(end({ grant: 1 }, [held('PRS'), held('PPM')]));

    assert.deepEqual(
      body.grants.map((grant) => isActive(grant, today)),
      [true, false],
    );
  });

  for (const [what, input, grants] of [
    ['before today', { lastDay: '2027-01-10' }, [held('PRS')]],
    ['that the calendar does not have', { lastDay: '2027-02-30' }, [held('PRS')]],
    ['before the role begins', { lastDay: '2027-01-31' }, [held('PRS', { from: '2027-02-01' })]],
    ['on which it ends already', { lastDay: '2027-01-20' }, [held('PRS', { to: '2027-01-20' })]],
    ['later than it ends already', { lastDay: '2027-01-21' }, [held('PRS', { to: '2027-01-20' })]],
  ] as const) {
    it(`refuses a last day ${what}, at its field`, () => {
      assert.equal(refusalOf(end(input, grants)).field, 'lastDay');
    });
  }

  it('a role that is over has ended already', () => {
    for (const over of [{ to: '2027-01-10' }, { endedAt: '2027-01-11T09:59:59Z' }])
      assert.equal(refusalOf(end({}, [held('PRS', over)])).code, 'stale');
  });

  it('refuses a role the person never had, and a person who is not there', () => {
    const input = roleEnd.parse({ person: 'nobody', grant: 0 });

    assert.equal(refusalOf(end({ grant: 1 })).field, 'grant');
    assert.equal(refusalOf(endRole(input, undefined, [other], asAdministrator())).field, 'person');
    assert.equal(refusalOf(leave(input, undefined, [other], asAdministrator())).field, 'person');
  });

  it('§1.1 the last administrator stays', () => {
    const me: Administrator = { person: 'person-500', from: '2026-01-05' };

    for (const decision of [end({}, [isAdministrator], [me]), go([isAdministrator], [me])]) {
      const refusal = refusalOf(decision);
      assert.equal(refusal.rule, '§1.1');
      assert.match(refusal.message, /^Nobody else is administrator\. Give somebody else that role first\.$/);
    }
    assert.match(
      refusalOf(end({ lastDay: '2027-01-31' }, [isAdministrator], [me])).message,
      /from Monday 1 February 2027 on/,
    );
    assert.equal(end({}, [isAdministrator], [me, other]).changed, true);
    assert.equal(end({}, [isAdministrator, held('PRS')], [me, other]).changed, true);
  });

  it('§1.1 a successor whose role begins later, or ends earlier, is none', () => {
    const me: Administrator = { person: 'person-500', from: '2026-01-05' };
    const later: Administrator = { person: 'person-902', from: '2027-02-01' };
    const brief: Administrator = { person: 'person-902', from: '2020-01-01', to: '2027-01-20' };

    assert.equal(end({}, [isAdministrator], [me, later]).changed, false);
    assert.equal(end({ lastDay: '2027-01-31' }, [isAdministrator], [me, later]).changed, true);
    assert.match(refusalOf(end({}, [isAdministrator], [me, brief])).message, /from Thursday 21 January 2027/);
  });
});

describe('leaving', () => {
  it('§8 ends every role at once, those to come too, and leaves those of old as they were', () => {
    const old = held('PRS', { to: '2026-05-01' });

    const decision = go([old, held('PPM'), held('PGP', { from: '2027-03-01' })]);

    const { state, body } = personAfter(decision);
    assert.equal(state, 'LEFT');
    assert.deepEqual(body.grants[0], old);
    assert.deepEqual(
      body.grants.map(({ endedAt }) => endedAt !== undefined),
      [false, true, true],
    );
    assert(decision.changed);
    assert.deepEqual(decision.entries[0]?.content, { ended: [1, 2], reason: 'Retires.' });
  });

  it('is refused the second time', () => {
    const input = leaving.parse({ person: 'person-500' });

    const decision = leave(input, personWith([], { state: 'LEFT' }), [other], asAdministrator());

    assert.equal(refusalOf(decision).code, 'stale');
  });
});

describe('who is administrator', () => {
  it('follows a person’s roles: ended ones and those of old are none', () => {
    const grants = [
      isAdministrator,
      held('SYS', { endedAt: '2027-01-11T10:00:00Z' }),
      held('SYS', { to: '2027-01-10' }),
      held('PRS'),
    ];

    const after = administratorsWith(
      [{ person: 'person-500', from: '2020-01-01' }, other],
      { person: 'person-500', grants },
      today,
    );

    assert.deepEqual(after, [other, { person: 'person-500', from: '2026-01-05' }]);
  });

  it('a day that had none before is no loss', () => {
    const gap: Administrator = { person: 'x', from: '2027-01-20' };

    assert.equal(dayWithoutAdministrator([gap], [gap], today), undefined);
    assert.equal(dayWithoutAdministrator([gap], [], today), '2027-01-20');
    assert.equal(dayWithoutAdministrator([], [], today), undefined);
  });
});
