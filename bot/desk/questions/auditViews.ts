/** Lines of the audit as an officer reads them, and as an administrator does: without anybody's name or record. */
import type { AuditRow } from '../../contract/audit.ts';
import { auditKinds } from '../../contract/audit.ts';
import { roleLabels } from '../../contract/roles.ts';
import { refsOf, type Line } from '../audit/search.ts';
import { actInWords, doorWords, nameInWords, reasonIn } from '../audit/words.ts';
import { theSystem } from '../caller.ts';
import { directory, type Office } from '../office.ts';
import { momentInWords } from './labels.ts';

export async function auditView(
  office: Pick<Office, 'records'>,
  lines: readonly Line[],
  isTechnical: boolean,
): Promise<AuditRow[]> {
  if (isTechnical) return lines.map(technical);
  const [people, organisations] = await Promise.all([
    named(
      lines.map(whoOf),
      async (id) => (await office.records.read(directory, `person:${id}`, 'person'))?.row.name,
    ),
    named(
      lines.map(placeOf),
      async (id) => (await office.records.read(directory, `organisation:${id}`, 'organisation'))?.row.name,
    ),
  ]);
  return lines.map((line) => {
    const refs = refsOf(line);
    const reason = line.kind === 'act' ? reasonIn(line.entry) : undefined;
    return {
      ...technical(line),
      who: people.get(whoOf(line)) ?? whoOf(line),
      organisation: organisations.get(placeOf(line)) ?? placeOf(line),
      ...(refs.length > 0 ? { refs: [...refs] } : {}),
      ...(reason ? { reason } : {}),
    };
  });
}

/** What identifies nobody. An entry's id begins with its record's reference, so a number of its own stands for it. */
function technical(line: Line): AuditRow {
  const source = line.kind === 'act' ? line.entry : line.line;
  const role = (roleLabels as Readonly<Record<string, string>>)[source.role] ?? 'No role';
  const rule = line.kind === 'act' ? undefined : line.line.rule;
  return {
    id: `${source.request}.${line.kind === 'act' ? line.entry.digest.slice(0, 12) : line.kind}.${line.at}`,
    kind: line.kind,
    at: momentInWords(line.at),
    role,
    what: line.kind === 'act' ? actInWords(line.entry.action) : nameInWords(line.line.name),
    door: doorWords[source.door],
    request: source.request,
    ...(rule ? { rule } : {}),
  };
}

const whoOf = (line: Line) => (line.kind === 'act' ? line.entry.actor : line.line.person);
const placeOf = (line: Line) => (line.kind === 'act' ? line.entry.organisation : line.line.organisation);

/** Each name read once, however many lines it stands on. */
async function named(
  ids: readonly string[],
  nameOf: (id: string) => Promise<string | undefined>,
): Promise<Map<string, string>> {
  const distinct = [...new Set(ids)].filter((id) => id !== theSystem.person);
  const names = await Promise.all(distinct.map(async (id) => [id, (await nameOf(id)) ?? id] as const));
  return new Map([...names, [theSystem.person, 'Common Ground']]);
}

/** The same for a spreadsheet. */
export function tableOf(
  rows: readonly AuditRow[],
  isTechnical: boolean,
): { readonly columns: readonly string[]; readonly cells: readonly (readonly string[])[] } {
  const shared: readonly (readonly [string, (row: AuditRow) => string | undefined])[] = [
    ['Time in London', (row) => row.at],
    ['Done, read or refused', (row) => auditKinds[row.kind]],
    ['What', (row) => row.what],
    ['Role', (row) => row.role],
    ['By which door', (row) => row.door],
    ['Request', (row) => row.request],
    ['Rule', (row) => row.rule],
  ];
  const named: typeof shared = [
    ['Who', (row) => row.who],
    ['Organisation', (row) => row.organisation],
    ['Records', (row) => row.refs?.join(' ')],
    ['Reason', (row) => row.reason],
  ];
  const all = isTechnical ? shared : [...shared, ...named];
  return {
    columns: all.map(([column]) => column),
    cells: rows.map((row) => all.map(([, cell]) => cell(row) ?? '')),
  };
}
