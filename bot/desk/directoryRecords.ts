/**
 * People, organisations and areas as records with a history (D16). A head gives the version, the ETag and the chain;
 * beside it stands the row that everything else reads, one point read, always written in the same batch.
 */
import {
  administratorsWith,
  personRef,
  type Administrator,
  type PersonBody,
  type PersonHead,
} from '../domain/people/person.ts';
import {
  areaRef,
  organisationRef,
  type AreaBody,
  type AreaHead,
  type OrganisationBody,
  type OrganisationHead,
} from '../domain/people/places.ts';
import type { Decision, Head } from '../domain/decision.ts';
import { londonDate } from '../domain/time/london.ts';
import { directory } from './office.ts';
import type { Operation, Stored } from './ports.ts';
import type { AdministratorsRow, HeadRow, Row } from './rows.ts';
import type { CommandContext, DeskDecision, RowWanted } from './spec.ts';

/** The head of a person, an organisation or an area; a command asks for it as a row, because it may not be there yet. */
export const personHead = (person: string): RowWanted => ({ kind: 'head', id: personRef(person) });
export const organisationHead = (id: string): RowWanted => ({ kind: 'head', id: organisationRef(id) });
export const areaHead = (area: string): RowWanted => ({ kind: 'head', id: areaRef(area) });
export const organisationRow = (id: string): RowWanted => ({
  kind: 'organisation',
  id: `organisation:${id}`,
});
export const areaRow = (area: string): RowWanted => ({ kind: 'area', id: `area:${area}` });
/** Who is administrator: its ETag keeps two who end each other's role at once from both succeeding. */
export const administratorsRow = { kind: 'administrators', id: 'administrators' } as const;

type Rows = CommandContext<unknown>['row'];

export const asPerson = (stored: Stored<HeadRow> | undefined) => as<PersonHead>('PER', stored);
export const personOf = (row: Rows, person: string) => asPerson(row('head', personRef(person)));
export const organisationOf = (row: Rows, id: string) =>
  as<OrganisationHead>('ORG', row('head', organisationRef(id)));
export const areaOf = (row: Rows, area: string) => as<AreaHead>('ARE', row('head', areaRef(area)));
export const administratorsOf = (row: Rows): readonly Administrator[] =>
  row('administrators', administratorsRow.id)?.row.people ?? [];

/** Only the rules of people and places write heads of these types. */
function as<H extends Head>(type: H['type'], stored: Stored<HeadRow> | undefined): H | undefined {
  if (stored?.row.type !== type) return undefined;
  const { id: _id, scope: _scope, kind: _kind, chain: _chain, guarded: _guarded, ...head } = stored.row;
  return head as unknown as H;
}

/** What a rule decided, with the row beside each head. A command that touches a person has loaded the administrators. */
export function withRows(
  decision: Decision,
  { row, facts }: Pick<CommandContext<unknown>, 'row' | 'facts'>,
): DeskDecision {
  if (!decision.changed) return decision;
  const today = londonDate(facts.now).toString();
  const people = decision.heads.flatMap((head) => (head.type === 'PER' ? [head.body as PersonBody] : []));
  const before = row('administrators', administratorsRow.id);
  const rows = decision.heads
    .filter(({ type }) => type !== 'IMP')
    .map((head): Operation => ({ op: 'upsert', row: rowBeside(head) }));
  return { ...decision, rows: [...rows, ...administratorsAfter(before, people, today)] };
}

function rowBeside({ type, body }: Head): Row {
  const scope = directory;
  switch (type) {
    case 'PER': {
      const person = body as PersonBody;
      return { id: `person:${person.person}`, scope, kind: 'person', ...person };
    }
    case 'ORG': {
      const organisation = body as OrganisationBody;
      return {
        id: `organisation:${organisation.organisation}`,
        scope,
        kind: 'organisation',
        ...organisation,
      };
    }
    case 'ARE': {
      const area = body as AreaBody;
      return { id: `area:${area.area}`, scope, kind: 'area', ...area };
    }
    default:
      throw new Error(`The directory has no row beside a ${type}.`);
  }
}

/** Written only when it changes: giving a receptionist a role waits for nobody else's. */
function administratorsAfter(
  before: Stored<AdministratorsRow> | undefined,
  people: readonly PersonBody[],
  today: string,
): Operation[] {
  const known = before?.row.people ?? [];
  const after = people.reduce<readonly Administrator[]>(
    (all, person) => administratorsWith(all, person, today),
    known,
  );
  const changes = people.some(
    ({ person, grants }) =>
      grants.some(({ role }) => role === 'SYS') || known.some((one) => one.person === person),
  );
  if (!changes) return [];
  const row: AdministratorsRow = { ...administratorsRow, scope: directory, people: after };
  return [before ? { op: 'replace', row, etag: before.etag } : { op: 'create', row }];
}
