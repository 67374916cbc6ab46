import { accepted, refused } from './checked.ts';
import type { Checked } from './checked.ts';

const PRACTICE = /^[A-Z][0-9]{5}$/;
const ANY_ORGANISATION = /^[A-Z0-9]{3,9}$/;

/**
 * A practice's organisation code as typed -> in capitals, without spaces (DOMAIN §5.2). The usual shape passes
 * in silence; any other possible code passes with W-05, for nothing may be inferred from the newer ones.
 */
export function parseOdsCode(typed: string): Checked<string> {
  const code = typed.replace(/\s/g, '').toUpperCase();
  if (PRACTICE.test(code)) return accepted(code);
  if (ANY_ORGANISATION.test(code)) {
    return accepted(code, [
      {
        rule: 'W-05',
        message:
          'Practice codes are usually one letter and 5 digits, like Z99001. Check that this one is right.',
      },
    ]);
  }
  return refused(
    'Add the practice code: one letter and 5 digits, like Z99001. Your practice manager knows it.',
  );
}
