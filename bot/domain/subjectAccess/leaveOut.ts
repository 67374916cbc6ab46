/**
 * Taking other people out of texts about one person (DOMAIN §1.3 rule 7): names that the record knows of, and NHS
 * numbers that are not the person's own. Free text can name people nobody knows of, so an officer reads the result.
 */
import { normaliseName } from '../people/names.ts';
import { parseNhsNumber } from '../people/nhsNumber.ts';

/** What stands where something was. */
export const leftOut = '[left out]';

const shortestName = 3;
const capitalised = /^\p{Lu}[\p{L}\p{M}'’-]+$/u;
const namesInARow = /\p{Lu}[\p{L}\p{M}'’-]+(?:\s+\p{Lu}[\p{L}\p{M}'’-]+)+/gu;
const tenDigits = /(?<!\d)[1-9](?:[\s\p{Pd}]{0,2}\d){9}(?!\d)/gu;

interface Others {
  /** Fields that hold other people: "Rosa Bell and Agnes, the two of us at the desk". */
  readonly fields: readonly (string | undefined)[];
  /** Full names of people who may be meant or not: only the whole name counts. */
  readonly wholeNames?: readonly string[];
  /** The person whose data it is. */
  readonly own: { readonly name: string; readonly isOwnNumber: (digits: string) => boolean };
}

/** A text without other people, as far as they are known. */
export function leaveOut({ fields, wholeNames = [], own }: Others): (text: string) => string {
  const ownWords = normaliseName(own.name).split(' ');
  const named = fields.flatMap((field) => (field ? namesIn(field) : []));
  const words = named
    .flatMap((name) => name.split(/\s+/u))
    .filter((word) => word.length >= shortestName && !ownWords.includes(normaliseName(word)));
  // The longest first, so that a whole name goes at once.
  const whole = [...named, ...wholeNames].filter((name) => normaliseName(name) !== ownWords.join(' '));
  const patterns = [
    ...byLength(whole).map((name) => new RegExp(wordsOf(name), 'giu')),
    ...byLength(words).map((word) => new RegExp(wordsOf(word), 'gu')),
  ];
  return (text) =>
    patterns
      .reduce((rest, pattern) => rest.replace(pattern, leftOut), text)
      .replace(tenDigits, (found) => (isOthersNumber(found, own) ? leftOut : found));
}

/** The names in a field: parts that are nothing but capitalised words, and two or more of those in a row. */
function namesIn(field: string): string[] {
  const parts = field.split(/[,;&\n/()]|\band\b|\bor\b/u).map((part) => part.trim());
  const plain = parts.filter(
    (part) => part !== '' && part.split(/\s+/u).every((word) => capitalised.test(word)),
  );
  return [...plain, ...(field.match(namesInARow) ?? [])];
}

const byLength = (names: readonly string[]) =>
  [...new Set(names)].filter((name) => name.trim() !== '').toSorted((a, b) => b.length - a.length);

/** Whole words, with any space between them. */
const wordsOf = (name: string) =>
  `(?<![\\p{L}\\p{M}])${name
    .trim()
    .split(/\s+/u)
    .map((word) => RegExp.escape(word))
    .join('\\s+')}(?![\\p{L}\\p{M}])`;

function isOthersNumber(found: string, own: Others['own']): boolean {
  const number = parseNhsNumber(found, { allowTestRange: true });
  return number.ok && !own.isOwnNumber(number.value);
}
