/** Numbers, dates of birth, postcodes, police logs and house numbers: identifiers with digits. */
import { findNhsNumbers } from '../domain/people/nhsNumber.ts';
import {
  gap,
  patternTest,
  someGap,
  wholeCode,
  wholeNumber,
  type IdentifierTest,
} from './identifierPattern.ts';
import { readingOf } from './searchable.ts';

const mostPhoneDigits = 15;
const fewestPhoneDigits = 7;

/** NHS and telephone numbers anywhere in the text, in any grouping, British ones with +44, 0044 or 0. */
export function numberTests(identifier: string): IdentifierTest[] {
  const nhs = findNhsNumbers(identifier).map((digits) => digitsTest('NHS number', digits));
  const runs = identifier.match(/(?:\+|\b)\d[\d\s().\-–]{5,}\d/g) ?? [];
  const phones = runs
    .map((run) => nationalDigits(run.replace(/\D/g, '')))
    .filter(({ length }) => length >= fewestPhoneDigits && length <= mostPhoneDigits)
    .map((digits) => digitsTest('telephone number', digits));
  return [...nhs, ...phones];
}

function nationalDigits(digits: string): string {
  return digits.replace(/^(?:00)?44/, '').replace(/^0/, '');
}

function digitsTest(kind: 'NHS number' | 'telephone number', digits: string): IdentifierTest {
  const prefix = `(?:(?:0${gap}0${gap})?4${gap}4${gap})?(?:0${gap})?`;
  return patternTest(kind, digits, wholeNumber(`${prefix}${digits.split('').join(gap)}`), true);
}

const isoDate = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/g;
const britishDate = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/g;
/** A date inside a longer text is when something happened, not when somebody was born. */
const longestWithBirthDate = 40;

const months = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

/** A date of birth in ISO, in British order with any signs between, run together, or with its month in words. */
export function dateTests(identifier: string): IdentifierTest[] {
  if (identifier.length > longestWithBirthDate) return [];
  const iso = [...identifier.matchAll(isoDate)].map(([, year, month, day]) => ({ year, month, day }));
  const british = [...identifier.matchAll(britishDate)].map(([, day, month, year]) => ({ year, month, day }));
  return [...iso, ...british].map(({ year = '', month = '', day = '' }) =>
    patternTest('date of birth', year.slice(2), datePattern(year, Number(month), Number(day)), true),
  );
}

const two = (value: number) => String(value).padStart(2, '0');

function datePattern(year: string, month: number, day: number): string {
  const [d, m] = [`0?${day}`, `0?${month}`];
  const y = `(?:${year}|${year.slice(2)})`;
  const name = `(?:${(months[month - 1] ?? []).join('|')})`;
  const dayWord = `${d}${gap}(?:st|nd|rd|th)?`;
  const ways = [
    [d, m, y].join(someGap),
    [year, m, d].join(someGap),
    `${two(day)}${two(month)}${year}`.split('').join(gap),
    `${year}${two(month)}${two(day)}`.split('').join(gap),
    `${two(day)}${two(month)}${year.slice(2)}`,
    `${dayWord}${gap}(?:of${someGap})?${name}${gap}${y}`,
    `${name}${gap}${dayWord}${someGap}${y}`,
    `${year}${gap}${name}${gap}${d}`,
  ];
  return wholeNumber(ways.join('|'));
}

const postcode = /(?<![a-z0-9])[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}(?![a-z0-9])/g;
const mostCodeWords = 6;
const fewestCodeSigns = 3;
/** Longer texts tell a story, and "11 January" in it is no code. */
const longestWithCode = 80;

/** Postcodes anywhere; and short texts with digits as a whole: a police log number, "12 High Street", a car's plate. */
export function codeTests(identifier: string): IdentifierTest[] {
  const text = readingOf(identifier).plain;
  const postcodes = [...text.matchAll(postcode)].map(([found]) => codeTest('postcode', found));
  const segments = text.length > longestWithCode ? [] : text.split(/[,;\n]/).filter(isCode);
  return [...postcodes, ...segments.map((segment) => codeTest('number or address', segment))];
}

function isCode(segment: string): boolean {
  const signs = segment.replace(/[^\p{L}\p{N}]/gu, '');
  const words = segment.trim().split(/\s+/);
  return /\d/.test(signs) && signs.length >= fewestCodeSigns && words.length <= mostCodeWords;
}

function codeTest(kind: 'postcode' | 'number or address', code: string): IdentifierTest {
  const signs = readingOf(code).glued;
  return patternTest(kind, signs, wholeCode(signs.split('').join(gap)), true);
}
