/** What a test for one identifier is. */
import type { Searched } from './searchable.ts';

export type IdentifierKind =
  | 'name'
  | 'initials'
  | 'NHS number'
  | 'date of birth'
  | 'telephone number'
  | 'postcode'
  | 'number or address'
  | 'narrative'
  | 'safeguarding';

export interface IdentifierTest {
  readonly kind: IdentifierKind;
  readonly found: (text: Searched) => boolean;
  /** May be spread over several texts of one message: looked for in all of them together too. */
  readonly mayBeSpread: boolean;
}

/** What may stand between two letters or digits of one identifier, in a reading's `text`. */
export const gap = '[ .-]{0,3}';
export const someGap = '[ .-]{1,3}';

/** No letter before or behind; digits may be: "anna2". */
export const wholeWord = (pattern: string) => String.raw`(?<![^ .\d-])(?:${pattern})(?![^ .\d-])`;
export const wholeCode = (pattern: string) => `(?<![^ .-])(?:${pattern})(?![^ .-])`;
export const wholeNumber = (pattern: string) => String.raw`(?<!\d)(?:${pattern})(?!\d)`;

/**
 * Finds `pattern` in the `text` of a reading. `needle` is a part of whatever it matches, without signs: where it is
 * missing, and it nearly always is, the pattern is not even compiled.
 */
export function patternTest(
  kind: IdentifierKind,
  needle: string,
  pattern: string,
  mayBeSpread = false,
): IdentifierTest {
  let expression: RegExp | undefined;
  const matches = (text: string) => (expression ??= new RegExp(pattern)).test(text);
  return {
    kind,
    mayBeSpread,
    found: ({ readings }) => readings.some(({ glued, text }) => glued.includes(needle) && matches(text)),
  };
}
