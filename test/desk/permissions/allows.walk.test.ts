/**
 * Every role, object and action against every mix of own and other organisation, area, author, caseload and meeting,
 * with all facts shown and with none. The expectation is worked out from the policy's table, not from the code's.
 */
import assert from 'node:assert/strict';
import type { Role } from '../../../bot/contract/roles.ts';
import { role } from '../../../bot/contract/roles.ts';
import type { Permission } from '../../../bot/desk/permissions/allows.ts';
import { allows } from '../../../bot/desk/permissions/allows.ts';
import { conditions, seats } from '../../../bot/desk/permissions/rights.ts';
import type { Action, Condition, Seat } from '../../../bot/desk/permissions/rights.ts';
import type { Fact, Subject } from '../../../bot/desk/permissions/subject.ts';
import type { PermissionObject } from '../../../bot/desk/permissions/table.ts';
import { everything, grant } from './asking.ts';
import { cell, policyMatrix } from './policyMatrix.ts';

const practiceRoles = ['PRS', 'PPM', 'PGP'];
const providerRoles = ['SGP', 'SAD', 'RCO', 'RTR'];
const mayHoldSeat = ['CPT', 'CCM', 'HPC', 'PGR', 'PLR'];
const personal = ['inbox', 'self', 'directory'];

interface World {
  readonly ownOrganisation: boolean;
  readonly ownArea: boolean;
  readonly selfAuthor: boolean;
  readonly ownCaseload: boolean;
  readonly assigned: boolean;
  readonly seat: Seat | undefined;
  readonly windowOpen: boolean;
  readonly shown: boolean;
}

/** Every mix: seven yes-or-no properties times no seat or one of four. */
const worlds: readonly World[] = [undefined, ...seats].flatMap((seat) =>
  Array.from({ length: 2 ** 7 }, (_, mix) => {
    const yes = (bit: number) => Math.floor(mix / 2 ** bit) % 2 === 1;
    return {
      ownOrganisation: yes(0),
      ownArea: yes(1),
      selfAuthor: yes(2),
      ownCaseload: yes(3),
      assigned: yes(4),
      windowOpen: yes(5),
      shown: yes(6),
      seat,
    };
  }),
);

const stated: readonly Fact[] = [
  'inRemovalRequest',
  'onReferral',
  'registrationsDecide',
  'commissionerDecides',
  'nonRemovalGround',
  'removalLetter',
  'submitting',
  'signing',
  'onBehalf',
  'returnedItem',
  'whileOpen',
  'afterClose',
  'tied',
  'reporterMaySubmit',
  'subjectAccess',
];

const subjectIn = (world: World): Subject => ({
  who: 'me',
  organisation: world.ownOrganisation ? 'mine' : 'theirs',
  area: world.ownArea ? 'here' : 'there',
  createdBy: world.selfAuthor ? 'me' : 'you',
  caseload: [world.ownCaseload ? 'mine' : 'theirs'],
  assignedTo: [world.assigned ? 'me' : 'you'],
  contacted: world.shown && world.ownOrganisation ? ['mine'] : [],
  state: world.shown ? 'DRAFT' : 'REPORTED',
  meetings: world.seat === undefined ? [] : [{ seat: world.seat, windowOpen: world.windowOpen }],
  facts: world.shown ? stated : [],
});

function inReach(code: Role, object: string, world: World): boolean {
  if (personal.includes(object) || code === 'SYS') return true;
  if (practiceRoles.includes(code)) return world.ownOrganisation && world.ownArea;
  if (providerRoles.includes(code)) return world.ownOrganisation || world.ownCaseload;
  return world.ownArea;
}

const wordHolds = (word: string, world: World): boolean => {
  if (word === 'ownSessions') return world.assigned;
  if (word === 'onAgenda') return world.seat !== undefined;
  if (word === 'whenContacted') return world.shown && world.ownOrganisation;
  if (word === 'waitingForApproval') return false;
  return !Object.hasOwn(conditions, word) || world.shown;
};

const suffixHolds: Readonly<Record<string, (world: World) => boolean>> = {
  o: (world) => world.ownOrganisation,
  s: (world) => world.selfAuthor,
  c: (world) => world.ownCaseload || world.assigned,
  m: (world) => world.seat !== undefined && world.windowOpen,
  x: () => true,
  g: () => true,
};

const policy = policyMatrix(role.options);
const split = (right: string) => {
  const [action = '', limits = '', ...words] = right.split('|');
  return { action, limits, words, narrow: words.filter((word) => !Object.hasOwn(conditions, word)) };
};
type Policy = ReturnType<typeof split>;
const viewOf = (right: Policy): string =>
  right.limits.includes('g') ? 'aggregate' : right.limits.includes('x') ? 'status' : 'full';

const cellsOf = (code: Role, object: string, seat: readonly Seat[]): readonly Policy[] =>
  [code, ...(mayHoldSeat.includes(code) ? seat : [])].flatMap((holder) =>
    [...(policy.get(cell(object, holder)) ?? [])].map(split),
  );

const met = (right: Policy, world: World): boolean =>
  right.limits.split('').every((suffix) => suffixHolds[suffix]?.(world) === true) &&
  right.words.every((word) => wordHolds(word, world));

/** Undefined where the answer is the one the policy calls for; otherwise what was wrong. */
function fault(answer: Permission, rights: readonly Policy[]): string | undefined {
  if (!answer.allowed) return rights.length === 0 ? undefined : 'refused';
  const order = ['full', 'status', 'aggregate'];
  const best = order.find((view) => rights.some((right) => viewOf(right) === view));
  if (answer.view !== best) return `view ${answer.view}, not ${best ?? 'refused'}`;
  const candidates = rights.filter((right) => viewOf(right) === best).map((right) => right.narrow);
  const fewest = Math.min(...candidates.map((narrow) => narrow.length));
  const told = answer.qualifiers.toSorted().join();
  const fits = candidates.some((narrow) => narrow.length === fewest && narrow.join() === told);
  return fits ? undefined : `qualifiers ${told}`;
}

function walk(code: Role, check: (object: PermissionObject, action: Action) => readonly string[]) {
  return everything.flatMap(({ object, action }) =>
    check(object, action).map((wrong) => `${code} ${action} ${object}: ${wrong}`),
  );
}

describe('allows, walked exhaustively', () => {
  it('§1.2 every stated fact and every derived condition is walked', () => {
    const derived: readonly Condition[] = [
      'draft',
      'waitingForApproval',
      'ownSessions',
      'onAgenda',
      'whenContacted',
    ];

    assert.deepEqual([...stated, ...derived].toSorted(), Object.keys(conditions).toSorted());
  });

  for (const code of role.options) {
    it(`§1.2 ${code}: each suffix and condition decides, for every object and action`, () => {
      const faults = walk(code, (object, action) =>
        worlds.flatMap((world) => {
          const held = cellsOf(code, object, world.seat === undefined ? [] : [world.seat]).filter(
            (right) => right.action === action && inReach(code, object, world) && met(right, world),
          );
          const wrong = fault(allows(grant(code), action, object, subjectIn(world)), held);
          return wrong === undefined ? [] : [`${wrong} in ${JSON.stringify(world)}`];
        }),
      );

      assert.deepEqual(faults.slice(0, 5), []);
    });

    it(`§1.2 ${code}: without a subject the answer is whether the role ever could`, () => {
      const faults = walk(code, (object, action) => {
        const held = cellsOf(code, object, seats).filter((right) => right.action === action);
        const wrong = fault(allows(grant(code), action, object), held);
        return wrong === undefined ? [] : [wrong];
      });

      assert.deepEqual(faults, []);
    });

    it(`§1.2 ${code}: a subject that shows nothing but who asks gets no more than unscoped rights`, () => {
      const unscoped = [
        'C directory',
        'R auditLog',
        'R configuration',
        'R directory',
        'U configuration',
        'U directory',
        // Given by the outbox alone: see catalogue.test.ts.
        'U rehabOffer',
      ];

      const open = walk(code, (object, action) =>
        allows(grant(code), action, object, { who: 'me' }).allowed ? [''] : [],
      );

      assert.deepEqual(open.toSorted(), code === 'SYS' ? unscoped.map((line) => `SYS ${line}: `) : []);
    });
  }
});
