/** What a container may be defined with. Unique keys, time to live, computed fields and so on are refused. */
import { z } from 'zod';
import { outside } from './answers.ts';
import type { OrderTerm } from './dialect.ts';

/** SQLite's names do not tell upper from lower case, so two fields of one container must differ in more than that. */
const distinct = (fields: readonly string[]) =>
  new Set(fields.map((field) => field.toLowerCase())).size === new Set(fields).size;

export const plainName = z.string().regex(/^[A-Za-z0-9-]{1,100}$/);
const fieldPath = z.string().regex(/^\/[A-Za-z][A-Za-z0-9]*$/);
const somePath = z.looseObject({ path: z.string() });
const compositePath = z.strictObject({
  path: fieldPath,
  order: z.enum(['ascending', 'descending']).default('ascending'),
});
const compositeIndex = z
  .array(compositePath)
  .min(2)
  .refine((terms) => new Set(terms.map(({ path }) => path)).size === terms.length, 'a field named twice');

const containerSpec = z.strictObject({
  id: plainName,
  partitionKey: z.strictObject({
    paths: z.tuple([fieldPath]),
    kind: z.literal('Hash').default('Hash'),
    version: z.literal(2).default(2),
  }),
  indexingPolicy: z
    .strictObject({
      indexingMode: z.literal('consistent').default('consistent'),
      automatic: z.literal(true).default(true),
      includedPaths: z.array(somePath).default([{ path: '/*' }]),
      excludedPaths: z.array(somePath).default([]),
      compositeIndexes: z
        .array(compositeIndex)
        .refine(
          (indexes) => distinct(indexes.flatMap((terms) => terms.map(({ path }) => path))),
          'fields that differ only in upper and lower case',
        )
        .default([]),
    })
    .prefault({}),
});
export type ContainerSpec = z.infer<typeof containerSpec>;

/** Reads a definition, the system fields of an earlier answer left out. Throws Refusal 400. */
export function readSpec(body: unknown): ContainerSpec {
  const fields = new Map(Object.entries(body ?? {}));
  for (const system of ['_rid', '_self', '_etag', '_ts']) fields.delete(system);
  const spec = containerSpec.safeParse(Object.fromEntries(fields));
  if (!spec.success) throw outside(`this container definition (${z.prettifyError(spec.error)})`);
  return spec.data;
}

/** The field that holds a document's scope. */
export const partitionFieldOf = (spec: ContainerSpec) => spec.partitionKey.paths[0].slice(1);

export const compositeIndexesOf = (spec: ContainerSpec): readonly (readonly OrderTerm[])[] =>
  spec.indexingPolicy.compositeIndexes.map((terms) =>
    terms.map(({ path, order }) => ({ field: path.slice(1), descending: order === 'descending' })),
  );
