import assert from 'node:assert/strict';
import { parseOdsCode } from '../../../bot/domain/people/odsCode.ts';
import { passed, refusal } from './checking.ts';

describe('practice codes', () => {
  for (const [typed, code] of [
    ['Z99001', 'Z99001'],
    [' z99099 ', 'Z99099'],
    ['z 99 050', 'Z99050'],
  ] as const) {
    it(`§5.2 ${typed} passes in silence`, () => {
      assert.deepEqual(passed(parseOdsCode(typed)), { value: code, rules: [] });
    });
  }

  for (const typed of ['g7h8j', 'RL4', 'Z990011', 'ZZ9900', '15C', 'ABCDEFGH9']) {
    it(`W-05 ${typed} passes with a note that it is unusual`, () => {
      assert.deepEqual(passed(parseOdsCode(typed)), { value: typed.toUpperCase(), rules: ['W-05'] });
    });
  }

  for (const typed of ['', 'Z9', 'ABCDEFGHIJ', 'Z99-001', 'Ž99001']) {
    it(`§5.2 ${JSON.stringify(typed)} is refused`, () => {
      assert.match(refusal(parseOdsCode(typed)), /Add the practice code/);
    });
  }
});
