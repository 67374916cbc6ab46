/** What a person typed, understood (EXPERIENCE, Chat): any case, with or without slash, small slips forgiven. */
import { distance } from 'fastest-levenshtein';
import { parseReference } from '../domain/references.ts';

export type Said =
  | { readonly word: 'report' | 'myReports' | 'inbox' | 'due' | 'help' | 'hello' | 'thanks' | 'unknown' }
  | { readonly word: 'refer' | 'myReferrals' }
  | { readonly word: 'nextPanel' | 'setUpPanel' }
  /** `open` is what the button of a notice says: it shows the status and reads the notice. */
  | { readonly word: 'status' | 'open'; readonly ref: string | undefined }
  | { readonly word: 'link'; readonly refs: readonly string[] }
  | { readonly word: 'actAs'; readonly name: string }
  /** It has the shape of a reference, and its check digit does not fit. */
  | { readonly word: 'mistypedReference' };

type Word = Said['word'];

/** Every way of saying a word. Slips are measured against these. */
const spellings: Readonly<Partial<Record<Word, readonly string[]>>> = {
  report: ['report', 'new report', 'report incident', 'report an incident'],
  myReports: ['my reports', 'reports', 'my report'],
  refer: ['refer', 'new referral', 'refer a patient', 'make a referral'],
  myReferrals: ['my referrals', 'referrals', 'my referral'],
  status: ['status', 'status of'],
  open: ['open'],
  inbox: ['inbox', 'my inbox', 'notices'],
  due: ['due', 'what is due', 'deadlines'],
  help: ['help', 'help me', 'what can you do', 'menu'],
  hello: ['hello', 'hi', 'hey', 'hello there', 'hi there', 'good morning', 'good afternoon', 'good evening'],
  thanks: ['thanks', 'thank you', 'thanks a lot', 'many thanks', 'thank you very much', 'cheers', 'ta'],
  link: ['link', 'link reports'],
  nextPanel: ['next panel', 'next meeting', 'next panel meeting'],
  setUpPanel: ['set up panel', 'setup panel', 'set up the panel'],
};

const referenceShape = /(?<![\p{L}\p{N}])[a-z]{3}[\s\p{Pd}\u2212]*\d{4}[\s\p{Pd}\u2212]*\d{7}(?!\d)/giu;

/** Nothing understood here is longer, so nothing longer is measured. */
const longest = 300;

/** `demo` adds `act as <name>`. Where two words are equally near, none is guessed. */
export function understand(typed: string, { demo }: { readonly demo: boolean }): Said {
  if (typed.length > longest) return { word: 'unknown' };
  const text = typed.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim().replace(/^\//, '');
  const acting = demo ? actingAs(text) : undefined;
  if (acting !== undefined) return { word: 'actAs', name: acting };

  const typedRefs = text.match(referenceShape) ?? [];
  const rest = tidy(text.replaceAll(referenceShape, ' '));
  const refs = typedRefs.flatMap((shape) => parseReference(shape)?.ref ?? []);
  if (typedRefs.length > 0) return withReferences(rest, refs, typedRefs.length);

  const word = nearestWord(rest);
  if (word === 'status' || word === 'open') return { word, ref: undefined };
  if (word === 'link') return { word, refs: [] };
  return word === 'actAs' || word === 'mistypedReference' ? { word: 'unknown' } : { word };
}

function withReferences(rest: string, refs: readonly string[], typed: number): Said {
  const word = rest === '' ? 'status' : nearestWord(rest.replaceAll(/\b(and|with|to)\b/g, ' ').trim());
  if (word !== 'status' && word !== 'open' && word !== 'link') return { word: 'unknown' };
  if (refs.length < typed) return { word: 'mistypedReference' };
  if (word === 'link') return { word, refs };
  return refs.length === 1 ? { word, ref: refs[0] } : { word: 'unknown' };
}

function actingAs(text: string): string | undefined {
  const [, first = '', second = '', name = ''] = /^(\S+) (\S+)(.*)$/u.exec(text) ?? [];
  return slips(`${first} ${second}`.toLowerCase(), 'act as') <= 1
    ? name.replace(/[\s.!]+$/u, '').trim()
    : undefined;
}

/** Lower case, without the punctuation people end a message with. */
function tidy(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

function nearestWord(text: string): Word {
  const candidates = Object.entries(spellings).flatMap(([word, ways]) =>
    ways.map((way) => ({ word: word as Word, slips: slips(text, way), forgiven: forgiven(way) })),
  );
  const near = candidates.filter((candidate) => candidate.slips <= candidate.forgiven);
  const fewest = Math.min(...near.map((candidate) => candidate.slips));
  const nearest = new Set(near.filter((candidate) => candidate.slips === fewest).map(({ word }) => word));
  const [only, another] = nearest;
  return only && !another ? only : 'unknown';
}

/** Short words are too close to each other to forgive anything. */
function forgiven(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 6 ? 1 : 2;
}

/** Letters to change; two neighbours swapped, the commonest slip of all, count as one. */
function slips(text: string, word: string): number {
  const apart = distance(text, word);
  return apart === 2 && text.length === word.length && isSwap(text, word) ? 1 : apart;
}

function isSwap(text: string, word: string): boolean {
  const at = word.split('').findIndex((letter, index) => letter !== text[index]);
  return text[at] === word[at + 1] && text[at + 1] === word[at] && text.slice(at + 2) === word.slice(at + 2);
}
