/** The three pages that the Teams store asks for: plain, and open to anyone. */
import type { Reply } from './reply.ts';

interface Page {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const pages: Readonly<Record<string, Page>> = {
  '/privacy': {
    title: 'Privacy',
    paragraphs: [
      'Common Ground keeps reports of violent or abusive incidents in general practice, and what was decided about them. They hold personal data about patients and staff.',
      'Your own organisation is responsible for these records. It decides who may see them, how long they are kept and when they are destroyed. Ask its information governance officer for a copy of what is kept about you, or to have a mistake put right.',
      'From Microsoft Teams we take your account’s id and your organisation’s id, so that we know who is acting. We do not read your chats, files or calendar.',
      'Every change is kept with who made it and when. Every time somebody opens a record about a patient, that is kept too.',
      'Nothing is used for advertising, and nothing is sent to anyone who does not need it for their part in a case.',
    ],
  },
  '/terms': {
    title: 'Terms of use',
    paragraphs: [
      'Common Ground is for staff of general practice, commissioners and the services that work with them. Use it under your organisation’s own rules.',
      'It is not an alarm. If you are in danger, call 999 or use your alarm.',
      'Describe what happened, not what you think of a person. Put into a report only what others need to know.',
      'The software comes under the MIT licence, without warranty. Decisions about patients are made by people, and the people who made them are named in the record.',
    ],
  },
  '/support': {
    title: 'Support',
    paragraphs: [
      'If you are in danger, call 999 or use your alarm. Nobody watches this page.',
      'In Teams, type “help” to Common Ground to see what you can do.',
      'If something does not work, or you cannot see what you need, ask the person who looks after Common Ground in your organisation. If a message gave you a number, tell them that number: it finds the fault without any detail of the case.',
    ],
  },
};

export const pagePaths = Object.keys(pages);

/** A finished answer for one of `pagePaths`; throws for any other. */
export function pageAt(path: string): Reply {
  const page = pages[path];
  if (!page) throw new Error(`There is no page ${path}.`);
  return {
    status: 200,
    body: htmlOf(page),
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
  };
}

function htmlOf({ title, paragraphs }: Page): string {
  const links = Object.entries(pages).map(([path, other]) => `<a href="${path}">${other.title}</a>`);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title} – Common Ground</title>
<style>body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem }</style>
</head>
<body>
<main>
<h1>${title}</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}
</main>
<nav aria-label="More about Common Ground">${links.join(' · ')}</nav>
</body>
</html>
`;
}
