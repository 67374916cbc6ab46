import { panelSeats } from '../../bot/contract/panel.ts';
import type { Answer } from '../../bot/contract/questions.ts';
import { AppLink } from '../parts/AppLink.tsx';
import { pathOf } from '../parts/paths.ts';
import { Table, Under, type Column } from '../parts/Table.tsx';

type Row = Answer<'meeting.list'>['rows'][number];

const columns: readonly Column<Row>[] = [
  {
    title: 'When',
    heads: true,
    cell: ({ ref, when, mode }) => (
      <>
        <AppLink to={pathOf(ref)}>{when}</AppLink>
        <Under>{mode}</Under>
      </>
    ),
  },
  {
    title: 'State',
    cell: ({ stateLabel, mySeat }) => (
      <>
        {stateLabel}
        {mySeat && <Under>Your seat: {panelSeats[mySeat]}</Under>}
      </>
    ),
  },
  { title: 'Items', named: true, cell: ({ items }) => items },
  { title: 'Reference', cell: ({ ref }) => ref },
];

/** Panel meetings as rows, the latest date first. */
export function MeetingTable({ rows }: { readonly rows: readonly Row[] }) {
  return <Table caption="Panel meetings" {...{ rows, columns }} keyOf={({ ref }) => ref} />;
}
