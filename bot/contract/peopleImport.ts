/** Staff and practices from a spreadsheet (CSV): what the columns are, and what an administrator is told of each row. */
import { z } from 'zod';
import { longestImport, organisationForm } from './people.ts';
import { plainText } from './plainText.ts';
import { grantSchema } from './roles.ts';

/** The columns by the name a spreadsheet gives them; their order and capitals do not matter. */
export const importColumns = {
  type: 'practice or staff',
  name: 'the practice’s or the person’s name',
  'sign-in id': 'staff: the person’s Entra object id',
  role: 'staff: the role, as it is called here or by its code',
  organisation: 'a practice’s code, or the code of where the role is held',
  area: 'a practice’s area; for staff only where it is not that of the organisation',
  from: 'staff: the first day, as 28/01/2027 or 2027-01-28; empty means today',
  to: 'staff: the last day; empty means no end',
  phone: 'practice: telephone for staff',
  email: 'practice: e-mail for staff',
  sites: 'practice: its sites, with | between them',
} as const;
export type ImportColumn = keyof typeof importColumns;

/** A whole file to begin with. */
export const importSample = `type,name,sign-in id,role,organisation,area,from,to,phone,email,sites
practice,Mill Lane Practice,,,Z99003,brookshire,,,020 7946 0110,office.milllane@nhs.net,Mill Lane|Station Road
staff,Robin Vale,3f2504e0-4f89-41d3-9a0c-0305e82c3301,Practice manager,Z99003,,,,,,
staff,Alex Moor,6ba7b810-9dad-41d1-80b4-00c04fd430c8,PRS,Z99003,,,31/12/2030,,,
`;

const importText = z
  .string({ error: 'Choose a file, or paste its text.' })
  .overwrite(plainText)
  .max(longestImport, {
    error: `This is too much at once. Split it into parts of at most ${longestImport} characters.`,
  });

/** Most roles one person gets in one import: they are given in one batch. */
export const mostImportRoles = 20;

const personStep = z.strictObject({
  person: z.string(),
  name: z.string(),
  roles: z.array(grantSchema).min(1).max(mostImportRoles),
});
/** One person with their roles, or one practice: what is done in one go. */
export const importStep = z.strictObject({
  /** Rows of the file it was made from. */
  lines: z.array(z.number().int()),
  practice: organisationForm.optional(),
  person: personStep.optional(),
});
export type ImportStep = z.infer<typeof importStep>;

export const importCommands = {
  'people.import': {
    input: z.strictObject({ text: importText }),
    summary: 'Bring in practices and staff from a CSV text: all of it, or nothing where a row is wrong.',
  },
  'people.importStep': {
    input: z.strictObject({ ref: z.string().max(40), number: z.number().int().min(0), step: importStep }),
    summary: 'Bring in the next practice or person of an import. The app itself gives it.',
    from: 'app',
  },
} as const;

const count = z.number().int();
export const importCheck = z.object({
  /** Whether it can be brought in as it is. */
  ready: z.boolean(),
  /** What is wrong with the file as a whole. */
  problem: z.string().optional(),
  practices: count,
  people: count,
  rows: z.array(
    z.object({
      line: count,
      /** What would happen. Absent where something is wrong. */
      what: z.string().optional(),
      problems: z.array(z.object({ column: z.string(), message: z.string() })),
      notes: z.array(z.string()),
    }),
  ),
});
export type ImportCheck = z.infer<typeof importCheck>;

export const importProgress = z.object({
  ref: z.string(),
  started: z.string(),
  by: z.string(),
  done: count,
  total: count,
  finished: z.boolean(),
  /** Rows that could not be brought in, because the directory had changed since the check. */
  failed: z.array(z.object({ line: count, message: z.string() })),
});

export const importQuestions = {
  'people.checkImport': {
    input: z.strictObject({ text: importText }),
    answer: importCheck,
    summary: 'What an import would do, row by row, and what is wrong. Nothing is stored.',
  },
  'people.imports': {
    input: z.strictObject({}),
    answer: z.object({ rows: z.array(importProgress) }),
    summary: 'The latest imports and how far they are.',
  },
} as const;
