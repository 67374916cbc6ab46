import type { AccessLine, ListKinds, ListName, ListParameters, Records, AccessLog } from '../ports.ts';
import type { RowOf } from '../rows.ts';

const pageSize = 200;
const behind = (after: string | undefined) => ({
  size: pageSize,
  ...(after === undefined ? {} : { after }),
});

/** Every row of a list of any length, one after the other: no more than a page is kept. */
export async function* rowsOf<N extends ListName>(
  records: Pick<Records, 'list'>,
  scope: string,
  name: N,
  parameters: ListParameters[N],
): AsyncGenerator<RowOf<ListKinds[N]>> {
  let after: string | undefined;
  do {
    const page = await records.list(scope, name, parameters, behind(after));
    for (const { row } of page.rows) yield row;
    after = page.next;
  } while (after !== undefined);
}

/** Every access line of a partition's window, oldest first. */
export async function* linesOf(
  access: Pick<AccessLog, 'list'>,
  key: string,
  window: { readonly from: string; readonly until: string },
): AsyncGenerator<AccessLine> {
  let after: string | undefined;
  do {
    const page = await access.list(key, 'linesOfWindow', window, behind(after));
    yield* page.lines;
    after = page.next;
  } while (after !== undefined);
}
