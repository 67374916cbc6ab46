import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTable } from '../../bot/desk/readTable.ts';

const cellsOf = (text: string) => {
  const table = readTable(text);
  assert('rows' in table, 'problem' in table ? table.problem : '');
  return table.rows.map(({ line, cells }) => [line, ...cells]);
};

describe('a spreadsheet saved as CSV', () => {
  for (const [what, text] of [
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['the mark of UTF-8 in front', '\uFEFFa,b\n1,2'],
    ['the line ends of Windows', 'a,b\r\n1,2\r\n'],
    ['the line ends of old', 'a,b\r1,2\r'],
    ['quotes', '"a","b"\n"1","2"\n'],
    ['spaces around', ' a , b \n 1 , 2 \n'],
  ] as const) {
    it(`${what}: the same rows`, () => {
      assert.deepEqual(cellsOf(text), [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ]);
    });
  }

  it('blank lines and empty rows are left out, and every row keeps its own line', () => {
    assert.deepEqual(cellsOf('a,b\n\n1,2\n , \n,\n3,4\n'), [
      [1, 'a', 'b'],
      [3, '1', '2'],
      [6, '3', '4'],
    ]);
  });

  it('a quoted cell may hold the comma, the quote and the line end', () => {
    assert.deepEqual(cellsOf('a,b\n"Lane, Mill","the ""old"" one\nby the pond"\n'), [
      [1, 'a', 'b'],
      [3, 'Lane, Mill', 'the "old" one\nby the pond'],
    ]);
  });

  it('rows may be shorter or longer than the heading: whoever reads them says what is wrong', () => {
    assert.deepEqual(cellsOf('a,b\n1\n1,2,3\n'), [
      [1, 'a', 'b'],
      [2, '1'],
      [3, '1', '2', '3'],
    ]);
  });

  for (const text of ['a,b\n"1,2\n', 'a,b\n1,2 "x" y"\n"open', 'a,b\n"1"x,2\n']) {
    it(`quotes that do not match are told in a sentence: ${JSON.stringify(text)}`, () => {
      const table = readTable(text);

      assert('problem' in table);
      assert.match(table.problem, /^The quotes do not match.*Save the list from your spreadsheet/);
    });
  }

  it('whatever the text, there are rows or a sentence', () => {
    const text = fc.array(fc.constantFrom('a', ',', ';', '"', '\n', '\r', ' ', '|', 'é', '\u0000', '\uFEFF'));
    fc.assert(
      fc.property(text, (signs) => {
        const table = readTable(signs.join(''));
        assert.ok('rows' in table || table.problem.endsWith('.'));
      }),
      { numRuns: 2_000 },
    );
  });
});
