import type { Answer } from '../../bot/contract/questions.ts';
import { dueColumn, RecordTable } from './RecordTable.tsx';
import { StateWord } from './StateWord.tsx';
import { Under, type Column } from './Table.tsx';

type Row = Answer<'incident.list'>['rows'][number];

interface Props {
  /** What the table holds, for those who cannot see what is around it. */
  readonly caption: string;
  readonly rows: readonly Row[];
  /** What is due is for whoever has to act; a reporter only asks what became of it. */
  readonly showDue: boolean;
}

const what: Column<Row> = {
  title: 'What happened',
  cell: (row) => (
    <>
      {row.what}
      <Under>{row.happened}</Under>
    </>
  ),
};
const state: Column<Row> = {
  title: 'State',
  cell: (row) => (
    <>
      <StateWord state={row.state} label={row.stateLabel} inList />
      {row.withWhom && <Under>with {row.withWhom}</Under>}
    </>
  ),
};
const reported: Column<Row> = { title: 'Reported', named: true, cell: (row) => row.reported };

/** Reports as rows. */
export function IncidentTable({ caption, rows, showDue }: Props) {
  const columns = showDue ? [what, state, dueColumn, reported] : [what, state, reported];
  return <RecordTable {...{ caption, rows, columns }} />;
}
