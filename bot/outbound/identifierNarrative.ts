import type { IdentifierTest } from './identifierPattern.ts';
import { readingOf, wordsOf } from './searchable.ts';

/** As many words in a row are a piece of somebody's own account; fewer are language. */
const run = 4;
/** Shorter runs are compared word by word only: without their spaces they turn up inside other words. */
const fewestLetters = 12;

/** Any four words in a row of a longer text, whatever stands between them. */
export function narrativeTests(identifier: string): IdentifierTest[] {
  const words = wordsOf(readingOf(identifier));
  if (words.length < run) return [];
  const runs = new Set(runsOf(words, ' '));
  const glued = [...new Set(runsOf(words, ''))].filter(({ length }) => length >= fewestLetters);
  return [
    {
      kind: 'narrative',
      mayBeSpread: true,
      found: ({ readings }) =>
        readings.some((reading) => {
          const read = wordsOf(reading);
          if (runsOf(read, ' ').some((each) => runs.has(each))) return true;
          return glued.some((each) => reading.glued.includes(each));
        }),
    },
  ];
}

function runsOf(words: readonly string[], between: string): string[] {
  return words.slice(run - 1).map((_last, start) => words.slice(start, start + run).join(between));
}
