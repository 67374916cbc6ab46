import type { Answer } from '../../bot/contract/questions.ts';
import { dueColumn, RecordTable } from '../parts/RecordTable.tsx';
import { Under, type Column } from '../parts/Table.tsx';
import { PlacementStateWord } from './PlacementStateWord.tsx';
import { RehabOfferWord } from './RehabOfferWord.tsx';

type Row = Answer<'placement.list'>['rows'][number];

interface Props {
  /** What the table holds, for those who cannot see what is around it. */
  readonly caption: string;
  readonly rows: readonly Row[];
}

const columns: readonly Column<Row>[] = [
  {
    title: 'Patient',
    cell: (row) => (
      <>
        {row.patient}
        <Under>with {row.schemePractice}</Under>
      </>
    ),
  },
  { title: 'State', cell: (row) => <PlacementStateWord state={row.state} label={row.stateLabel} inList /> },
  { title: 'Programme', named: true, cell: (row) => <RehabOfferWord {...row.rehabOffer} inList /> },
  dueColumn,
  { title: 'Since', named: true, cell: (row) => row.entered },
];

/** Placements as rows. */
export function PlacementTable({ caption, rows }: Props) {
  return <RecordTable {...{ caption, rows, columns }} />;
}
