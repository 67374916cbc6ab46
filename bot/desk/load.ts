/** The one parallel set of reads a command makes: receipt, heads, other rows, organisation, area. */
import { createHash } from 'node:crypto';
import type { Grant } from '../contract/roles.ts';
import type { Known } from './authorise.ts';
import { directory, type Office } from './office.ts';
import type { Stored } from './ports.ts';
import type { AreaRow, HeadRow, Kind, OrganisationRow, ReceiptRow, Row, RowOf } from './rows.ts';
import type { CommandSpec } from './spec.ts';

export interface Loaded {
  readonly grant: Grant;
  readonly scope: string;
  readonly receipt: ReceiptRow | undefined;
  readonly heads: readonly Stored<HeadRow>[];
  /** Whether every head the command names was found here. */
  readonly complete: boolean;
  readonly row: <K extends Kind>(kind: K, id: string) => Stored<RowOf<K>> | undefined;
  readonly organisation: OrganisationRow | undefined;
  readonly area: AreaRow | undefined;
}

/**
 * What a command leaves under its own id is its giver's alone: somebody else's id finds nothing and is in nobody's
 * way. Ids of taps can be worked out by others, and would else tell how somebody voted, or keep them from voting (D7).
 */
export function intentOf(commandId: string, person: string): string {
  const whose = createHash('sha256').update(`${person}\n${commandId}`).digest('hex');
  return `${commandId}:${whose.slice(0, 16)}`;
}

export const receiptId = (commandId: string, person: string) => `receipt:${intentOf(commandId, person)}`;

/**
 * One place for each grant that could carry the command, and the receipts of wherever the person ever could act, all
 * read at once.
 */
export async function loadFor(
  office: Office,
  spec: CommandSpec<unknown>,
  known: Known,
  grants: readonly Grant[],
  commandId: string,
  input: unknown,
): Promise<Loaded[]> {
  const scopes = new Map<string, Promise<ReceiptRow | undefined>>();
  const receiptIn = (scope: string) => {
    const found = scopes.get(scope) ?? readReceipt(office, scope, receiptId(commandId, known.row.person));
    scopes.set(scope, found);
    return found;
  };
  const scopeFor = (grant: Grant) => spec.scope(grant, known.row.person, input);
  // A repetition may come when its grant has ended or under another one: its receipt is where it was first done (D7).
  const elsewhere = known.everGranted.map(async (grant) =>
    nothingBut(grant, scopeFor(grant), await receiptIn(scopeFor(grant))),
  );
  if (input === undefined) return Promise.all(elsewhere);
  const places = grants.map(async (grant): Promise<Loaded> => {
    const scope = scopeFor(grant);
    const refs = spec.refs?.(input) ?? [];
    const wanted = spec.rows?.(input, known.row.person, grant) ?? [];
    const [receipt, heads, rows, organisation, area] = await Promise.all([
      receiptIn(scope),
      Promise.all(refs.map((ref) => office.records.read(scope, ref, 'head'))),
      Promise.all(wanted.map((row) => office.records.read(row.scope ?? scope, row.id, row.kind))),
      office.records.read(directory, `organisation:${grant.organisation}`, 'organisation'),
      office.records.read(directory, `area:${grant.area}`, 'area'),
    ]);
    const found = heads.filter((head) => head !== undefined);
    return {
      grant,
      scope,
      receipt,
      heads: found,
      complete: found.length === refs.length,
      row: finder(rows),
      organisation: organisation?.row,
      area: area?.row,
    };
  });
  return Promise.all([...places, ...elsewhere]);
}

async function readReceipt(office: Office, scope: string, id: string): Promise<ReceiptRow | undefined> {
  const stored = await office.records.read(scope, id, 'receipt');
  return stored?.row;
}

function nothingBut(grant: Grant, scope: string, receipt: ReceiptRow | undefined): Loaded {
  return {
    grant,
    scope,
    receipt,
    heads: [],
    complete: false,
    row: finder([]),
    organisation: undefined,
    area: undefined,
  };
}

function finder(rows: readonly (Stored | undefined)[]): Loaded['row'] {
  return <K extends Kind>(kind: K, id: string) =>
    rows.find((stored): stored is Stored<RowOf<K>> => isRow(stored?.row, kind) && stored?.row.id === id);
}

function isRow<K extends Kind>(row: Row | undefined, kind: K): row is RowOf<K> {
  return row?.kind === kind;
}
