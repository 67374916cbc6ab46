import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leaveOut } from '../../../bot/domain/subjectAccess/leaveOut.ts';

const own = { name: 'Vera Quillfeather', isOwnNumber: (digits: string) => digits === '9990027315' };
const clean = (text: string, fields: string[] = [], wholeNames: string[] = []) =>
  leaveOut({ fields, wholeNames, own })(text);

describe('leaving other people out', () => {
  for (const [text, expected, fields] of [
    ['She shouted at Rosa Bell.', 'She shouted at [left out].', ['Rosa Bell']],
    ['Rosa rang for help; Mrs Bell came.', '[left out] rang for help; Mrs [left out] came.', ['Rosa Bell']],
    ['ROSA  BELL saw it', '[left out] saw it', ['Rosa Bell']],
    ['The bell rang, rosaceous.', 'The bell rang, rosaceous.', ['Rosa Bell']],
    ['Agnes and Tom saw it.', '[left out] and [left out] saw it.', ['Agnes, Tom and the two of us']],
    ['The desk and us two.', 'The desk and us two.', ['The two of us at the desk']],
    ['Anne-Marie O’Neill ran.', '[left out] ran.', ['Anne-Marie O’Neill']],
    ['Vera Quillfeather shouted.', 'Vera Quillfeather shouted.', ['Vera Quillfeather']],
    ['Vera shouted at Vera Bell.', 'Vera shouted at [left out].', ['Vera Bell']],
    ['$& Bell (x) a+b', '$& [left out] (x) a+b', ['Rosa Bell']],
  ] as const) {
    it(`§1.3 "${text}" without ${fields.join()}`, () => {
      assert.equal(clean(text, [...fields]), expected);
    });
  }

  it('members of staff go by their whole name alone', () => {
    assert.equal(
      clean('Owen Price rang. The price is high.', [], ['Owen Price']),
      '[left out] rang. The price is high.',
    );
    assert.equal(clean('Price is a word.', [], ['Owen Price']), 'Price is a word.');
  });

  it('§5.1 other people’s NHS numbers go, the person’s own and other figures stay', () => {
    const text =
      'NHS 999 002 7315, other 999-000-0018, telephone 07700 900123, landline 020 7946 0101, 1234567890.';
    assert.equal(clean(text), text.replace('999-000-0018', '[left out]'));
  });

  it('never throws, and never leaves a whole name of the record in', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string({ unit: 'grapheme' })),
        (text, fields) => {
          const without = clean(`${text} Rosa Bell ${text}`, [...fields, 'Rosa Bell']);
          assert.ok(!/(?<!\p{L})Rosa Bell(?!\p{L})/iu.test(without) || /\p{M}/u.test(text));
        },
      ),
    );
  });
});
