import type { DeadlineView } from '../../bot/contract/answers.ts';
import { AppLink } from './AppLink.tsx';
import { DeadlineWord } from './DeadlineWord.tsx';
import { pathOf } from './paths.ts';
import { Table, Under, type Column } from './Table.tsx';

interface Props<R> {
  /** What the table holds, for those who cannot see what is around it. */
  readonly caption: string;
  readonly rows: readonly R[];
  readonly columns: readonly Column<R>[];
  /** The page a reference leads to. Default: the record's own. */
  readonly to?: (ref: string) => string;
}

/** Records as rows, each begun by its reference. */
export function RecordTable<R extends { readonly ref: string }>(props: Props<R>) {
  const { caption, rows, columns, to = pathOf } = props;
  return <Table {...{ caption, rows }} columns={[reference(to), ...columns]} keyOf={({ ref }) => ref} />;
}

const reference = (to: (ref: string) => string): Column<{ readonly ref: string }> => ({
  title: 'Reference',
  heads: true,
  cell: ({ ref }) => <AppLink to={to(ref)}>{ref}</AppLink>,
});

/** What is due next, for whoever has to act. */
export const dueColumn: Column<{ readonly due?: DeadlineView | undefined }> = {
  title: 'Due',
  named: true,
  cell: ({ due }) =>
    due ? (
      <>
        <DeadlineWord state={due.state} />
        <Under>
          {due.what}: {due.due}
        </Under>
      </>
    ) : (
      'Nothing'
    ),
};
