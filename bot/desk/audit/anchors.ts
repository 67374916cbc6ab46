/** Where each day's seal is kept a second time, outside the store, so that nobody with the store alone can make it anew. */
import { z } from 'zod';
import type { SealRow } from '../rows.ts';

/** Filled by bot/store: a folder beside the data file, or a container of Azure Blob Storage that keeps what it has. */
export interface Anchors {
  /** Keeps one small document under a new name. Never overwrites: `there` when the name has been taken before. */
  append(name: string, document: string): Promise<'kept' | 'there'>;
  /** Undefined when there is none of this name. */
  read(name: string): Promise<string | undefined>;
  /** Every name, in any order. */
  names(): AsyncIterable<string>;
}

const sealed = z.strictObject({ count: z.number(), digest: z.string() });
const anchor = z.strictObject({
  scope: z.string(),
  day: z.string(),
  entries: sealed,
  lines: sealed,
  previous: z.string(),
  digest: z.string(),
});
export type Anchor = z.infer<typeof anchor>;

/** One a day and scope; `:` is no character for a file's name everywhere. */
export const anchorName = (scope: string, day: string) => `${day}.${scope.replace(':', '.')}.json`;

/** The scope and day an anchor's name stands for; undefined for a name that is no anchor's. */
export function anchorPlace(name: string): { readonly scope: string; readonly day: string } | undefined {
  const [, day, kind, id] =
    /^(\d{4}-\d{2}-\d{2})\.(directory|area|org)(?:\.([A-Za-z0-9-]+))?\.json$/.exec(name) ?? [];
  if (!day || !kind) return undefined;
  return { day, scope: id ? `${kind}:${id}` : kind };
}

export function anchorText({ scope, day, entries, lines, previous, digest }: SealRow): string {
  return `${JSON.stringify({ scope, day, entries, lines, previous, digest })}\n`;
}

/** Undefined when the text is no anchor. */
export function readAnchor(text: string): Anchor | undefined {
  try {
    return anchor.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
