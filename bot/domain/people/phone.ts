import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { PhoneNumber } from 'libphonenumber-js/min';
import { accepted, refused } from './checked.ts';
import type { Checked, Warning } from './checked.ts';

/** A telephone number as it was typed, and in E.164 for dialling: +447700900123. */
export interface Phone {
  readonly typed: string;
  readonly e164: string;
}

const FEWEST_DIGITS = 9;
const LONGEST_SHORT_CODE = 6;

const PREMIUM_RATE: Warning = {
  rule: '§5.4',
  message: 'Numbers that begin with 09 cost extra to ring. Ask the patient for another number.',
};

/**
 * A telephone number as typed; without a country code it is a British one (DOMAIN §5.4). Only lengths are
 * checked: the library's own idea of a valid number leaves out whole ranges. `forPatient` asks for 9 digits
 * or more and warns of premium rates. A short code (111, 60777) reaches no patient and has no E.164 form, so
 * it is refused in words of its own.
 */
export function parsePhone(
  typed: string,
  { forPatient = false }: { forPatient?: boolean } = {},
): Checked<Phone> {
  const asTyped = typed.trim();
  const digits = asTyped.replace(/\D/g, '').length;
  if (digits === 0) return refused('Add a telephone number, with its area code.');

  const number = parsePhoneNumberFromString(asTyped, { defaultCountry: 'GB', extract: false });
  if (digits <= LONGEST_SHORT_CODE && !asTyped.startsWith('+')) {
    return refused('This is a short number. Add the full telephone number, with its area code.');
  }
  if (number === undefined) {
    return refused(
      'This does not read as a telephone number. Type one number only, such as 020 7946 0123. Put anything else in the notes.',
    );
  }
  if (!hasPossibleLength(number) || (forPatient && digits < FEWEST_DIGITS)) {
    return refused(
      'This telephone number has too few or too many digits. Check it. For a number abroad, begin with + and the country code.',
    );
  }
  const warnings = forPatient && isPremiumRate(number) ? [PREMIUM_RATE] : [];
  return accepted({ typed: asTyped, e164: number.number }, warnings);
}

// British numbers have 9 or 10 digits after +44, and 9 only in some 01, 05 and 08 ranges: a mobile number one
// digit short is the slip most often made. The library lets it pass, and 7 digits, and a nought in front.
function hasPossibleLength(number: PhoneNumber): boolean {
  if (number.countryCallingCode !== '44') return number.isPossible();
  return /^(?:[1-9][0-9]{9}|[158][0-9]{8})$/.test(number.nationalNumber);
}

function isPremiumRate(number: PhoneNumber): boolean {
  return number.countryCallingCode === '44' && number.nationalNumber.startsWith('9');
}
