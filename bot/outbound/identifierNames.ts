/** Names of people, in fields for names and inside longer texts. */
import { normaliseName } from '../domain/people/names.ts';
import { gap, patternTest, someGap, wholeWord, type IdentifierTest } from './identifierPattern.ts';
import { abbreviations, nameWords, plainWords } from './ordinaryWords.ts';
import type { Searched } from './searchable.ts';

const mostNameWords = 4;
const fewestLetters = 3;
/** A first name cut in two by a space is only looked for when it is long: "as a" is not Asa. */
const fewestLettersAcrossSpaces = 6;
/** Shorter ones run together are words: Al Lowed. */
const fewestLettersGlued = 8;

export function nameTests(identifier: string): IdentifierTest[] {
  return namesIn(identifier).flatMap((name) => {
    const parts = name.split(/\s+/).map(normaliseName);
    const words = parts.flatMap((part) => part.split(' ')).filter((word) => word !== '');
    if (words.every((word) => plainWords.has(word))) return [];
    // "Anna-Lena" is also written Annalena.
    const hyphenated = parts.filter((part) => part.includes(' ')).map((part) => part.replaceAll(' ', ''));
    return [
      ...[...words, ...hyphenated].flatMap(wordTests),
      ...togetherTests(words),
      ...initialsTests(words),
    ];
  });
}

const isShort = (segment: string) => segment.trim().split(/\s+/).length <= mostNameWords;

/** A short text is a name or a list of them. In a longer one a name is what is written with capitals. */
function namesIn(identifier: string): string[] {
  const text = identifier.normalize('NFC');
  const segments = text
    .split(/[,;:/&()[\]|\n]|\s[-–—]\s|\b(?:and|with|or)\b/iu)
    .filter((segment) => /\p{L}/u.test(segment));
  if (segments.every(isShort))
    return [...segments.filter((segment) => !/\d|@/.test(segment)), ...mailboxes(text)];
  return [...capitalised(text), ...mailboxes(text)];
}

const capitalWord = String.raw`\p{Lu}[\p{L}\p{M}'’\-]*`;
const capitalRun = new RegExp(String.raw`(?<!\p{L})${capitalWord}(?:\s+${capitalWord}){0,3}`, 'gu');

/** "Mary Jones", "Dr Patel", and a word with a capital where no sentence begins. Nothing in a text all of capitals. */
function capitalised(text: string): string[] {
  if (!/\p{Ll}/u.test(text)) return [];
  return [...text.matchAll(capitalRun)]
    .filter(({ 0: run, index }) => /\s/.test(run) || !startsSentence(text.slice(0, index)))
    .map(([run]) => run);
}

function mailboxes(text: string): string[] {
  return [...text.matchAll(/([\p{L}\p{N}._+-]+)@[\p{L}\p{N}.-]+/gu)].map(([, box = '']) =>
    box.replace(/[._+\d-]+/g, ' '),
  );
}

/** One word of a name as a whole word, however it is spelled out or cut up. */
function wordTests(word: string): IdentifierTest[] {
  if (plainWords.has(word)) return [];
  if (nameWords.has(word) || isShortSurname(word)) {
    const found = ({ written, readings }: Searched) =>
      readings.some(({ glued }) => glued.includes(word)) && isWrittenAsName(word, written);
    return [{ kind: 'name', mayBeSpread: false, found }];
  }
  if (isCased(word) && word.length < fewestLetters) return [];
  const letters = word.split('');
  const ways =
    letters.length >= fewestLettersAcrossSpaces
      ? [letters.join(gap)]
      : [letters.join('[.-]{0,3}'), letters.join(someGap)];
  return [patternTest('name', word, wholeWord(ways.join('|')))];
}

/** Ng, Wu, Li: as small as a word of any sentence, so their capital has to tell. */
const isShortSurname = (word: string) => isCased(word) && word.length === 2;

/** The words of a name side by side, in their order or turned round: finds "Li Wu" and "Wu, Li" too. */
function togetherTests(words: readonly string[]): IdentifierTest[] {
  if (words.length < 2) return words.map((word) => patternTest('name', word, `^${gap}${word}${gap}$`));
  return [words, words.toReversed()].map((ordered) => {
    const letters = ordered.join('');
    const pattern =
      letters.length >= fewestLettersGlued ? letters.split('').join(gap) : wholeWord(ordered.join(someGap));
    return patternTest('name', letters, pattern);
  });
}

const neverInitials = ['eg', 'ie', 'am', 'pm'];

/** "J. S.", "J.S.", "JS" and "J S". Without points only as capitals, and not when the app writes them itself. */
function initialsTests(words: readonly string[]): IdentifierTest[] {
  const letters = words.map((word) => word.charAt(0));
  if (letters.length < 2 || letters.length > mostNameWords || !letters.every(isCased)) return [];
  const initials = letters.join('');
  const pointed = wholeWord(`${letters.join(String.raw`\. ?`)}(?:\\.|(?!\\d))`);
  const dotted = neverInitials.includes(initials) ? [] : [patternTest('initials', initials, pointed)];
  const capitals = initials.toUpperCase();
  return abbreviations.has(capitals) ? dotted : [...dotted, capitalsTest(capitals)];
}

function capitalsTest(capitals: string): IdentifierTest {
  const apart = capitals.split('');
  return {
    kind: 'initials',
    mayBeSpread: false,
    found: (text) =>
      text.capitals.includes(capitals) ||
      (apart.every((letter) => text.capitals.includes(letter)) && text.written.includes(apart.join(' '))),
  };
}

function isWrittenAsName(word: string, written: string): boolean {
  const capital = word.charAt(0).toUpperCase() + word.slice(1);
  const capitals = word.toUpperCase();
  const forms = abbreviations.has(capitals) ? capital : `${capital}|${capitals}`;
  const places = written.matchAll(new RegExp(`(?<!\\p{L})(?:${forms})(?!\\p{L})`, 'gu'));
  return [...places].some(({ 0: found, index }) => {
    const before = written.slice(0, index).trimEnd();
    const after = written.slice(index + found.length);
    if (/\d(?:st|nd|rd|th)?(?: of)?$/.test(before) || /^,?\s*\d/.test(after)) return false;
    if (/(?<!\p{L})(?:mr|mrs|ms|miss|dr|prof)\.?$/iu.test(before)) return true;
    if (/(?<!\p{L})(?!I$)\p{Lu}\.?$/u.test(before)) return true;
    return /\p{L}/u.test(before + after) ? !startsSentence(before) : true;
  });
}

const startsSentence = (before: string) => /(?:^|[.!?\n])\s*$/u.test(before);
/** Scripts without capitals write whole names in two signs. */
const isCased = (text: string) => text.toUpperCase() !== text.toLowerCase();
