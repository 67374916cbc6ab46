import type { ListKinds, ListName, ListParameters, Records } from './ports.ts';
import type { RowOf } from './rows.ts';

/** Every row of a list that is short by nature (areas, people of a directory, one record's history), page by page. */
export async function collect<N extends ListName>(
  records: Records,
  scope: string,
  name: N,
  parameters: ListParameters[N],
): Promise<RowOf<ListKinds[N]>[]> {
  const rows: RowOf<ListKinds[N]>[] = [];
  let after: string | undefined;
  do {
    const page = await records.list(scope, name, parameters, { size: 100, ...(after ? { after } : {}) });
    rows.push(...page.rows.map(({ row }) => row));
    after = page.next;
  } while (after);
  return rows;
}
