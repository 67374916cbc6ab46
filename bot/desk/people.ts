import { collect } from './collect.ts';
import { directory, type Office } from './office.ts';
import type { PersonRow } from './rows.ts';

/** Everyone in the directory, by name, however many pages that is. */
export async function everyone({ records }: Pick<Office, 'records'>): Promise<PersonRow[]> {
  return collect(records, directory, 'people', {});
}
