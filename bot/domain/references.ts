/** What a reference can name (DOMAIN §10). */
export const REFERENCE_TYPES = [
  'INC',
  'RMR',
  'PLC',
  'LTR',
  'APL',
  'MTG',
  'ITM',
  'SGR',
  'RNF',
  'REF',
  'SES',
  'COH',
  'SGC',
  'AGN',
  'SEC',
  // Addition (A): a subject-access request (§8).
  'SAR',
  // An import of staff and practices (A).
  'IMP',
] as const;

export type ReferenceType = (typeof REFERENCE_TYPES)[number];

export interface Reference {
  readonly type: ReferenceType;
  /** The London year of creation. */
  readonly year: number;
  /** The whole reference in its normal form, INC-2027-4839272. */
  readonly ref: string;
}

// Damm's table: row the digit carried so far, column the next digit. Running a number and its check digit
// through it ends at 0. It catches every single wrong digit and every swap of two neighbours.
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/**
 * A reference of DESIGN D21: type, four-digit London year, six digits and a check digit over all of them, the
 * letters of the type included. `sixDigits` is a whole number from 0 to 999999, drawn at random by the caller.
 * RangeError when it or the year is out of range.
 */
export function makeReference(type: ReferenceType, year: number, sixDigits: number): string {
  if (!isWholeBetween(year, 1000, 9999)) throw new RangeError(`A year has four digits, not ${year}`);
  if (!isWholeBetween(sixDigits, 0, 999_999)) throw new RangeError('The number has at most six digits');
  const number = String(sixDigits).padStart(6, '0');
  return `${type}-${year}-${number}${damm(`${letterDigits(type)}${year}${number}`)}`;
}

/**
 * A reference as people type it: any case, spaces or dashes anywhere or left out. Undefined when the type is
 * unknown, the shape wrong or the check digit does not fit.
 */
export function parseReference(text: string): Reference | undefined {
  const { type, year, number } = partsOf(text) ?? {};
  if (!type || damm(`${letterDigits(type)}${year}${number}`) !== 0) return undefined;
  return { type, year: Number(year), ref: `${type}-${year}-${number}` };
}

/** A reference in all but its digits: the shape is right, and the check digit says that one is wrong or two are swapped. */
export function isMistyped(text: string): boolean {
  return partsOf(text) !== undefined && parseReference(text) === undefined;
}

function partsOf(text: string) {
  const bare = text.replace(/[\s\p{Pd}\u2212]/gu, '').toUpperCase();
  const [, letters = '', year = '', number = ''] = /^([A-Z]{3})([1-9][0-9]{3})([0-9]{7})$/.exec(bare) ?? [];
  const type = REFERENCE_TYPES.find((known) => known === letters);
  return type && { type, year, number };
}

function damm(digits: string): number {
  return digits.split('').reduce((row, digit) => Number(DAMM[row]?.[Number(digit)]), 0);
}

// A is 01, Z is 26: a reference whose type alone was mistaken seldom passes either.
function letterDigits(type: ReferenceType): string {
  return type
    .split('')
    .map((letter) => String(letter.charCodeAt(0) - 64).padStart(2, '0'))
    .join('');
}

function isWholeBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
