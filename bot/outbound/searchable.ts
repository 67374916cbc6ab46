/** Text in the forms in which the gate looks for identifiers. */
import { normaliseName } from '../domain/people/names.ts';

/** One way to read a text. */
export interface Reading {
  /** Small letters without accents, plain digits, no invisible signs. */
  readonly plain: string;
  /**
   * The same with every white space as ` ` and every other sign but the point as `-`, so that patterns made for one
   * identifier need no Unicode classes: those cost a millisecond each to compile.
   */
  readonly text: string;
  /** The same with no signs at all: what is not in here need not be looked for. */
  readonly glued: string;
}

/** One text of a message, in the forms in which it is searched. */
export interface Searched {
  /** As written, capitals kept, without invisible signs. */
  readonly written: string;
  /** Its words of one to four capitals. */
  readonly capitals: readonly string[];
  /** As it stands; and with mark-up, entities and percent signs undone, if that makes a difference. */
  readonly readings: readonly Reading[];
}

/** Letters of other alphabets that only look alike are not brought together. */
export function searchedFor(text: string): Searched {
  const written = withoutInvisible(text);
  return {
    written,
    capitals: written.match(/(?<!\p{L})\p{Lu}{1,4}(?!\p{L})/gu) ?? [],
    readings: [...new Set([text, withoutMarkup(text)])].map(readingOf),
  };
}

export function readingOf(written: string): Reading {
  const plain = withoutInvisible(written)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/gu, (letter) => normaliseName(letter))
    .replace(/(?![0-9])\p{Nd}/gu, plainDigit);
  const text = plain.replace(/\s/g, ' ').replace(/[^\p{L}\p{N} .]/gu, '-');
  return { plain, text, glued: text.replace(/[ .-]/g, '') };
}

export function wordsOf(reading: Reading): string[] {
  return reading.text.split(/[ .-]+/).filter((word) => word !== '');
}

function withoutInvisible(text: string): string {
  return text.normalize('NFKD').replace(/[\p{Cf}\p{Variation_Selector}\u115f\u1160\u2800]|\u034f/gu, '');
}

function withoutMarkup(text: string): string {
  if (!/[&%\\<]/.test(text)) return text;
  let decoded = text;
  // Three rounds: what was encoded twice is read twice by the client that shows it.
  for (let round = 0; round < 3; round += 1) decoded = decodeOnce(decoded);
  return decoded.replace(/<\/?[a-z][^<>]{0,200}>/gi, '');
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  shy: '',
};

function decodeOnce(text: string): string {
  return text
    .replace(/&(amp|lt|gt|quot|nbsp|shy);/gi, (_all, name: string) => entities[name.toLowerCase()] ?? '')
    .replace(/&#(\d{1,7});/g, (_all, digits: string) => character(Number(digits)))
    .replace(/&#x([0-9a-f]{1,6});/gi, (_all, digits: string) => character(Number.parseInt(digits, 16)))
    .replace(/\\u([0-9a-f]{4})/gi, (_all, digits: string) => character(Number.parseInt(digits, 16)))
    .replace(/(?:%[0-9a-f]{2})+/gi, percentDecoded);
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function percentDecoded(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

/** Unicode keeps the digits of a script together, nought first. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
