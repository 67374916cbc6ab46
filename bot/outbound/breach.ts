/** Whether a message says more than its surface may (DOMAIN §8.1, HS-13). Pure. */
import { findNhsNumbers } from '../domain/people/nhsNumber.ts';
import type { IdentifierKind, IdentifierTest } from './identifierPattern.ts';
import { testsFor } from './identifiers.ts';
import { everyText, notificationTexts, type Text } from './messageTexts.ts';
import { createOwnSentences } from './ownSentences.ts';
import { firstReference, withoutReferences } from './references.ts';
import { searchedFor } from './searchable.ts';

/** `notification` is a message that is nothing else, such as an entry of the activity feed. */
export type Surface = 'channel' | 'group' | 'personal' | 'notification';

/** What may be logged of a breach: never the text, nor the path to it, which may hold words of the text. */
export interface Breach {
  readonly surface: Surface;
  /** The field of the message that held it. */
  readonly part: string;
  readonly kind: IdentifierKind | 'not on the list' | 'not compared';
  /** The first reference the message names. */
  readonly ref?: string;
}

const appsOwn = createOwnSentences();

/**
 * The first breach found, or undefined.
 *
 * Channel and group messages, and notifications, hold none of the identifiers anywhere, no NHS number of anyone, and
 * channels and groups nothing about safeguarding. A personal card's body may show what the role may see, but what
 * announces it (text, summary, fallback text, speech, attachment names) is a notification like any other.
 *
 * `identifiers` are the texts behind the message that identify someone or tell what happened; `isOwn` knows the app's
 * fixed sentences. Case, accents, spacing, punctuation, invisible signs, mark-up and the usual spellings of dates and
 * numbers make no difference. Which words of a name count alone: see ordinaryWords.ts.
 */
export function breachOf(
  surface: Surface,
  message: object,
  identifiers: readonly string[],
  isOwn: (text: string) => boolean = appsOwn,
): Breach | undefined {
  const all = surface === 'personal' ? notificationTexts(message) : everyText(message);
  const toRead = all.filter(({ text }) => !isOwn(text) && !isPicture(text));
  if (toRead.length === 0) return undefined;
  const tests = [...guardsOf(surface), ...testsFor(identifiers)];
  const breach = breachInOne(toRead, tests) ?? breachAcross(toRead, tests);
  if (!breach) return undefined;
  const ref = firstReference(everyText(message).map(({ text }) => text));
  return { surface, ...breach, ...(ref ? { ref } : {}) };
}

interface Found {
  readonly part: string;
  readonly kind: IdentifierKind;
}

function breachInOne(texts: readonly Text[], tests: readonly IdentifierTest[]): Found | undefined {
  for (const { part, text } of texts) {
    const searched = searchedFor(withoutReferences(text));
    const broken = tests.find((test) => test.found(searched));
    if (broken) return { part, kind: broken.kind };
  }
  return undefined;
}

/** A number cut into the cells of a table, a sentence spread over text blocks. */
function breachAcross(texts: readonly Text[], tests: readonly IdentifierTest[]): Found | undefined {
  const [first, second] = texts;
  if (!first || !second) return undefined;
  const searched = searchedFor(texts.map(({ text }) => withoutReferences(text)).join('\n'));
  const broken = tests.find((test) => test.mayBeSpread && test.found(searched));
  return broken ? { part: first.part, kind: broken.kind } : undefined;
}

const pointBetweenDigits = /(?<=\d)\.(?=\d)/g;

const nhsGuard: IdentifierTest = {
  kind: 'NHS number',
  mayBeSpread: true,
  found: ({ readings }) =>
    readings.some(({ plain }) => findNhsNumbers(plain.replace(pointBetweenDigits, ' ')).length > 0),
};

/** §8.1: a safeguarding item goes by its parent's REF reference and the words "urgent item". */
const safeguardingGuard: IdentifierTest = {
  kind: 'safeguarding',
  mayBeSpread: false,
  found: ({ capitals, readings }) =>
    capitals.includes('SGC') || readings.some(({ glued }) => glued.includes('safeguarding')),
};

function guardsOf(surface: Surface): IdentifierTest[] {
  return surface === 'channel' || surface === 'group' ? [nhsGuard, safeguardingGuard] : [nhsGuard];
}

const isPicture = (text: string) => /^data:image\/[a-z+]+;base64,[A-Za-z0-9+/=]*$/.test(text);
