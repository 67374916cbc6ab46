import { directory, type Office } from './office.ts';
import type { PersonRow } from './rows.ts';

/** Everyone in the directory, by name, however many pages that is. */
export async function everyone({ records }: Pick<Office, 'records'>): Promise<PersonRow[]> {
  const people = [];
  let after: string | undefined;
  do {
    const page = await records.list(directory, 'people', {}, { size: 100, ...(after ? { after } : {}) });
    people.push(...page.rows.map(({ row }) => row));
    after = page.next;
  } while (after);
  return people;
}
