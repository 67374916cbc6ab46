import assert from 'node:assert/strict';
import { programmeOf } from '../../../bot/domain/rehab/programme.ts';

describe('§6.4 the programme under an area’s profile', () => {
  it('is the one of the profile, whatever its version', () => {
    assert.equal(programmeOf('national-2024@1').ground3, true);
    assert.equal(programmeOf('national-2024@7').ground3, true);
    assert.equal(programmeOf('wolverhampton-2017@1').ground3, false);
  });

  it('is the strictest where the profile is unknown', () => {
    const { ground3, shareNhsNumber, maxDna } = programmeOf('');

    assert.deepEqual([ground3, shareNhsNumber, maxDna], [false, false, 2]);
  });
});
