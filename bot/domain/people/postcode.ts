import { accepted, refused } from './checked.ts';
import type { Checked } from './checked.ts';

/**
 * A postcode in capitals with one space before its last three characters. `pseudo` is set when it stands for
 * the lack of an address here; the letter then needs a contact address in words (DOMAIN §5.5).
 */
export interface Postcode {
  readonly postcode: string;
  readonly pseudo?: string;
}

const SHAPE = /^(?:[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}|GIR 0AA)$/;

const PSEUDO_MEANINGS: Readonly<Record<string, string>> = {
  'ZZ99 3VZ': 'no fixed abode',
  'ZZ99 3WZ': 'address not known',
  'ZZ99 3CZ': 'England, not otherwise stated',
};

/** A postcode as typed -> its normal form (DOMAIN §5.5). */
export function parsePostcode(typed: string): Checked<Postcode> {
  const bare = typed.replace(/\s/g, '').toUpperCase();
  if (bare === '') {
    return refused('Add the postcode. For someone of no fixed abode use ZZ99 3VZ.');
  }
  const postcode = `${bare.slice(0, -3)} ${bare.slice(-3)}`;
  if (!SHAPE.test(postcode)) {
    return refused(
      'This is not a full postcode. Type it like WV1 1AA. If the address is not known use ZZ99 3WZ.',
    );
  }
  const pseudo = pseudoMeaning(postcode);
  return accepted(pseudo === undefined ? { postcode } : { postcode, pseudo });
}

// ZZ99 is nobody's postal district: the codes not listed stand for places abroad.
function pseudoMeaning(postcode: string): string | undefined {
  if (!postcode.startsWith('ZZ99 ')) return undefined;
  return PSEUDO_MEANINGS[postcode] ?? 'no address in England';
}
