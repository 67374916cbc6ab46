/** Rows of an import, one by one: what each says, before it is compared with the directory. */
import { importColumns, type ImportColumn } from '../../contract/peopleImport.ts';
import { mostImportRows, organisationForm, signInId } from '../../contract/people.ts';
import { role, roleLabels, type Role } from '../../contract/roles.ts';
import { readDay } from './period.ts';

export interface ListRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface ColumnProblem {
  readonly column: ImportColumn;
  readonly message: string;
}

export type Draft =
  | { readonly line: number; readonly kind: 'wrong'; readonly problems: readonly ColumnProblem[] }
  | {
      readonly line: number;
      readonly kind: 'practice';
      readonly practice: ReturnType<typeof organisationForm.parse>;
    }
  | {
      readonly line: number;
      readonly kind: 'staff';
      readonly person: string;
      readonly name: string;
      readonly role: Role;
      readonly organisation: string;
      readonly area: string | undefined;
      readonly from: string | undefined;
      readonly to: string | undefined;
    };

const columns = Object.keys(importColumns) as ImportColumn[];
const always: readonly ImportColumn[] = ['type', 'name', 'organisation'];
const ofStaff: readonly ImportColumn[] = ['sign-in id', 'role', 'from', 'to'];
const ofPractice: readonly ImportColumn[] = ['phone', 'email', 'sites'];

/** What every row says, or what is wrong with the list as a whole. */
export function readImport(
  rows: readonly ListRow[],
): { readonly drafts: readonly Draft[] } | { readonly problem: string } {
  const [heading, ...others] = rows;
  if (!heading || others.length === 0)
    return {
      problem: 'There is nothing in this list. It needs a heading and a row for each practice or role.',
    };
  if (others.length > mostImportRows)
    return {
      problem: `This list has ${others.length} rows. Split it into parts of at most ${mostImportRows}.`,
    };
  const names = heading.cells.map((cell) => cell.toLowerCase());
  const unknown = names.find((name) => !columns.some((column) => column === name));
  if (unknown !== undefined)
    return {
      problem: `There is no column “${unknown.slice(0, 40)}”. The columns are: ${columns.join(', ')}.`,
    };
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return { problem: `The column ${twice} is there twice. Take one out.` };
  const missing = always.filter((column) => !names.includes(column));
  if (missing.length > 0)
    return { problem: `The heading has no column ${missing.join(', ')}. Add it, as in the sample.` };
  return { drafts: others.map((row) => readRow(row, names)) };
}

function readRow({ line, cells }: ListRow, names: readonly string[]): Draft {
  const at = (column: ImportColumn) => cells[names.indexOf(column)] ?? '';
  const type = at('type').toLowerCase();
  if (cells.length > names.length)
    return wrong(line, [
      {
        column: 'type',
        message: 'This row has more cells than the heading. Put text with a comma in quotes.',
      },
    ]);
  if (type === 'practice') return readPractice(line, at);
  if (type === 'staff') return readStaff(line, at);
  return wrong(line, [{ column: 'type', message: 'Write practice or staff.' }]);
}

type At = (column: ImportColumn) => string;

function readPractice(line: number, at: At): Draft {
  const typed = organisationForm.safeParse({
    type: 'practice',
    organisation: at('organisation'),
    name: at('name'),
    area: at('area').toLowerCase(),
    ...(at('phone') ? { phone: at('phone') } : {}),
    ...(at('email') ? { email: at('email') } : {}),
    sites: at('sites')
      .split('|')
      .map((site) => site.trim())
      .filter((site) => site !== ''),
  });
  const problems = [
    ...mustBeEmpty(at, ofStaff, 'a practice'),
    ...(typed.error?.issues ?? []).map(({ path, message }) => problem(columnOf(String(path[0])), message)),
  ];
  return typed.success && problems.length === 0
    ? { line, kind: 'practice', practice: typed.data }
    : wrong(line, problems);
}

function readStaff(line: number, at: At): Draft {
  const id = signInId.safeParse(at('sign-in id'));
  const code = roleOf(at('role'));
  const [from, to] = [readDate(at('from')), readDate(at('to'))];
  const [name, organisation] = [at('name'), at('organisation')];
  const problems = [
    ...mustBeEmpty(at, ofPractice, 'staff'),
    ...(name === '' || name.length > 120 ? [problem('name', 'Give the name, in 120 letters or fewer.')] : []),
    ...(id.success ? [] : [problem('sign-in id', id.error.issues[0]?.message ?? '')]),
    ...(code ? [] : [problem('role', 'There is no such role. Write it as it is called here, or its code.')]),
    ...(organisation === '' ? [problem('organisation', 'Give the code of the organisation.')] : []),
    ...(from === undefined ? [problem('from', notADate)] : []),
    ...(to === undefined ? [problem('to', notADate)] : []),
  ];
  if (!id.success || !code || problems.length > 0) return wrong(line, problems);
  return {
    line,
    kind: 'staff',
    person: id.data,
    name,
    role: code,
    organisation,
    area: at('area').toLowerCase() || undefined,
    from: from || undefined,
    to: to || undefined,
  };
}

const notADate = 'There is no such day. Write it as 28/01/2027 or 2027-01-28.';
const wrong = (line: number, problems: readonly ColumnProblem[]): Draft => ({
  line,
  kind: 'wrong',
  problems,
});
const problem = (column: ImportColumn, message: string): ColumnProblem => ({ column, message });

const mustBeEmpty = (at: At, which: readonly ImportColumn[], what: string) =>
  which
    .filter((column) => at(column) !== '')
    .map((column) => problem(column, `Leave this empty for ${what}.`));

/** The column a field of a form was read from. */
export function columnOf(field: string): ImportColumn {
  if (field === 'person') return 'sign-in id';
  return columns.find((column) => column === field) ?? 'type';
}

/** By its code or by what it is called, however it is written. */
function roleOf(typed: string): Role | undefined {
  const wanted = typed.toLowerCase();
  return role.options.find(
    (code) => code.toLowerCase() === wanted || roleLabels[code].toLowerCase() === wanted,
  );
}

/** A British or an ISO date as an ISO one; empty stays empty; undefined is none. Whether the day exists is asked later. */
function readDate(typed: string): string | undefined {
  if (typed === '') return '';
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed) ?? [];
  const date = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed;
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && readDay(date) ? date : undefined;
}
