import assert from 'node:assert/strict';
import { mostImportRows } from '../../../bot/contract/people.ts';
import { readImport } from '../../../bot/domain/people/readImport.ts';

const heading = 'type,name,sign-in id,role,organisation,area,from,to,phone,email,sites';
const robin = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

function problemOf(text: string): string {
  const lines = text === '' ? [] : text.split('\n');
  const read = readImport(lines.map((line, index) => ({ line: index + 1, cells: line.split(',') })));
  assert('problem' in read);
  return read.problem;
}

describe('a list that is wrong as a whole', () => {
  for (const [what, text, sentence] of [
    ['empty', '', /nothing in this list/],
    ['a heading alone', heading, /nothing in this list/],
    ['a column there is not', `${heading},salary\nstaff`, /no column “salary”/],
    ['a column twice', `${heading},name\nstaff`, /column name is there twice/],
    ['no heading', `staff,Robin Vale,${robin}\nstaff,Robin Vale,${robin}`, /no column “staff”/],
    ['a column missing', 'type,name\nstaff,Robin', /has no column organisation/],
    [
      'too long',
      [heading, ...Array.from({ length: mostImportRows + 1 }, () => 'staff')].join('\n'),
      /501 rows\. Split it/,
    ],
  ] as const) {
    it(`is told in a sentence: ${what}`, () => {
      assert.match(problemOf(text), sentence);
    });
  }
});
