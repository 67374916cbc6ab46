import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvTable } from '../../bot/documents/csvTable.ts';

const read = (bytes: Uint8Array) => parse(Buffer.from(bytes), { bom: true });

describe('a table as CSV (D19)', () => {
  it('begins with the mark by which Excel reads UTF-8, and ends its lines as Excel does', () => {
    const text = Buffer.from(csvTable(['Name'], [['Zoë']])).toString('utf8');

    assert.equal(text, '\u{feff}"Name"\r\n"Zoë"\r\n');
  });

  it('has its columns when there are no rows', () => {
    assert.deepEqual(read(csvTable(['One', 'Two'], [])), [['One', 'Two']]);
  });

  for (const formula of [
    '=1+1',
    '+44',
    '-2+3',
    '@SUM(A1)',
    '\tcmd',
    '\r=cmd',
    '＝1+1',
    '＋1',
    '－1',
    '＠A1',
  ]) {
    it(`gives ${JSON.stringify(formula)} an apostrophe, so that no spreadsheet carries it out`, () => {
      const [, row] = read(csvTable(['Typed'], [[formula]]));

      assert.deepEqual(row, [`'${formula}`]);
    });
  }

  it('keeps every text whole, whatever it holds', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/^[=+\-@\t\r＝＋－＠\u{feff}]/u.test(text));
    const row = fc.tuple(cell, cell);

    fc.assert(
      fc.property(fc.array(row), (rows) => {
        assert.deepEqual(read(csvTable(['One', 'Two'], rows)), [['One', 'Two'], ...rows]);
      }),
    );
  });
});
