import assert from 'node:assert/strict';
import { role } from '../../../bot/contract/roles.ts';
import { describePermissions } from '../../../bot/desk/permissions/describe.ts';
import { policyMatrix } from './policyMatrix.ts';

describe('describePermissions', () => {
  const lines = describePermissions();
  const text = (object: string, holder: string) =>
    lines.find((line) => line.object === object && line.role === holder)?.text;

  it('§1.2 has one line for every cell of the policy that is not empty', () => {
    const filled = [...policyMatrix(role.options)]
      .filter(([, rights]) => rights.size > 0)
      .map(([key]) => key.replace(/ (CHAIR|CONTRACTS|GP|LAY)$/, ' $1 seat'));

    assert.deepEqual(lines.map((line) => `${line.object} ${line.role}`).toSorted(), filled.toSorted());
  });

  const samples = [
    ['incident', 'PRS', 'C; R s; U s (draft)'],
    ['incident', 'PPM', 'C,R,U o'],
    ['incident', 'AOF', 'x'],
    ['incident', 'OVS', 'g'],
    ['removalRequest', 'PRS', 'x s'],
    ['removalRequest', 'REG', 'R; U (check); D (accept/return/refuse)'],
    ['panelPack', 'LAY seat', 'R m (pseudonymised if panel.layPackPseudonymised)'],
    ['othersBallots', 'CHAIR seat', 'R (count only; while open); R (names; after close)'],
    ['warningLetter', 'RCO', 'R (date only; on a referral)'],
    ['incident', 'SYS', undefined],
  ] as const;
  for (const [object, holder, expected] of samples) {
    it(`§1.2 ${object} ${holder} reads ${expected ?? 'nothing'}`, () => {
      assert.equal(text(object, holder), expected);
    });
  }

  it('(A) names where an added object comes from, and only there', () => {
    assert.equal(lines.find((line) => line.object === 'inbox')?.addition, 'A');
    assert.equal(lines.find((line) => line.object === 'incident')?.addition, undefined);
  });
});
