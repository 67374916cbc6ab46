import assert from 'node:assert/strict';
import { rehabNote, rehabSteps } from '../../../bot/contract/placement.ts';
import { referralState } from '../../../bot/contract/referral.ts';
import { changesTo } from '../../../bot/domain/rehab/change.ts';
import type { Referral } from '../../../bot/domain/rehab/referral.ts';
import { referralIn } from './referrals.ts';

const underG2 = (referral: Referral): Referral => ({
  ...referral,
  body: {
    ...referral.body,
    form: { ...referral.body.form, ground: 'G2', schemePlacement: 'PLC-2027-0000000' },
  },
});

describe('§3.2 a referral tells the placement behind it', () => {
  for (const state of referralState.options) {
    const tells = rehabSteps.some((step) => step === state);
    it(`${state}: ${tells ? 'told, when it comes about' : 'not told'}`, () => {
      const before = underG2(referralIn(state === 'CONTACTING' ? 'SUBMITTED' : 'CONTACTING'));
      const next = { ...before, state };

      const effects = changesTo(before, next).effects;
      const still = changesTo(next, next).effects;

      assert.deepEqual(
        effects.map(({ command, input }) => [command, input['step'], input['referral']]),
        tells ? [['placement.noteRehabOffer', state, before.ref]] : [],
      );
      for (const { input } of effects) assert.ok(rehabNote.safeParse(input).success);
      assert.deepEqual(still, []);
    });
  }

  it('a referral on another ground tells nobody, whatever else its form holds', () => {
    const referral = referralIn('DECLINED');
    const form = { ...referral.body.form, schemePlacement: 'PLC-2027-0000000' };

    assert.deepEqual(changesTo(undefined, { ...referral, body: { ...referral.body, form } }).effects, []);
  });
});
