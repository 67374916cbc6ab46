// Letters that carry their mark inside them, so that taking accents off does not reach them.
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** The initials of a name, in capitals, one for each word: "Mary-Jane O’Neill" -> "MO". */
export function initials(name: string): string {
  return name
    .normalize('NFC')
    .split(/\s+/u)
    .map((word) => /\p{L}/u.exec(word)?.[0] ?? '')
    .join('')
    .toLocaleUpperCase('en-GB');
}

/**
 * A name made fit to be compared: case, accents and apostrophes do not count, hyphens count as spaces, other
 * signs go. "  Zoë O’Neill-Smith" -> "zoe oneill smith". Not for showing to anyone.
 */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKD')
    .toLocaleLowerCase('en-GB')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/gu, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .replace(/[^\p{Ll}\p{Lo}\p{N} ]/gu, '')
    .replace(/ +/g, ' ')
    .trim();
}

/** Whether two spellings may be one name; empty names are never the same. */
export function isSameName(a: string, b: string): boolean {
  const key = normaliseName(a);
  return key !== '' && key === normaliseName(b);
}
