/** One line of a person's history in words. Who did it comes with every entry. */
import type { PersonPage } from '../../contract/peopleAnswers.ts';
import { role, roleLabels } from '../../contract/roles.ts';
import { dayInWords, periodInWords } from '../../domain/people/period.ts';
import type { EntryRow } from '../rows.ts';
import { momentInWords } from './labels.ts';

type Content = Readonly<Record<string, unknown>>;
/** What an organisation is called, by its id. */
type NameOf = (organisation: string) => string;

/** The words of each action; an entry whose content has been destroyed (D16) says only what it was. */
const words: Readonly<Record<string, (content: Content, nameOf: NameOf) => string>> = {
  'people.added': () => 'Added to the directory',
  'people.renamed': ({ before, name }) => `Name changed from ${text(before)} to ${text(name)}`,
  'people.roleGranted': (content, nameOf) => `Role given: ${roleOf(content, nameOf)}, ${daysOf(content)}`,
  'people.roleEnded': (content, nameOf) =>
    content['lastDay'] === undefined
      ? `Role ended at once: ${roleOf(content, nameOf)}`
      : `Role ends after ${dayInWords(text(content['lastDay']))}: ${roleOf(content, nameOf)}`,
  'people.left': () => 'Left: every role ended at once',
  'people.covering': (content, nameOf) =>
    `Covers for ${text(content['forName'])}: ${roleOf(content, nameOf)}, ${daysOf(content)}`,
  'people.covered': (content, nameOf) =>
    `${text(content['colleagueName'])} covers: ${roleOf(content, nameOf)}, ${daysOf(content)}`,
  'directory.put': () => 'Entered by the app, with roles',
};

export function historyLine(
  { at, action, content }: EntryRow,
  nameOf: NameOf,
): PersonPage['history'][number] {
  const said = content && words[action];
  const reason = content?.['reason'];
  return {
    at: momentInWords(at),
    who: text(content?.['orderedBy'] ?? content?.['by']),
    what: said ? said(content, nameOf) : 'Changed; what was changed is no longer kept',
    ...(typeof reason === 'string' ? { text: reason } : {}),
  };
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function roleOf(content: Content, nameOf: NameOf): string {
  const known = role.safeParse(content['role']);
  const label = known.success ? roleLabels[known.data] : '';
  return `${label}, ${nameOf(text(content['organisation']))}`;
}

function daysOf({ from, to }: Content): string {
  return periodInWords({ from: text(from), ...(typeof to === 'string' ? { to } : {}) });
}
