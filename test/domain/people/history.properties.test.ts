/** Whatever administrators do in whatever order, who may act on a day is what the history says. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cover, leaving, roleEnd, roleGrant } from '../../../bot/contract/people.ts';
import { isActive, type Grant } from '../../../bot/contract/roles.ts';
import type { Changes, Decision, Facts } from '../../../bot/domain/decision.ts';
import { coverFor } from '../../../bot/domain/people/coverFor.ts';
import { endRole, leave } from '../../../bot/domain/people/endRole.ts';
import { grantRole } from '../../../bot/domain/people/grantRole.ts';
import {
  administratorsWith,
  dayWithoutAdministrator,
  isAdministered,
  newPerson,
  type Administrator,
  type PersonHead,
} from '../../../bot/domain/people/person.ts';
import { londonDate } from '../../../bot/domain/time/london.ts';
import { asAdministrator, millbrook, sam, theOperator } from './directory.ts';

type World = {
  readonly now: Temporal.Instant;
  readonly people: Readonly<Record<string, PersonHead>>;
  readonly administrators: readonly Administrator[];
};
type Entry = Changes['entries'][number] & { readonly at: string };
type Step = (world: World, facts: Facts) => Decision;

const start = Temporal.Instant.from('2027-01-11T10:00:00Z');
const names = ['person-901', 'person-1', 'person-2'];
const who = fc.constantFrom(...names);
const number = fc.nat({ max: 2 });
/** A London date so many days from whatever today is. */
const ahead = (max: number) => fc.integer({ min: -1, max });
const dayFrom = ({ now }: World, days: number) => londonDate(now).add({ days }).toString();
const isArea = (area: string) => area === 'brookshire';

const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({
      who,
      role: fc.constantFrom('PRS', 'PPM', 'SYS'),
      from: ahead(4),
      days: fc.option(fc.nat({ max: 6 })),
    })
    .map(({ who, role, from, days }): Step => (world, facts) => {
      const place = role === 'SYS' ? theOperator : millbrook;
      const typed = {
        person: who,
        role,
        organisation: place.organisation,
        from: dayFrom(world, from),
        ...(days === null ? {} : { to: dayFrom(world, from + days) }),
      };
      return grantRole(roleGrant.parse(typed), world.people[who], place, isArea, facts);
    }),
  fc
    .record({ who, number, days: fc.option(ahead(4)) })
    .map(({ who, number, days }): Step => (world, facts) => {
      const typed = {
        person: who,
        grant: number,
        ...(days === null ? {} : { lastDay: dayFrom(world, days) }),
      };
      return endRole(roleEnd.parse(typed), world.people[who], world.administrators, facts);
    }),
  who.map(
    (person): Step =>
      (world, facts) =>
        leave(leaving.parse({ person }), world.people[person], world.administrators, facts),
  ),
  fc
    .record({ who, by: who, number, from: ahead(3), days: fc.nat({ max: 4 }) })
    .map(({ who, by, number, from, days }): Step => (world, facts) => {
      const typed = {
        person: who,
        grant: number,
        by,
        from: dayFrom(world, from),
        to: dayFrom(world, from + days),
      };
      return coverFor(cover.parse(typed), world.people[who], world.people[by], facts);
    }),
);

/** Grants as the entries alone tell them. */
function fold(entries: readonly Entry[], ref: string): Grant[] {
  return entries
    .filter((entry) => entry.ref === ref)
    .reduce<Grant[]>((grants, { action, content, at }) => {
      switch (action) {
        case 'people.roleGranted':
        case 'people.covering': {
          const { forName: _name, reason: _why, ...grant } = content;
          return [...grants, grant as unknown as Grant];
        }
        case 'people.roleEnded': {
          const { grant, lastDay } = content as { grant: number; lastDay?: string };
          const ended = grants[grant];
          assert(ended);
          return grants.with(grant, lastDay ? { ...ended, to: lastDay } : { ...ended, endedAt: at });
        }
        case 'people.left': {
          const { ended } = content as { ended: readonly number[] };
          return grants.map((grant, index) => (ended.includes(index) ? { ...grant, endedAt: at } : grant));
        }
        default:
          return grants;
      }
    }, []);
}

function live(steps: readonly { readonly step: Step; readonly hours: number }[]) {
  const facts = (now: Temporal.Instant) => asAdministrator({ now });
  const first: Administrator = { person: sam.person, from: '2020-01-01' };
  const people = Object.fromEntries(names.map((name) => [name, newPerson(name, name, facts(start))]));
  const samHead = people[sam.person];
  assert(samHead);
  const grant: Grant = { role: 'SYS', organisation: 'operator', area: 'all', from: '2020-01-01' };
  people[sam.person] = { ...samHead, body: { ...samHead.body, grants: [grant] } };
  const entries: Entry[] = [
    { ref: samHead.ref, action: 'people.roleGranted', content: { ...grant }, at: start.toString() },
  ];
  let world: World = { now: start, people, administrators: [first] };
  let done = 0;
  for (const { step, hours } of steps) {
    world = { ...world, now: world.now.add({ hours }) };
    const today = londonDate(world.now).toString();
    const decision = step(world, facts(world.now));
    if (!decision.changed) continue;
    done += 1;
    entries.push(...decision.entries.map((entry) => ({ ...entry, at: world.now.toString() })));
    const before = world.administrators;
    for (const head of decision.heads as readonly PersonHead[]) {
      world = {
        ...world,
        people: { ...world.people, [head.body.person]: head },
        administrators: administratorsWith(world.administrators, head.body, today),
      };
    }
    assert.equal(dayWithoutAdministrator(before, world.administrators, today), undefined);
  }
  return { world, entries, done };
}

const life = fc.array(fc.record({ step, hours: fc.nat({ max: 20 }) }), {
  minLength: 8,
  maxLength: 30,
});

describe('the history of people', () => {
  it('D16 tells who holds which role: on every day the roles in force are a fold of the entries', () => {
    let done = 0;
    fc.assert(
      fc.property(life, (steps) => {
        const lived = live(steps);
        done += lived.done;
        for (const head of Object.values(lived.world.people)) {
          const told = fold(lived.entries, head.ref);
          for (let days = 0; days < 60; days += 1) {
            const day = londonDate(start).add({ days }).toString();
            const active = (grants: readonly Grant[]) => grants.filter((grant) => isActive(grant, day));
            assert.deepEqual(active(head.body.grants), active(told), `${head.ref} on ${day}`);
          }
        }
      }),
    );
    assert.ok(done > 200, `${done} steps were taken`);
  });

  it('§1.1 whatever is ended, somebody is administrator, and nobody holds one role twice on one day', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { world } = live(steps);
        for (let days = 0; days < 60; days += 1) {
          const day = londonDate(world.now).add({ days }).toString();
          assert.ok(isAdministered(world.administrators, day), day);
          for (const { body } of Object.values(world.people)) {
            const keys = body.grants
              .filter((grant) => isActive(grant, day))
              .map(({ role, organisation, area, coverFor: of }) => [role, organisation, area, of].join());
            assert.equal(new Set(keys).size, keys.length);
          }
        }
      }),
    );
  });

  it('§1.1 the administrator who acts never comes to hold another role', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { world } = live(steps);
        const roles = world.people[sam.person]?.body.grants.map(({ role }) => role) ?? [];
        assert.deepEqual([...new Set(roles)], ['SYS']);
      }),
    );
  });
});
