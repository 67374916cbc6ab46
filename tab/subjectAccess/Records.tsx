import type { SarPage } from '../../bot/contract/subjectAccess.ts';
import { Table, type Column } from '../parts/Table.tsx';
import css from '../parts/list.module.css';

type Row = NonNullable<SarPage['records']>[number];

const columns: readonly Column<Row>[] = [
  { title: 'Reference', heads: true, cell: ({ ref }) => ref },
  { title: 'Kind', cell: ({ kind }) => kind },
  { title: 'This person is', named: true, cell: (row) => row.as },
  { title: 'State', named: true, cell: ({ stateLabel }) => stateLabel },
  { title: 'Made', named: true, cell: ({ made }) => made },
];

/** Which records of the person there are. What they say is in the document alone. */
export function Records({ records }: { readonly records: readonly Row[] }) {
  return (
    <section aria-labelledby="records">
      <h2 id="records">Records of this person</h2>
      {records.length === 0 ? (
        <p className={css['empty']}>
          No record of this person was found. Somebody who was reported without an NHS number or date of birth
          cannot be found: ask their practice.
        </p>
      ) : (
        <Table caption="Records of this person" rows={records} columns={columns} keyOf={({ ref }) => ref} />
      )}
    </section>
  );
}
