import { accepted, refused } from './checked.ts';
import type { Checked, Warning } from './checked.ts';

// Spaces, hyphens and dashes of any kind, and the invisible marks that come along when a number is pasted.
const SEPARATOR = String.raw`[\s\u00ad\u200b-\u200d\u2010-\u2015\u2060\u2212\ufeff\-]`;
const SEPARATORS = new RegExp(SEPARATOR, 'gu');

// Ten digits with at most two separators between neighbours. The lookahead lets candidates overlap, so a
// number right behind another figure is found too. What ends in "10:30" is a date and a time.
const TEN_DIGITS_IN_TEXT = new RegExp(String.raw`(?<!\d)(?=(\d(?:${SEPARATOR}{0,2}\d){9})(?!\d|:\d))`, 'gu');

/**
 * An NHS number as typed -> its 10 digits (DOMAIN §5.1). Numbers from 999 000 0000 up are never issued:
 * `allowTestRange` lets them pass, everywhere but in production.
 */
export function parseNhsNumber(
  typed: string,
  { allowTestRange = false }: { allowTestRange?: boolean } = {},
): Checked<string> {
  const digits = typed.replace(SEPARATORS, '');
  if (digits === '') return refused('Add the NHS number. It has 10 digits.');
  if (!/^[0-9]+$/.test(digits)) {
    return refused('An NHS number is made of digits only. Take out the letters and signs.');
  }
  if (digits.length !== 10) {
    return refused(
      `An NHS number has 10 digits and this has ${digits.length}. Compare it with the patient’s record.`,
    );
  }
  if (!hasRightCheckDigit(digits)) {
    return refused(
      'This is not an NHS number: a digit is wrong. Compare it with the patient’s record, digit by digit.',
    );
  }
  if (digits.startsWith('999') && !allowTestRange) {
    return refused('NHS numbers that begin with 999 are for testing only. Type the patient’s own number.');
  }
  return accepted(digits);
}

/** The 10 digits as people read them: "943 476 5919". */
export function displayNhsNumber(digits: string): string {
  return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
}

/**
 * Every NHS number in free text, as 10 digits, once each, in the order met. Test numbers count: the scan is
 * for a slip of the pen, in a demonstration too.
 */
export function findNhsNumbers(text: string): string[] {
  const candidates = [...text.matchAll(TEN_DIGITS_IN_TEXT)].map((match) =>
    (match[1] ?? '').replace(/\D/g, ''),
  );
  return [...new Set(candidates)].filter(hasRightCheckDigit);
}

/** W-08: free text holds the NHS number of someone other than the patient it is about (10 digits, if known). */
export function otherNhsNumberWarning(text: string, own?: string): Warning | undefined {
  if (findNhsNumbers(text).every((found) => found === own)) return undefined;
  return {
    rule: 'W-08',
    message: 'This text seems to hold another person’s NHS number. Take it out, or say why it has to stay.',
  };
}

// Modulus 11. A remainder of 1 asks for a check digit of 10, which no digit equals, so such a number fails as
// it must. All noughts pass the sum and are refused here.
function hasRightCheckDigit(digits: string): boolean {
  if (digits === '0000000000') return false;
  const sum = digits
    .slice(0, 9)
    .split('')
    .reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]);
}
