/** An import's text, read, and what has to be looked up in the directory to judge it. */
import { everyArea } from '../contract/roles.ts';
import { codesOf, type KnownDirectory } from '../domain/people/checkImport.ts';
import type { PersonHead } from '../domain/people/person.ts';
import { readImport, type Draft } from '../domain/people/readImport.ts';
import { readTable } from './readTable.ts';
import type { AreaRow, OrganisationRow } from './rows.ts';

export type ImportedList = { readonly drafts: readonly Draft[] } | { readonly problem: string };

export function draftsOf(text: string): ImportedList {
  const table = readTable(text);
  return 'problem' in table ? table : readImport(table.rows);
}

/** Ids of everything the list names, each once. */
export function namedIn(list: ImportedList) {
  const drafts = 'drafts' in list ? list.drafts : [];
  const staff = drafts.filter((draft) => draft.kind === 'staff');
  const practices = drafts.filter((draft) => draft.kind === 'practice').map(({ practice }) => practice);
  const codes = [...staff, ...practices].flatMap(({ organisation }) => codesOf(organisation));
  return {
    people: [...new Set(staff.map(({ person }) => person))],
    organisations: [...new Set(codes)],
    areas: [...new Set([...staff, ...practices].flatMap(({ area }) => (area ? [area] : [])))],
  };
}

interface Found {
  readonly person: (person: string) => PersonHead | undefined;
  readonly organisation: (id: string) => OrganisationRow | undefined;
  readonly area: (area: string) => AreaRow | undefined;
}

/** What was looked up, as the rules ask for it. */
export function knownFrom({ person, organisation, area }: Found): KnownDirectory {
  return {
    person,
    organisation,
    isArea: (id) => id !== everyArea && area(id) !== undefined,
  };
}
