/** An import compared with the directory: practices first, then each person with their roles, by the very same rules. */
import type { ImportStep } from '../../contract/peopleImport.ts';
import { mostImportRoles, type ImportCheck } from '../../contract/peopleImport.ts';
import { roleLabels, type Grant } from '../../contract/roles.ts';
import type { Facts, Refused } from '../decision.ts';
import { londonDate } from '../time/london.ts';
import { placeFor, refuseGrant, type Place } from './grantRole.ts';
import { isSameName } from './names.ts';
import { periodInWords, readPeriod } from './period.ts';
import { newPerson, type PersonHead } from './person.ts';
import { organisationId, putOrganisation, type OrganisationHead } from './places.ts';
import { columnOf, type ColumnProblem, type Draft } from './readImport.ts';

/** What the directory holds of all that the list names. */
export interface KnownDirectory {
  readonly organisation: (id: string) => Place | undefined;
  readonly isArea: (area: string) => boolean;
  readonly person: (person: string) => PersonHead | undefined;
}

type CheckedRow = ImportCheck['rows'][number];
type PracticeDraft = Extract<Draft, { kind: 'practice' }>;
type StaffDraft = Extract<Draft, { kind: 'staff' }>;

export interface CheckedImport {
  readonly rows: readonly CheckedRow[];
  /** In the order to be carried out. Not to be used while a row has a problem. */
  readonly steps: readonly ImportStep[];
}

export function checkImport(drafts: readonly Draft[], known: KnownDirectory, facts: Facts): CheckedImport {
  const practices = checkPractices(drafts, known, facts);
  const staff = checkStaff(drafts, { ...known, organisation: practices.find }, facts);
  const wrong = drafts.flatMap((draft) =>
    draft.kind === 'wrong' ? [row(draft.line, undefined, draft.problems)] : [],
  );
  const rows = [...practices.rows, ...staff.rows, ...wrong];
  return {
    rows: rows.toSorted((one, other) => one.line - other.line),
    steps: [...practices.steps, ...staff.steps],
  };
}

function checkPractices(drafts: readonly Draft[], known: KnownDirectory, facts: Facts) {
  const added = new Map<string, { line: number; place: Place }>();
  const rows: CheckedRow[] = [];
  const steps: ImportStep[] = [];
  for (const draft of drafts.filter((one) => one.kind === 'practice')) {
    const checked = checkPractice(draft, known, added, facts);
    rows.push(checked.row);
    if (!checked.head) continue;
    const { organisation } = checked.head.body;
    added.set(organisation, { line: draft.line, place: checked.head.body });
    steps.push({ lines: [draft.line], practice: draft.practice });
  }
  return {
    rows,
    steps,
    find: (id: string) => added.get(id)?.place ?? known.organisation(id),
  };
}

function checkPractice(
  { line, practice }: PracticeDraft,
  known: KnownDirectory,
  added: ReadonlyMap<string, { readonly line: number }>,
  facts: Facts,
): { readonly row: CheckedRow; readonly head?: OrganisationHead } {
  const id = organisationId('practice', practice.organisation);
  const code = id.ok ? id.value : '';
  const before = added.get(code);
  if (before) return { row: repeats(line, 'organisation', before.line) };
  const there = known.organisation(code);
  if (there && there.type === 'practice' && isSameName(there.name, practice.name))
    return { row: row(line, `${there.name} is in the directory already. Nothing changes.`) };
  if (there) {
    const message = `The directory has this code for ${there.name}. Change it under Places, or correct the code.`;
    return { row: row(line, undefined, [{ column: 'organisation', message }]) };
  }
  const decision = putOrganisation(practice, undefined, known.isArea(practice.area), facts);
  if (!decision.changed) return { row: row(line, undefined, problemsOf(decision)) };
  const notes = (decision.outcome.warnings ?? []).map(({ rule, message }) => `${message} (${rule})`);
  return {
    row: row(line, `Practice ${practice.name} is added.`, [], notes),
    head: decision.heads[0] as OrganisationHead,
  };
}

function checkStaff(drafts: readonly Draft[], known: KnownDirectory, facts: Facts) {
  const rows: CheckedRow[] = [];
  const steps: ImportStep[] = [];
  const staff = drafts.filter((draft) => draft.kind === 'staff');
  for (const [person, own] of Map.groupBy(staff, (draft) => draft.person)) {
    const before = known.person(person);
    let head = before ?? newPerson(person, own[0]?.name ?? '', facts);
    const seen = new Map<string, number>();
    for (const [index, draft] of own.entries()) {
      const checked = checkRole(
        draft,
        head,
        { known, isNew: before === undefined && index === 0, seen },
        facts,
      );
      rows.push(checked.row);
      if (checked.grant)
        head = { ...head, body: { ...head.body, grants: [...head.body.grants, checked.grant] } };
    }
    const roles = head.body.grants.slice(before?.body.grants.length ?? 0);
    if (roles.length > 0)
      steps.push({
        lines: own.map(({ line }) => line),
        person: { person, name: head.body.name, roles },
      });
  }
  return { rows, steps };
}

interface RoleContext {
  readonly known: KnownDirectory;
  /** Whether this row adds the person too. */
  readonly isNew: boolean;
  /** Rows of this person so far, by what they say. */
  readonly seen: Map<string, number>;
}

function checkRole(
  draft: StaffDraft,
  head: PersonHead,
  { known, isNew, seen }: RoleContext,
  facts: Facts,
): { readonly row: CheckedRow; readonly grant?: Grant } {
  const { line, name } = draft;
  const wrong = (...problems: ColumnProblem[]) => ({ row: row(line, undefined, problems) });
  const says = [draft.role, draft.organisation.toUpperCase(), draft.area, draft.from, draft.to].join();
  const repeated = seen.get(says);
  if (repeated !== undefined) return { row: repeats(line, 'role', repeated) };
  seen.set(says, line);
  if (!isSameName(head.body.name, name)) {
    const message = `This id belongs to ${head.body.name}. Correct the name or the sign-in id.`;
    return wrong({ column: 'name', message });
  }
  if (seen.size > mostImportRoles)
    return wrong({ column: 'role', message: `Give one person at most ${mostImportRoles} roles at once.` });
  const place = placeNamed(draft.organisation, known);
  const read = readPeriod(draft, londonDate(facts.now));
  if ('problem' in read)
    return wrong({ column: columnOf(read.problem.field), message: read.problem.message });
  const isArea = (area: string) => area === place?.area || known.isArea(area);
  const at = placeFor({ ...draft, organisation: place?.organisation ?? '' }, place, isArea);
  if ('changed' in at) return wrong(...problemsOf(at));
  const grant: Grant = { ...at, ...read.period };
  const refusal = refuseGrant(head, grant, 'role', facts);
  if (refusal) return wrong(...problemsOf(refusal));
  const given = `${roleLabels[grant.role]} at ${place?.name ?? ''}, ${periodInWords(grant)}.`;
  return { row: row(line, isNew ? `${name} is added: ${given}` : `${name} also gets: ${given}`), grant };
}

/** By its code as it is typed: a practice's in capitals, any other in small letters. */
export function placeNamed(typed: string, known: Pick<KnownDirectory, 'organisation'>): Place | undefined {
  return codesOf(typed)
    .map(known.organisation)
    .find((found) => found !== undefined);
}

/** How a code that was typed may stand in the directory. */
export function codesOf(typed: string): string[] {
  const practice = organisationId('practice', typed);
  return [...new Set([typed, ...(practice.ok ? [practice.value] : []), typed.toLowerCase()])];
}

const row = (
  line: number,
  what: string | undefined,
  problems: readonly ColumnProblem[] = [],
  notes: readonly string[] = [],
): CheckedRow => ({ line, ...(what ? { what } : {}), problems: [...problems], notes: [...notes] });

const repeats = (line: number, column: ColumnProblem['column'], before: number) =>
  row(line, undefined, [{ column, message: `This repeats row ${before}. Take one of them out.` }]);

function problemsOf({ refusal }: Refused): ColumnProblem[] {
  const { fields, field = 'type', message } = refusal;
  return (fields ?? [{ field, message }]).map((one) => ({
    column: columnOf(one.field),
    message: one.message,
  }));
}
