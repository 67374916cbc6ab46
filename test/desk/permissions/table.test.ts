import assert from 'node:assert/strict';
import { role } from '../../../bot/contract/roles.ts';
import type { Right } from '../../../bot/desk/permissions/rights.ts';
import { seats } from '../../../bot/desk/permissions/rights.ts';
import { permissionTable } from '../../../bot/desk/permissions/table.ts';
import { cell, policyMatrix, readMatrix } from './policyMatrix.ts';

const written = (right: Right): readonly string[] =>
  right.actions
    .split('')
    .map((action) => [action, right.limits, ...[...right.when, ...right.only].toSorted()].join('|'));

function codeCells(): Map<string, readonly string[]> {
  const cells = new Map<string, readonly string[]>();
  for (const [object, row] of Object.entries(permissionTable)) {
    for (const code of role.options) cells.set(cell(object, code), (row.roles[code] ?? []).flatMap(written));
    for (const seat of seats) cells.set(cell(object, seat), (row.seats?.[seat] ?? []).flatMap(written));
  }
  return cells;
}

describe('permission table', () => {
  const policy = policyMatrix(role.options);
  const code = codeCells();

  it('§1.2 the transcription holds 25 objects and all 18 roles', () => {
    const keys = [...readMatrix().keys()].map((key) => key.split(' '));

    assert.equal(new Set(keys.map(([object]) => object)).size, 25);
    assert.deepEqual(new Set(keys.map(([, holder]) => holder)), new Set(role.options));
  });

  it('§1.2 the code has no object the policy does not know, and misses none', () => {
    const objects = new Set([...policy.keys()].map((key) => key.split(' ')[0]));

    assert.deepEqual(new Set(Object.keys(permissionTable)), objects);
  });

  for (const [object, row] of Object.entries(permissionTable)) {
    it(`§1.2 ${row.label}: every cell is the policy's, corrections applied`, () => {
      const holders = [...role.options, ...seats];
      const expected = holders.map((holder) => [
        holder,
        [...(policy.get(cell(object, holder)) ?? [])].toSorted(),
      ]);

      const actual = holders.map((holder) => [
        holder,
        [...(code.get(cell(object, holder)) ?? [])].toSorted(),
      ]);

      assert.deepEqual(actual, expected);
    });
  }

  it('§1.2 an object outside the policy table says where it comes from', () => {
    const inTable = new Set([...readMatrix().keys()].map((key) => key.split(' ')[0]));

    const unexplained = Object.entries(permissionTable)
      .filter(([object, row]) => inTable.has(object) === (row.addition !== undefined))
      .map(([object]) => object);

    assert.deepEqual(unexplained, []);
  });
});
