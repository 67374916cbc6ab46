/**
 * Reads a rendered card as a Teams client would, with Microsoft's own `adaptivecards` runtime under jsdom, and says
 * what is wrong with it. The runtime drops what it does not know without a word, so what it gives back is compared with
 * what it was given.
 */
import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';
import type * as Runtime from 'adaptivecards';

const mostBytes = 25 * 1024;
const mostActions = 6;
/** Known to Teams, not to the runtime; a fallback it reads but does not give back. */
const beyondRuntime = new Set(['$schema', 'msteams', 'fallback']);

/** Problems in words, empty for a sound card. */
export function checkCard(card: object): string[] {
  const json: unknown = JSON.parse(JSON.stringify(card));
  const inOldClients = inFallbacks(json);
  return withDom((runtime) => [
    ...ownRules(json),
    ...runtimeProblems(runtime, json),
    ...runtimeProblems(runtime, inOldClients).map((problem) => `in an old client: ${problem}`),
  ]);
}

function ownRules(json: unknown): string[] {
  const text = JSON.stringify(json);
  const { type, version } = fieldsOf(json);
  return [
    ...(type === 'AdaptiveCard' ? [] : [`type is ${String(type)}`]),
    ...(version === '1.5' ? [] : [`version is ${String(version)}, not 1.5`]),
    ...(Buffer.byteLength(text) > mostBytes ? [`over ${mostBytes} bytes`] : []),
    ...(text.includes('${') ? ['holds an expression that was not filled'] : []),
    ...elementsOf(json).flatMap(elementProblems),
  ];
}

function elementProblems(element: Readonly<Record<string, unknown>>): string[] {
  const { type, actions, fallback } = element;
  const label = element['label'] ?? element['title'];
  return [
    ...(Array.isArray(actions) && actions.length > mostActions
      ? [`over ${mostActions} actions in a row`]
      : []),
    ...(type === 'Action.Execute' && fieldsOf(fallback)['type'] !== 'Action.Submit'
      ? [`Action.Execute "${String(element['title'])}" has no Action.Submit to fall back on`]
      : []),
    ...(typeof type === 'string' && type.startsWith('Input.') && (typeof label !== 'string' || label === '')
      ? [`${type} "${String(element['id'])}" has no label`]
      : []),
  ];
}

function runtimeProblems(runtime: typeof Runtime, json: unknown): string[] {
  const card = new runtime.AdaptiveCard();
  const context = new runtime.SerializationContext(runtime.Versions.v1_5);
  card.parse(json, context);
  const parsed = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
  const events = [...parsed, ...card.validateProperties().validationEvents].map(({ message }) => message);
  const rendered = card.render() ? [] : ['could not be drawn'];
  return [...events, ...rendered, ...dropped(json, card.toJSON(), '')];
}

function dropped(given: unknown, kept: unknown, path: string): string[] {
  if (typeof given !== 'object' || given === null) return [];
  if (typeof kept !== 'object' || kept === null) return [`${path} was dropped`];
  const left = new Map(Object.entries(kept));
  return Object.entries(given).flatMap(([key, value]: [string, unknown]) => {
    if (beyondRuntime.has(key) || isEmpty(value)) return [];
    const at = path === '' ? key : `${path}.${key}`;
    return left.has(key) ? dropped(value, left.get(key), at) : [`${at} was dropped`];
  });
}

/** The runtime leaves out empty lists, which mean the same. */
const isEmpty = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

function elementsOf(node: unknown): Readonly<Record<string, unknown>>[] {
  if (typeof node !== 'object' || node === null) return [];
  const children = Object.values(node).flatMap(elementsOf);
  return Array.isArray(node) ? children : [fieldsOf(node), ...children];
}

function fieldsOf(node: unknown): Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null ? { ...node } : {};
}

/** The card as a client sees it that knows none of the elements which have a fallback. */
function inFallbacks(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(inFallbacks);
  if (typeof node !== 'object' || node === null) return node;
  const { fallback } = fieldsOf(node);
  const shown = typeof fallback === 'object' && fallback !== null ? fallback : node;
  return Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, inFallbacks(value)]));
}

let loaded: typeof Runtime | undefined;

/** The runtime wants a browser's globals. They are there while it works and gone afterwards: other code looks for them. */
function withDom<T>(work: (runtime: typeof Runtime) => T): T {
  const { window } = new JSDOM('<!doctype html><body></body>');
  const lent = Object.getOwnPropertyNames(window).filter(
    (name) => /^(?:HTML|SVG|Node|Element|Event|Mouse|Keyboard)/.test(name) && !(name in globalThis),
  );
  const globals = new Map<string, unknown>(lent.map((name) => [name, Reflect.get(window, name)]));
  globals.set('window', window).set('document', window.document);
  for (const [name, value] of globals) Object.defineProperty(globalThis, name, { value, configurable: true });
  try {
    loaded ??= load();
    return work(loaded);
  } finally {
    for (const name of globals.keys()) Reflect.deleteProperty(globalThis, name);
    window.close();
  }
}

function load(): typeof Runtime {
  const runtime = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as typeof Runtime;
  runtime.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = text;
    result.didProcess = true;
  };
  return runtime;
}
