import assert from 'node:assert/strict';
import { identityByName, identityByNumber } from '../../../bot/domain/people/identity.ts';

describe('what a person is found by', () => {
  it('is the same for one number however it is written', () => {
    assert.equal(identityByNumber('943 476 5919'), identityByNumber('9434765919'));
  });

  it('is the same for one name however it is spelt, on the same day of birth only', () => {
    const zoe = identityByName('Zoë O’Neill-Smith', '1980-04-03');

    assert.equal(identityByName('zoe oneill smith', '1980-04-03'), zoe);
    assert.notEqual(identityByName('Zoë O’Neill-Smith', '1980-04-04'), zoe);
  });

  it('never takes a name for a number', () => {
    assert.notEqual(identityByName('9434765919', ''), identityByNumber('9434765919'));
  });
});
