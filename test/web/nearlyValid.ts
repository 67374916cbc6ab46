/** Arbitraries for near-valid inputs: what a JSON Schema allows, and good examples spoilt in one or more places. */
import fc from 'fast-check';
import { z } from 'zod';

type Schema = z.core.JSONSchema.BaseSchema;

/** Values that fit the schema; refinements and rules of policy are not known here. */
export function fitting(schema: z.ZodType): fc.Arbitrary<unknown> {
  return fittingJson(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }));
}

function fittingJson(schema: Schema): fc.Arbitrary<unknown> {
  const { enum: choices, type, minimum, maximum } = schema;
  if (choices) return fc.constantFrom(...choices);
  const byType: Readonly<Record<string, () => fc.Arbitrary<unknown>>> = {
    string: () => fittingString(schema),
    integer: () => fc.integer({ min: minimum ?? -5, max: maximum ?? 100 }),
    number: () => fc.integer({ min: 0, max: 100_000 }).map((pence) => pence / 100),
    boolean: () => fc.boolean(),
    array: () => fittingArray(schema),
    object: () => fittingObject(schema),
  };
  return (typeof type === 'string' ? byType[type]?.() : undefined) ?? junk;
}

function fittingArray({ items, minItems = 0, maxItems = 4 }: Schema): fc.Arbitrary<unknown[]> {
  return fc.array(fittingJson(one(items)), { minLength: minItems, maxLength: Math.min(maxItems, 4) });
}

function fittingString({ pattern, format, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  if (pattern && !format) return fc.stringMatching(new RegExp(pattern));
  if (format) return fc.constantFrom('2026-11-02', '2026-11-02T09:00:00Z');
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 80)) });
}

function fittingObject({ properties = {}, required = [], propertyNames, additionalProperties }: Schema) {
  if (propertyNames) {
    const key = fittingJson(one(propertyNames)) as fc.Arbitrary<string>;
    return fc.dictionary(key, fittingJson(one(additionalProperties)), { maxKeys: 3 });
  }
  const fields = Object.entries(properties).map(([name, inner]) => [name, fittingJson(one(inner))] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
}

/** A part of a schema, as JSON Schema writes it; anything goes where it says nothing. */
const one = (inner: Schema['items']): Schema =>
  typeof inner === 'object' && !Array.isArray(inner) ? inner : {};

/** What tends to break programs. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    0.1,
    1e308,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e\u0301',
  ),
  fc.constantFrom<unknown>(
    '__proto__',
    'constructor',
    "'; DROP TABLE rows; --",
    '${1+1}',
    '<img src=x>',
    '../..',
  ),
  fc.constantFrom<unknown>([], {}, [[]], { toString: 1 }, { length: 9 }, 'a'.repeat(5_000)),
  fc.jsonValue({ maxDepth: 3 }),
);

type Change = (input: Record<string, unknown>) => void;

/** The example as it is, or with up to three changes: a field gone, one replaced, or one nobody knows. */
export function spoilt(
  example: Readonly<Record<string, unknown>>,
  schema: z.ZodObject,
): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.shape) as [string, z.ZodType][];
  const refitted = fields.map(([name, inner]) =>
    fittingOrGone(inner).map(
      (value): Change =>
        (input) =>
          void (input[name] = value),
    ),
  );
  const names = fc.constantFrom(...fields.map(([name]) => name), 'unknownField', 'toString');
  const gone = names.map(
    (name): Change =>
      (input) =>
        void delete input[name],
  );
  const junked = fc.tuple(names, junk).map(
    ([name, value]): Change =>
      (input) =>
        void (input[name] = value),
  );
  const change = fc.oneof(...refitted, gone, junked);
  return fc.array(change, { maxLength: 3 }).map((changes) => {
    const input = { ...example };
    for (const apply of changes) apply(input);
    return input;
  });
}

function fittingOrGone(schema: z.ZodType): fc.Arbitrary<unknown> {
  return schema.safeParse(undefined).success
    ? fc.option(fitting(schema), { nil: undefined })
    : fitting(schema);
}

/** Anything at all in the place of the input. */
export const anything = junk;
