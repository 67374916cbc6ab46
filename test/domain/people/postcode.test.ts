import assert from 'node:assert/strict';
import { parsePostcode } from '../../../bot/domain/people/postcode.ts';
import { passed, refusal } from './checking.ts';

describe('postcodes', () => {
  const accepted: [string, string][] = [
    ['wv11aa', 'WV1 1AA'],
    [' WV1 1AA ', 'WV1 1AA'],
    ['w v 1 1 a a', 'WV1 1AA'],
    ['m1 1ae', 'M1 1AE'],
    ['b338th', 'B33 8TH'],
    ['cr26xh', 'CR2 6XH'],
    ['dn551pt', 'DN55 1PT'],
    ['w1a1hq', 'W1A 1HQ'],
    ['ec1a 1bb', 'EC1A 1BB'],
    ['gir0aa', 'GIR 0AA'],
  ];
  for (const [typed, postcode] of accepted) {
    it(`§5.5 ${typed} becomes ${postcode}`, () => {
      assert.deepEqual(passed(parsePostcode(typed)).value, { postcode });
    });
  }

  const pseudo: [string, string, string][] = [
    ['zz993vz', 'ZZ99 3VZ', 'no fixed abode'],
    ['ZZ99 3WZ', 'ZZ99 3WZ', 'address not known'],
    ['zz99 3cz', 'ZZ99 3CZ', 'England, not otherwise stated'],
    ['zz99 6qz', 'ZZ99 6QZ', 'no address in England'],
  ];
  for (const [typed, postcode, meaning] of pseudo) {
    it(`§5.5 ${typed} stands for ${meaning}`, () => {
      assert.deepEqual(passed(parsePostcode(typed)).value, { postcode, pseudo: meaning });
    });
  }

  for (const typed of [
    'WV1',
    '1AA',
    'WV1 1A',
    'WVX 1AA',
    'WV1 AA1',
    'WV111 1AA',
    'ABC1 1AA',
    'GIR 0AB',
    'WV1-1AA',
    '12345',
  ]) {
    it(`§5.5 ${typed} is refused, with the way out`, () => {
      assert.match(refusal(parsePostcode(typed)), /not a full postcode.*ZZ99 3WZ/);
    });
  }

  it('§5.5 nothing at all asks for a postcode and names the one for no fixed abode', () => {
    assert.match(refusal(parsePostcode(' ')), /Add the postcode.*ZZ99 3VZ/);
  });
});
