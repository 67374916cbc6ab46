import assert from 'node:assert/strict';
import fc from 'fast-check';
import { initials, isSameName, normaliseName } from '../../../bot/domain/people/names.ts';

describe('initials', () => {
  const cases: [string, string][] = [
    ['Jo Bloggs', 'JB'],
    ['  mary-jane   o’neill ', 'MO'],
    ['Ludwig van der Berg', 'LVDB'],
    ['(Jo) "Bloggs"', 'JB'],
    ['e\u0301mile Zola', 'ÉZ'],
    ['Cher', 'C'],
    ['12 ?', ''],
    ['', ''],
  ];
  for (const [name, expected] of cases) {
    it(`§1.3 of ${JSON.stringify(name)} are ${JSON.stringify(expected)}`, () => {
      assert.equal(initials(name), expected);
    });
  }
});

describe('comparing names', () => {
  const same: [string, string][] = [
    ['Zoë O’Neill-Smith', ' zoe  ONEILL smith '],
    ["D'Arcy", 'D‘arcy'],
    ['D`Arcy', 'Dʼarcy'],
    ['José', 'Jose\u0301'],
    ['Łukasz Sørensen', 'lukasz sorensen'],
    ['Strauß', 'STRAUSS'],
    ['IŞIK', 'ışık'],
    ['Smith–Jones', 'Smith Jones'],
    ['St. John', 'St John'],
    ['Ｊｏ', 'Jo'],
  ];
  for (const [a, b] of same) {
    it(`§5 ${a} and ${b} may be one name`, () => {
      assert.equal(isSameName(a, b), true);
    });
  }

  const different: [string, string][] = [
    ['Jo Bloggs', 'Joe Bloggs'],
    ['Jo Bloggs', 'Bloggs Jo'],
    ['Mary Ann', 'Maryann'],
    ['', ''],
    ['-', '?'],
  ];
  for (const [a, b] of different) {
    it(`§5 ${JSON.stringify(a)} and ${JSON.stringify(b)} are not`, () => {
      assert.equal(isSameName(a, b), false);
    });
  }

  it('normalising once is enough, and leaves no space around or twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const key = normaliseName(name);
        assert.equal(normaliseName(key), key);
        assert.doesNotMatch(key, /^ | {2}| $/);
      }),
      { numRuns: 500 },
    );
  });
});
