/** The one parallel set of reads a command makes: receipt, heads, other rows, organisation, area. */
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

export const receiptId = (commandId: string) => `receipt:${commandId}`;

/**
 * One place for each grant that could carry the command, all read at once. Without any such grant only the receipts
 * are looked up, where the person once could act.
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
    const found = scopes.get(scope) ?? readReceipt(office, scope, commandId);
    scopes.set(scope, found);
    return found;
  };
  if (input === undefined || grants.length === 0) {
    const places = known.everGranted.map(async (grant) => {
      const scope = spec.scope(grant, known.row.person, input);
      return nothingBut(grant, scope, await receiptIn(scope));
    });
    return Promise.all(places);
  }
  return Promise.all(
    grants.map(async (grant) => {
      const scope = spec.scope(grant, known.row.person, input);
      const refs = spec.refs?.(input) ?? [];
      const wanted = spec.rows?.(input, known.row.person) ?? [];
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
    }),
  );
}

async function readReceipt(
  office: Office,
  scope: string,
  commandId: string,
): Promise<ReceiptRow | undefined> {
  const stored = await office.records.read(scope, receiptId(commandId), 'receipt');
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
