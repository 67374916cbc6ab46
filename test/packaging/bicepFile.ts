import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';

/** A value as far as it can be known without running Bicep; anything computed is an expression. `at` is line:column. */
export type BicepValue =
  | { kind: 'object'; at: string; entries: Map<string, BicepValue> }
  | { kind: 'array'; at: string; items: BicepValue[] }
  | { kind: 'literal'; at: string; value: string | number | boolean | null }
  | { kind: 'expression'; at: string; text: string };

/** A resource declaration: `type` without its API version, in lower case. */
export type BicepResource = {
  symbol: string;
  type: string;
  apiVersion: string;
  at: string;
  body: BicepValue;
};

export type BicepParameter = { type: string; hasDefault: boolean; secure: boolean };

export type BicepFile = {
  root: Node;
  parameters: Map<string, BicepParameter>;
  resources: BicepResource[];
  outputs: string[];
};

const grammar = join(
  import.meta.dirname,
  '..',
  '..',
  'node_modules',
  'tree-sitter-bicep',
  'tree-sitter-bicep.wasm',
);
const parser = loadParser();

async function loadParser(): Promise<Parser> {
  await Parser.init();
  const loaded = new Parser();
  loaded.setLanguage(await Language.load(grammar));
  return loaded;
}

/**
 * Parses Bicep with the tree-sitter grammar. A syntax error does not throw: it stays in `root` as an error node.
 * `folder` is where `loadJsonContent` looks for its files.
 */
export async function readBicep(text: string, folder: string): Promise<BicepFile> {
  const tree = (await parser).parse(text);
  if (tree === null) throw new Error('The Bicep parser gave no tree.');
  const root = tree.rootNode;
  return {
    root,
    parameters: new Map(root.descendantsOfType('parameter_declaration').map(readParameter)),
    resources: root.descendantsOfType('resource_declaration').map((node) => readResource(node, folder)),
    outputs: root.descendantsOfType('output_declaration').map(declaredName),
  };
}

/** The symbol a declaration introduces, or an empty string when a syntax error swallowed it. */
export function declaredName(declaration: Node): string {
  return declaration.namedChildren.find((child) => child.type === 'identifier')?.text ?? '';
}

export function positionOf(node: Node): string {
  return `${node.startPosition.row + 1}:${node.startPosition.column + 1}`;
}

/** Walks into objects by key and arrays by index; undefined when the path leads nowhere. */
export function valueAt(value: BicepValue | undefined, ...path: (string | number)[]): BicepValue | undefined {
  let current = value;
  for (const step of path) {
    if (current?.kind === 'object' && typeof step === 'string') current = current.entries.get(step);
    else if (current?.kind === 'array' && typeof step === 'number') current = current.items[step];
    else return undefined;
  }
  return current;
}

/** The literal at a path; undefined when there is none or it is computed. */
export function literalAt(
  value: BicepValue | undefined,
  ...path: (string | number)[]
): string | number | boolean | null | undefined {
  const found = valueAt(value, ...path);
  return found?.kind === 'literal' ? found.value : undefined;
}

function readParameter(node: Node): [string, BicepParameter] {
  const [, type, defaultValue] = meaningfulChildren(node);
  const decorators = node.previousNamedSibling?.type === 'decorators' ? node.previousNamedSibling.text : '';
  return [
    declaredName(node),
    {
      type: type?.text ?? '',
      hasDefault: defaultValue !== undefined,
      secure: decorators.includes('@secure()'),
    },
  ];
}

function readResource(node: Node, folder: string): BicepResource {
  const children = meaningfulChildren(node);
  const [type = '', apiVersion = ''] = unquoted(children.find((child) => child.type === 'string')).split('@');
  const body = node.descendantsOfType('object')[0];
  return {
    symbol: declaredName(node),
    type: type.toLowerCase(),
    apiVersion,
    at: positionOf(node),
    body: body ? readValue(body, folder) : { kind: 'expression', at: positionOf(node), text: '' },
  };
}

function readValue(node: Node, folder: string): BicepValue {
  const at = positionOf(node);
  switch (node.type) {
    case 'object':
      return { kind: 'object', at, entries: readEntries(node, folder) };
    case 'array':
      return { kind: 'array', at, items: meaningfulChildren(node).map((child) => readValue(child, folder)) };
    case 'boolean':
      return { kind: 'literal', at, value: node.text === 'true' };
    case 'number':
      return { kind: 'literal', at, value: Number(node.text) };
    case 'null':
      return { kind: 'literal', at, value: null };
    case 'string':
      return isInterpolated(node)
        ? { kind: 'expression', at, text: node.text }
        : { kind: 'literal', at, value: unquoted(node) };
    case 'call_expression':
      return readCall(node, folder);
    default:
      return { kind: 'expression', at, text: node.text };
  }
}

function readEntries(node: Node, folder: string): Map<string, BicepValue> {
  const entries = new Map<string, BicepValue>();
  for (const property of node.namedChildren.filter((child) => child.type === 'object_property')) {
    const [key, value] = meaningfulChildren(property);
    if (key && value) entries.set(key.type === 'string' ? unquoted(key) : key.text, readValue(value, folder));
  }
  return entries;
}

// A file loaded at compile time is as good as written in place, so it is checked like the rest.
function readCall(node: Node, folder: string): BicepValue {
  const at = positionOf(node);
  const file = /^loadJsonContent\('([^']+)'\)$/.exec(node.text)?.[1];
  if (file === undefined) return { kind: 'expression', at, text: node.text };
  return fromJson(JSON.parse(readFileSync(join(folder, file), 'utf8')), at);
}

function fromJson(json: unknown, at: string): BicepValue {
  if (Array.isArray(json)) return { kind: 'array', at, items: json.map((item) => fromJson(item, at)) };
  if (typeof json === 'object' && json !== null) {
    const entries = Object.entries(json).map(([key, value]) => [key, fromJson(value, at)] as const);
    return { kind: 'object', at, entries: new Map(entries) };
  }
  if (typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean')
    return { kind: 'literal', at, value: json };
  return { kind: 'literal', at, value: null };
}

function meaningfulChildren(node: Node): Node[] {
  return node.namedChildren.filter((child) => child.type !== 'comment' && child.type !== 'decorators');
}

function isInterpolated(node: Node): boolean {
  return node.descendantsOfType('interpolation').length > 0;
}

function unquoted(node: Node | undefined): string {
  return node?.text.slice(1, -1) ?? '';
}
