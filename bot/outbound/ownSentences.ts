/** The app's own fixed sentences: they tell nobody who a record is about, whatever that person is called. */
import { noticeTemplates, noticeWords } from '../desk/noticeWords.ts';
import { referencePattern } from './references.ts';

/** Shown to a person in place of a message that held what may not be shown there. */
export const withheld = 'This could not be shown here. Open it in the tab.';

export const gatheredSentence = (count: number | string) => `You have ${count} new notices.`;

/** Stands in for an item's card where none can be shown. */
export const itemSentence = (ref: string) => `The panel has come to an item: ${ref}.`;

const sentences = [
  withheld,
  'Open',
  'Open inbox',
  'Take into review',
  'Give the casting vote',
  gatheredSentence('{n}'),
  itemSentence('{ref}'),
  ...[...noticeTemplates, 'any'].map((template) => noticeWords(template, '{ref}')),
];

/**
 * Whether a text is, as a whole and to the letter, one of the app's own sentences with nothing but references and
 * small numbers in its gaps. `more` adds sentences with `{ref}` and `{n}` for the gaps. Without this a person called
 * Tom Waits could never be told that "a new report waits".
 */
export function createOwnSentences(more: readonly string[] = []): (text: string) => boolean {
  const known = new Set([...sentences, ...more]);
  return (text) => known.has(blanked(text));
}

/** A text with `{ref}` in place of each reference and, unless told otherwise, `{n}` of each number below a thousand. */
export function blanked(text: string, { numbers = true } = {}): string {
  const withoutRefs = text.replace(referencePattern, '{ref}');
  return numbers ? withoutRefs.replace(/(?<!\d)\d{1,3}(?!\d)/g, '{n}') : withoutRefs;
}
