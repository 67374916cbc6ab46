/** Everything that is wrong with what was sent, said at once: by its schema, and by rules about what could be read. */
import { z } from 'zod';
import type { Refusal } from '../contract/refusal.ts';
import type { Grant } from '../contract/roles.ts';
import { gatherFacts } from './facts.ts';
import { directory, type Office } from './office.ts';
import { problemsOf } from './problems.ts';
import type { PersonRow } from './rows.ts';
import type { CommandSpec } from './spec.ts';

interface Sent {
  readonly schema: z.ZodType;
  readonly input: unknown;
  readonly error: z.ZodError;
  /** Who sent it, and the role under which it would be judged. */
  readonly person: PersonRow;
  readonly grant: Grant | undefined;
}

export async function lookOver(office: Office, spec: CommandSpec<unknown>, sent: Sent): Promise<Refusal> {
  const refusal = problemsOf(sent.error);
  const { fields, ...rest } = refusal;
  const { grant } = sent;
  if (!spec.lookOver || !fields || !grant) return refusal;
  const [organisation, area] = await Promise.all([
    office.records.read(directory, `organisation:${grant.organisation}`, 'organisation'),
    office.records.read(directory, `area:${grant.area}`, 'area'),
  ]);
  const facts = gatherFacts(office, { grant, organisation: organisation?.row, area: area?.row }, sent.person);
  const told = new Set(fields.map(({ field }) => field));
  const more = spec.lookOver(readable(sent.schema, sent.input), facts);
  return { ...rest, fields: [...fields, ...more.filter(({ field }) => !told.has(field))] };
}

/** The fields that are well formed by themselves. */
function readable(schema: z.ZodType, input: unknown): Readonly<Record<string, unknown>> {
  if (!(schema instanceof z.ZodObject) || typeof input !== 'object' || input === null) return {};
  const given = new Map(Object.entries(input));
  return Object.fromEntries(
    Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).flatMap(([field, part]) => {
      const read = part.safeParse(given.get(field));
      return read.success && read.data !== undefined ? [[field, read.data]] : [];
    }),
  );
}
