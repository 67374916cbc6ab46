/**
 * What identifies somebody in the rows of a store, and whether a text holds any of it. Made for the tests and from
 * nothing of the gate's: it takes every text of every row that is not plainly a machine's, so that a field somebody adds
 * tomorrow is among them.
 */
import type { StoredRow } from './storedRows.ts';

export interface Identifier {
  readonly what: string;
  /** As stored, for the report of a failure. */
  readonly stored: string;
  readonly isIn: (read: Read) => boolean;
}

/** A text in the forms it is searched in. */
export interface Read {
  readonly written: string;
  /** Small letters, without accents and signs, one space between words. */
  readonly words: string;
  readonly digits: string;
}

/** Ids, enumerations, instants and digests: what a row holds beside what people wrote. */
const machineKeys = new Set(
  `door request headDigest provider rehabProvider id scope kind type state ref refs at on area areas organisation profile person createdBy actor role action commandId command
  digest previous contentDigest salt key what rule topic template measure etag parent about number section queue
  itemType motion outcome ground agreementHow interpreter accessNeeds digitalAccess preferredTimes trainerGenderPref location
  incidentTypes directedAt personKind policeCalled helpCame prejudiceBased mark as startLocal start end day week notBefore until
  holder surface card activity conversation reference measureValue seat direction delivery settledAt dueOn dueAt mode date
  agreementDate warningLetterDate leafletDate incidentDate incidentTime openedAt callBackOn readAt welcomedAt closedAt odsCode
  registeredPracticeCode noAwardReason schemePlacement personHashes linked from to purpose how`.split(/\s+/),
);
/** Fixed words of the app that a row repeats. */
const labelKeys = new Set(['message', 'referrerRole', 'stateLabel']);
const placeKeys = new Set(['practice', 'registeredPracticeName', 'sites', 'site']);
const birthKeys = /birth|dob/i;

/** What was asked, as the access log says it, and an organisation's id: `incident.page`, `steady-ground`. */
const machineName = /^[a-z]+(?:\.[A-Za-z.]+|-[a-z]+)$/;

interface Leaf {
  readonly key: string;
  readonly text: string;
  readonly kind: string;
}

function leaves(value: unknown, key: string, kind: string): Leaf[] {
  if (typeof value === 'string') return [{ key, text: value, kind }];
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, key, kind));
  if (typeof value !== 'object' || value === null) return [];
  // An organisation that a record names, such as a placement's scheme practice.
  const isPlace = Object.keys(value).toSorted().join() === 'name,organisation';
  if (isPlace) return Object.values(value).flatMap((child) => leaves(child, 'practice', kind));
  return Object.entries(value).flatMap(([name, child]) =>
    machineKeys.has(name) && typeof child !== 'object' ? [] : leaves(child, name, kind),
  );
}

/** Conversation references hold addresses that Teams made, and receipts the app's own sentences. */
const skipped = new Set([
  'conversation',
  'posted',
  'channel',
  'actAs',
  'lease',
  'clock',
  'receipt',
  'outbox',
]);

export function identifiersIn(rows: readonly StoredRow[]): Identifier[] {
  const all = rows
    .filter((row) => !skipped.has(String(row['kind'])))
    .flatMap((row) => leaves(row, '', kindOf(row)))
    .filter(({ key, text }) => text.trim() !== '' && !labelKeys.has(key) && !machineName.test(text))
    // What the app itself has done is told in its history under its own name, which is nobody's.
    .filter(({ text }) => text !== 'Common Ground');
  const people = all.filter(
    ({ kind, key }) => !(key === 'name' && (kind === 'organisation' || kind === 'area')),
  );
  const found = people.filter(({ key }) => !placeKeys.has(key)).flatMap(identifiersOf);
  return [...new Map(found.map((one) => [`${one.what} ${one.stored}`, one])).values()];
}

/** What a row is about: an organisation or an area is one in its head and its history as well. */
function kindOf({ kind, ref }: StoredRow): string {
  const about = String(ref).slice(0, 4);
  if (about === 'ORG-') return 'organisation';
  return about === 'ARE-' ? 'area' : String(kind);
}

/** Organisations and their sites: nobody is known by them alone, but by one of them and a date (DOMAIN §8.1). */
export function placesIn(rows: readonly StoredRow[]): string[] {
  const named = rows.filter(
    ({ kind, type }) => kind === 'organisation' && type !== 'public' && type !== 'operator',
  );
  return named
    .flatMap((row) => leaves(row, '', 'place'))
    .flatMap(({ key, text }) => (key === 'name' || key === 'sites' ? [wordsOf(text)] : []));
}

function identifiersOf({ key, text }: Leaf): Identifier[] {
  const words = wordsOf(text).split(' ').filter(Boolean);
  return [
    ...segmentsOf(text).flatMap((segment) => nameOf(segment, wordsOf(segment).split(' '))),
    ...capitalised(text),
    ...(text.includes('@')
      ? [holds('e-mail', text, (read) => read.written.toLowerCase().includes(text.toLowerCase()))]
      : []),
    ...(birthKeys.test(key) && /^\d{4}-\d\d-\d\d$/.test(text) ? birthDate(text) : []),
    ...numbers(text),
    ...codes(text),
    ...(words.length >= 4 ? story(text, words) : []),
  ];
}

const holds = (what: string, stored: string, isIn: Identifier['isIn']): Identifier => ({
  what,
  stored,
  isIn,
});
const whole = (words: string) => (read: Read) => ` ${read.words} `.includes(` ${words} `);

/** A short text is a name, or a list of them; with a number among them, they are names all the same. */
function segmentsOf(text: string): string[] {
  const segments = text.split(/[,;&]|\band\b/).map((segment) => segment.trim());
  const isShort = (segment: string) => wordsOf(segment).split(' ').length <= 4;
  if (text.includes('@') || !segments.every(isShort)) return [];
  return segments.filter((segment) => segment !== '' && !/\d/.test(segment));
}

/** Words that are nobody's name although they stand where one could. */
const common = new Set(
  `none known yes no answer and the not of a an at in on to for with test he she they it his her their was were is are i we dr mr mrs
  letter phone english welsh two three afternoon morning evening all any day today tomorrow after before children home one may
  will desk staff practice patient manager receptionist nurse doctor gp police security`.split(/\s+/),
);

function nameOf(text: string, words: readonly string[]): Identifier[] {
  const telling = words.filter((word) => word.length > 2 && !common.has(word));
  if (telling.length === 0) return [];
  const initials = words.map((word) => word.charAt(0).toUpperCase());
  const dotted = initials.join('.');
  return [
    ...telling.map((word) => holds('name', `${text} (${word})`, whole(word))),
    ...(initials.length === 2 || initials.length === 3
      ? [
          holds('initials', dotted, ({ written }) =>
            new RegExp(`(?<![A-Za-z.])${initials.join(String.raw`\. ?`)}\\.?(?![A-Za-z])`).test(written),
          ),
        ]
      : []),
  ];
}

/** Names inside a longer text: words with capitals side by side, or one where no sentence begins. */
function capitalised(text: string): Identifier[] {
  if (wordsOf(text).split(' ').length <= 4) return [];
  const together = [...text.matchAll(/\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b/g)].flatMap(([run]) => run.split(' '));
  const alone = [...text.matchAll(/(?<!^)(?<![.!?;:] )\b[A-Z][a-z]{2,}\b/g)].map(([word]) => word);
  return [...new Set([...together, ...alone])]
    .filter((word) => word.length > 2 && !common.has(word.toLowerCase()))
    .map((word) => holds('name in a text', word, whole(word.toLowerCase())));
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

function birthDate(text: string): Identifier[] {
  const [year = '', month = '', day = ''] = text.split('-');
  const name = months[Number(month) - 1] ?? '';
  const [d, m] = [String(Number(day)), String(Number(month))];
  const writings = [
    `${year} ${month} ${day}`,
    `${day} ${month} ${year}`,
    `${d} ${m} ${year}`,
    `${day} ${month} ${year.slice(2)}`,
    `${d} ${name} ${year}`,
    `${day} ${name} ${year}`,
    `${d} ${name.slice(0, 3)} ${year}`,
    `${name} ${d} ${year}`,
    `${day}${month}${year}`,
    `${year}${month}${day}`,
  ];
  return writings.map((writing) => holds('date of birth', `${text} as ${writing}`, whole(writing)));
}

/** NHS and telephone numbers: their digits, however grouped; and without the country's code. */
function numbers(text: string): Identifier[] {
  const runs = text.match(/\+?\d[\d ().-]{5,}\d/g) ?? [];
  return runs
    .filter((run) => !/^\d{4}-\d\d-\d\d/.test(run))
    .map((run) => run.replace(/\D/g, '').replace(/^(?:0044|44|0)/, ''))
    .filter((digits) => digits.length >= 7)
    .map((digits) => holds('number', digits, (read) => read.digits.includes(digits)));
}

/** Postcodes, police log numbers, house numbers: short texts of letters and digits. */
function codes(text: string): Identifier[] {
  const postcodes = text.match(/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gi) ?? [];
  const short =
    text.length <= 40 && /\d/.test(text) && /[a-z]/i.test(text) && !text.includes('@') ? [text] : [];
  return [...postcodes, ...short]
    .map(wordsOf)
    .filter((code) => code.length > 3)
    .map((code) =>
      holds('code', code, (read) => read.words.replaceAll(' ', '').includes(code.replaceAll(' ', ''))),
    );
}

/** Four words in a row of somebody's account. */
function story(text: string, words: readonly string[]): Identifier[] {
  return words.slice(3).map((_last, at) => {
    const run = words.slice(at, at + 4).join(' ');
    return holds('piece of a text', `${run} | ${text.slice(0, 60)}`, whole(run));
  });
}

export function wordsOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const ids = /\b(?:[A-Z]{3}-20\d\d-\d{7}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24,})\b/g;

/** A text as it is searched: without references (but for a safeguarding one) and without ids a machine made. */
export function readingOf(text: string): Read {
  const written = text.replace(ids, (id) => (id.startsWith('SGC') ? id : ' '));
  return { written, words: wordsOf(written), digits: written.replace(/[^\d]/g, '') };
}

/** The identifiers a text holds, one line each. */
export function foundIn(text: string, identifiers: readonly Identifier[]): string[] {
  const read = readingOf(text);
  return identifiers.filter(({ isIn }) => isIn(read)).map(({ what, stored }) => `${what}: ${stored}`);
}
