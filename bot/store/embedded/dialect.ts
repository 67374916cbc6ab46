/**
 * The query dialect (D8), all of it:
 *
 *   SELECT * FROM c
 *     [WHERE c.field (= | != | < | <= | > | >=) @parameter [AND …]]
 *     [ORDER BY c.field [ASC | DESC] [, …]]
 *
 * Everything else is refused with 400, so that no query runs here that was never thought through for Cosmos.
 */
import { outside } from './answers.ts';

const operators = ['=', '!=', '<', '<=', '>', '>='] as const;
export type Operator = (typeof operators)[number];

export interface Filter {
  readonly field: string;
  readonly operator: Operator;
  /** With its `@`. */
  readonly parameter: string;
}

export interface OrderTerm {
  readonly field: string;
  readonly descending: boolean;
}

export interface Query {
  readonly filters: readonly Filter[];
  readonly order: readonly OrderTerm[];
}

/** Longest query text read; ours have some 200 characters. */
const longest = 2000;
const token = /\s*(?:(c\.[A-Za-z][A-Za-z0-9]*)|(@[A-Za-z][A-Za-z0-9]*)|([A-Z]+|c)\b|(!=|<=|>=|[*=<>,]))/y;

interface Words {
  /** The next word, or undefined at the end. */
  peek(): string | undefined;
  take(): string;
}

/** Reads a query. Throws Refusal 400 at the first word outside the dialect, and nothing else. */
export function parseQuery(text: string): Query {
  const words = wordsOf(text);
  for (const word of ['SELECT', '*', 'FROM', 'c']) expect(words, word);
  const filters: Filter[] = [];
  if (words.peek() === 'WHERE') {
    do {
      words.take();
      filters.push(filter(words));
    } while (words.peek() === 'AND');
  }
  const order: OrderTerm[] = [];
  if (words.peek() === 'ORDER') {
    words.take();
    if (words.peek() !== 'BY') throw unexpected(words);
    do {
      words.take();
      order.push(orderTerm(words));
    } while (words.peek() === ',');
  }
  if (words.peek() !== undefined) throw unexpected(words);
  if (new Set(order.map(({ field }) => field)).size < order.length)
    throw outside('the same field ordered twice');
  return { filters, order };
}

function filter(words: Words): Filter {
  const fieldName = field(words);
  const operator = operators.find((known) => known === words.peek());
  if (!operator) throw unexpected(words);
  words.take();
  const parameter = words.peek();
  if (!parameter?.startsWith('@')) throw unexpected(words);
  words.take();
  return { field: fieldName, operator, parameter };
}

function orderTerm(words: Words): OrderTerm {
  const fieldName = field(words);
  const direction = words.peek();
  if (direction === 'ASC' || direction === 'DESC') words.take();
  return { field: fieldName, descending: direction === 'DESC' };
}

function field(words: Words): string {
  const word = words.peek();
  if (!word?.startsWith('c.')) throw unexpected(words);
  words.take();
  return word.slice(2);
}

function expect(words: Words, wanted: string) {
  if (words.peek() !== wanted) throw unexpected(words);
  words.take();
}

const unexpected = (words: Words) =>
  outside(`a query with '${words.peek() ?? 'nothing more'}' at this place`);

function wordsOf(text: string): Words {
  if (text.length > longest) throw outside(`a query of more than ${longest} characters`);
  const words: string[] = [];
  const trimmed = text.trimEnd();
  token.lastIndex = 0;
  while (token.lastIndex < trimmed.length) {
    const from = token.lastIndex;
    const match = token.exec(trimmed);
    if (!match) throw outside(`a query with '${trimmed.slice(from, from + 20)}'`);
    words.push(match[0].trimStart());
  }
  let next = 0;
  return { peek: () => words[next], take: () => words[next++] ?? '' };
}
