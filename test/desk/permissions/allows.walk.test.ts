/**
 * Every role, object and action against every mix of own and other organisation, area, author, caseload and meeting,
 * with all facts shown and with none,
 * and with each fact by itself. The expectation is worked out from the policy's table, not from the code's.
 */
import assert from 'node:assert/strict';
import { role, type Role } from '../../../bot/contract/roles.ts';
import { allows } from '../../../bot/desk/permissions/allows.ts';
import { conditions, seats, type Condition, type Seat } from '../../../bot/desk/permissions/rights.ts';
import { grant } from './asking.ts';
import { cellsOf, fault, inReach, met, stated, subjectIn, walk, type World } from './worlds.ts';

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
      ...(yes(6)
        ? { facts: stated, state: 'DRAFT', contacted: yes(0) }
        : { facts: [], state: 'REPORTED', contacted: false }),
      seat,
    };
  }),
);

/** Somebody for whom all of it is so, or all but one thing; and somebody for whom nothing is. */
const flags = ['ownOrganisation', 'ownArea', 'selfAuthor', 'ownCaseload', 'assigned', 'windowOpen'] as const;
const all = Object.fromEntries(flags.map((flag) => [flag, true])) as Record<(typeof flags)[number], boolean>;
const none = Object.fromEntries(flags.map((flag) => [flag, false])) as typeof all;
const corners = [all, none, ...flags.map((flag) => ({ ...all, [flag]: false }))];

/** Each condition by itself: no other condition may stand in for it, and none may be needed besides. */
const singly: readonly World[] = corners.flatMap((corner) =>
  [undefined, ...seats].flatMap((seat) => {
    const base = { ...corner, seat, facts: [], state: 'REPORTED', contacted: false };
    return [
      base,
      ...stated.map((fact) => ({ ...base, facts: [fact] })),
      // Two that some rights ask for together.
      { ...base, facts: ['onBehalf', 'returnedItem'] as const },
      { ...base, facts: ['onBehalf', 'removalLetter'] as const },
      ...['DRAFT', 'WAIT_APPROVAL', 'CLOSED_LOCAL'].map((state) => ({ ...base, state })),
      { ...base, contacted: true },
    ];
  }),
);

const world = (seat: Seat): World => ({ ...all, seat, facts: stated, state: 'DRAFT', contacted: true });
const seatCells = (code: Role, object: string, seat: Seat) => {
  const byRole = cellsOf(code, object, []).length;
  return cellsOf(code, object, [seat]).slice(byRole);
};

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
    for (const [how, some] of [
      ['each suffix and condition decides', worlds],
      ['each condition decides by itself', singly],
    ] as const) {
      it(`§1.2 ${code}: ${how}, for every object and action`, () => {
        const faults = walk(code, (object, action) =>
          some.flatMap((world) => {
            const held = cellsOf(code, object, world.seat === undefined ? [] : [world.seat]).filter(
              (right) => right.action === action && inReach(code, object, world) && met(right, world),
            );
            const wrong = fault(allows(grant(code), action, object, subjectIn(world)), held);
            return wrong === undefined ? [] : [`${wrong} in ${JSON.stringify(world)}`];
          }),
        );

        assert.deepEqual(faults.slice(0, 5), []);
      });
    }

    it(`§1.2 ${code}: a window that is open at another meeting helps no seat`, () => {
      const faults = walk(code, (object, action) =>
        seats.flatMap((seat) =>
          seats.flatMap((elsewhere) => {
            const here = {
              ...subjectIn({ ...all, seat: undefined, facts: stated, state: 'DRAFT', contacted: true }),
            };
            const meetings = [
              { seat, windowOpen: false },
              { seat: elsewhere, windowOpen: true },
            ];
            const answer = allows(grant(code), action, object, { ...here, meetings });
            // A role's own right may lie on either meeting; a seat's right on its own alone.
            const held = [
              ...cellsOf(code, object, []).filter((right) =>
                met(right, { ...world(elsewhere), windowOpen: true }),
              ),
              ...seatCells(code, object, seat).filter((right) =>
                met(right, { ...world(seat), windowOpen: false }),
              ),
              ...seatCells(code, object, elsewhere).filter((right) => met(right, world(elsewhere))),
            ].filter((right) => right.action === action);
            const wrong = fault(answer, held);
            return wrong === undefined ? [] : [`${wrong} at ${seat} and ${elsewhere}`];
          }),
        ),
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
