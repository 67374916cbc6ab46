/** From a card's template and the data of one occasion to the Adaptive Card that is sent. */
import type { Template } from 'adaptivecards-templating';
import { escapeMarkdown } from './escapeMarkdown.ts';
import { refuseMarkdownFromRaw } from './rawInMarkdown.ts';
import { templating } from './templating.ts';

/** What a template can be filled with. There is no null: leave the key out and ask for it with `$when`. */
export type CardData = { readonly [key: string]: CardValue };
export type CardValue = string | number | boolean | readonly CardValue[] | CardData;

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly body: readonly object[];
  readonly actions?: readonly object[];
  readonly [property: string]: unknown;
}

const mostBytes = 25 * 1024;
const mostActions = 6;

/** Making a Template costs forty times what expanding it does; a template is imported once and lives as long. */
const templates = new WeakMap<object, Template>();

/**
 * Fills a template (a parsed JSON file). Every string of `data` is shown literally: its Markdown is escaped. What stands
 * below a key named `values`, at any depth, is left raw, for places that know no Markdown: an input's `value`,
 * `label` and choices, an action's `title` and `data`. A template that puts raw data into a Markdown place is refused.
 *
 * `$when` on something left out is false: that is how a template has optional parts. Anything else left out, null, an
 * object where a text belongs, a card over 25 KB, over 6 actions in one row or of a version other than 1.5 throws
 * an Error: it is a mistake of ours, never of the person who typed the data.
 */
export function renderCard(template: object, data: CardData): AdaptiveCard {
  const prepared = prepare(data);
  const expanded = expand(templateOf(template), prepared.root);
  return checked(finish(expanded, prepared.objects));
}

function templateOf(json: object): Template {
  const known = templates.get(json);
  if (known) return known;
  refuseMarkdownFromRaw(json);
  const { Template } = templating();
  const template = new Template(json);
  templates.set(json, template);
  return template;
}

/** A person's text may hold `${…}` itself. This stands for its first two signs while the template is expanded. */
const typedDollar = '\uFDD0{';

interface Prepared {
  readonly root: unknown;
  /** Every object of the data: none of them may end up in the card, or data would have become structure. */
  readonly objects: ReadonlySet<object>;
}

function prepare(data: CardData): Prepared {
  const objects = new Set<object>();
  const copy = (value: unknown, path: string, raw: boolean): unknown => {
    if (typeof value === 'string') {
      const text = value.replaceAll('\uFDD0', '').toWellFormed();
      return (raw ? text : escapeMarkdown(text)).replaceAll('${', typedDollar);
    }
    if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
    if (typeof value !== 'object' || value === null) throw new Error(`A card has no value for "${path}".`);
    const copied = Array.isArray(value)
      ? value.map((item: unknown, index) => copy(item, `${path}.${index}`, raw))
      : Object.fromEntries(
          Object.entries(value).map(([key, item]) => [
            key,
            copy(item, path === '' ? key : `${path}.${key}`, raw || key === 'values'),
          ]),
        );
    objects.add(copied);
    return Object.defineProperty(copied, 'toString', {
      value: () => {
        throw new Error(`A card wants a text where "${path}" is an object.`);
      },
    });
  };
  return { root: copy(data, '', false), objects };
}

function expand(template: Template, root: unknown): unknown {
  const { GlobalSettings } = templating();
  const missing: string[] = [];
  GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => {
    missing.push(path);
    return undefined;
  };
  try {
    const expanded: unknown = template.expand({ $root: root });
    if (missing.length > 0) throw new Error(`A card has no value for "${missing.join('", "')}".`);
    return expanded;
  } finally {
    GlobalSettings.getUndefinedFieldValueSubstitutionString = () => undefined;
  }
}

/** Puts the person's own signs back and refuses what templating leaves behind when something went wrong. */
function finish(node: unknown, data: ReadonlySet<object>): unknown {
  if (typeof node === 'string') {
    if (node.includes('${')) throw new Error(`A card's expression came to nothing: ${node.slice(0, 80)}`);
    return node.replaceAll(typedDollar, '${');
  }
  if (typeof node !== 'object' || node === null) return node;
  if (data.has(node)) throw new Error('A card took an object of the data as its own structure.');
  if (Array.isArray(node)) return node.map((item: unknown) => finish(item, data));
  return Object.fromEntries(
    Object.entries(node)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, finish(value, data)]),
  );
}

function checked(card: unknown): AdaptiveCard {
  if (!isCard(card)) throw new Error('A card is an AdaptiveCard of version 1.5 with a body.');
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > mostBytes) throw new Error(`A card holds at most ${mostBytes} bytes, not ${bytes}.`);
  refuseLongRows(card);
  return card;
}

function isCard(card: unknown): card is AdaptiveCard {
  if (typeof card !== 'object' || card === null) return false;
  const { type, version, body } = card as { type?: unknown; version?: unknown; body?: unknown };
  return type === 'AdaptiveCard' && version === '1.5' && Array.isArray(body);
}

function refuseLongRows(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'actions' && Array.isArray(value) && value.length > mostActions) {
      throw new Error(`A card shows at most ${mostActions} actions in a row, not ${value.length}.`);
    }
    refuseLongRows(value);
  }
}
