import assert from 'node:assert/strict';
import fc from 'fast-check';
import { understand, type Said } from '../../bot/chat/words.ts';
import { makeReference } from '../../bot/domain/references.ts';

const ref = makeReference('INC', 2027, 483_927);
const other = makeReference('INC', 2027, 100_001);
const [, , digits = ''] = ref.split('-');
const mistyped = `INC-2027-${digits.slice(0, -1)}${(Number(digits.at(-1)) + 1) % 10}`;

const table: readonly (readonly [typed: string, said: Said])[] = [
  ['report', { word: 'report' }],
  ['/Report', { word: 'report' }],
  ['  REPORT!  ', { word: 'report' }],
  ['reprot', { word: 'report' }],
  ['repor', { word: 'report' }],
  ['Report an incident', { word: 'report' }],
  ['my reports', { word: 'myReports' }],
  ['MY  REPORTS', { word: 'myReports' }],
  ['my reprots', { word: 'myReports' }],
  ['reports', { word: 'myReports' }],
  ['inbox', { word: 'inbox' }],
  ['inbx', { word: 'inbox' }],
  ['due', { word: 'due' }],
  ['Help?', { word: 'help' }],
  ['hlep', { word: 'help' }],
  ['Hello', { word: 'hello' }],
  ['hi', { word: 'hello' }],
  ['good morning', { word: 'hello' }],
  ['thanks', { word: 'thanks' }],
  ['Thank you very much!', { word: 'thanks' }],
  ['status', { word: 'status', ref: undefined }],
  [`status ${ref}`, { word: 'status', ref }],
  [`/STATUS ${ref.toLowerCase()}`, { word: 'status', ref }],
  [`staus ${ref.replaceAll('-', ' ')}`, { word: 'status', ref }],
  [`status of ${ref.replaceAll('-', '')}?`, { word: 'status', ref }],
  [ref, { word: 'status', ref }],
  [`${ref}.`, { word: 'status', ref }],
  [mistyped, { word: 'mistypedReference' }],
  [`status ${mistyped}`, { word: 'mistypedReference' }],
  [`link ${ref} ${other}`, { word: 'link', refs: [ref, other] }],
  [`Link ${ref} and ${other}`, { word: 'link', refs: [ref, other] }],
  [`link ${ref} with ${mistyped}`, { word: 'mistypedReference' }],
  [`link ${ref}`, { word: 'link', refs: [ref] }],
  ['link', { word: 'link', refs: [] }],
  [`${ref} ${other}`, { word: 'unknown' }],
  ['act as Priya Shah', { word: 'actAs', name: 'Priya Shah' }],
  ['/ACT AS priya.', { word: 'actAs', name: 'priya' }],
  ['act as', { word: 'actAs', name: '' }],
  ['next panel', { word: 'nextPanel' }],
  ['Next pannel?', { word: 'nextPanel' }],
  ['next meeting', { word: 'nextPanel' }],
  ['set up panel', { word: 'setUpPanel' }],
  ['Set up  Panel.', { word: 'setUpPanel' }],
  // Equally near to help and hello: neither is guessed.
  ['helo', { word: 'unknown' }],
  ['dur', { word: 'unknown' }],
  ['', { word: 'unknown' }],
  ['He hit me', { word: 'unknown' }],
  ['refer', { word: 'refer' }],
  ['/Refer', { word: 'refer' }],
  ['refre', { word: 'refer' }],
  ['refer a patient', { word: 'refer' }],
  ['my referrals', { word: 'myReferrals' }],
  ['my referals', { word: 'myReferrals' }],
  // Words of later versions are not offered and not guessed at.
];

describe('words understood in chat', () => {
  for (const [typed, said] of table) {
    it(`"${typed}" is ${said.word}`, () => {
      assert.deepEqual(understand(typed, { demo: true }), said);
    });
  }

  it('does not know "act as" outside demo mode', () => {
    assert.deepEqual(understand('act as Priya Shah', { demo: false }), { word: 'unknown' });
  });

  it('takes any text without failing, and gives one of its words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.boolean(), (typed, demo) => {
        assert.equal(typeof understand(typed, { demo }).word, 'string');
      }),
    );
  });

  it('finds every reference, however it is spaced and in any case', () => {
    const joint = fc.constantFrom('-', ' ', '', ' - ', '\u2013');
    fc.assert(
      fc.property(
        fc.nat(999_999),
        fc.integer({ min: 2020, max: 2040 }),
        joint,
        fc.boolean(),
        (n, year, gap, low) => {
          const made = makeReference('INC', year, n);
          const typed = made.replaceAll('-', gap);
          assert.deepEqual(understand(low ? typed.toLowerCase() : typed, { demo: false }), {
            word: 'status',
            ref: made,
          });
        },
      ),
    );
  });

  it('never takes a reference with one wrong digit for another report', () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(6), fc.integer({ min: 1, max: 9 }), (n, at, by) => {
        const made = makeReference('INC', 2027, n);
        const place = made.length - 1 - at;
        const wrong = `${made.slice(0, place)}${(Number(made[place]) + by) % 10}${made.slice(place + 1)}`;
        assert.deepEqual(understand(wrong, { demo: false }), { word: 'mistypedReference' });
      }),
    );
  });
});
