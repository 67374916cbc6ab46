/**
 * JSON Schema has no words for what Zod checks in code: `refine` and what is done to a text before it is judged
 * disappear from it silently. Here each leaves a sentence in the description.
 */
import type { z } from 'zod';
import type { ZodOpenApiOverride } from 'zod-openapi';
import { plainText } from '../contract/plainText.ts';

type Context = Parameters<ZodOpenApiOverride>[0];
type Schema = Context['zodSchema'];
type Check = NonNullable<Schema['_zod']['def']['checks']>[number];

/** Adds the sentences to the JSON Schema of one Zod schema, in place: an `override` of zod-openapi. */
export const describeRefinements: ZodOpenApiOverride = ({ zodSchema, jsonSchema, io }) => {
  if (io !== 'input' || jsonSchema.$ref) return;
  const notes = [...(zodSchema._zod.def.checks ?? []).flatMap(noteOf), ...transformNotes(zodSchema)];
  const text = [jsonSchema.description, ...notes].filter((part) => part !== undefined);
  if (notes.length > 0) jsonSchema.description = text.join(' ');
};

function noteOf(check: Check): string[] {
  switch (check._zod.def.check) {
    case 'custom':
      return [`Also checked: ${messageOf(check)}`];
    case 'overwrite':
      return [
        isPlainText(check) ? 'Control characters are left out.' : 'Spaces before and after do not count.',
      ];
    default:
      return [];
  }
}

const isPlainText = (check: Check) => (check._zod.def as z.core.$ZodCheckOverwriteDef).tx === plainText;

/** The sentence that the refinement gives a person. */
function messageOf(check: Check): string {
  const { error } = check._zod.def as z.core.$ZodCustomDef;
  const said = error?.({ code: 'custom', input: undefined, path: [] });
  return (typeof said === 'string' ? said : said?.message) ?? 'a rule that this description cannot show.';
}

function transformNotes({ _zod: { def } }: Schema): string[] {
  return def.type === 'pipe' && def.out._zod.def.type === 'transform' ? ['Tidied before it is kept.'] : [];
}
