import type { Answer } from '../../bot/contract/questions.ts';
import { dueColumn, RecordTable } from '../parts/RecordTable.tsx';
import { Under, type Column } from '../parts/Table.tsx';
import { AppLink } from '../parts/AppLink.tsx';
import css from '../parts/list.module.css';
import { ReferralStateWord } from './ReferralStateWord.tsx';

type Row = Answer<'referral.list'>['rows'][number];

interface Props {
  /** What the table holds, for those who cannot see what is around it. */
  readonly caption: string;
  readonly rows: readonly Row[];
  /** What leads to the page where the row's next step is taken, in words; left out, the reference does. */
  readonly verb?: string;
  /** The programme has to act and serves many practices; the practice only asks what became of it. */
  readonly of: 'programme' | 'practice';
}

const sent: Column<Row> = { title: 'Sent', named: true, cell: (row) => row.sent };
const stateWord = (row: Row) => <ReferralStateWord state={row.state} label={row.stateLabel} inList />;

const columnsOf: Readonly<Record<Props['of'], readonly Column<Row>[]>> = {
  programme: [
    {
      title: 'Patient',
      cell: (row) => (
        <>
          {row.patient}
          <Under>{row.practice}</Under>
        </>
      ),
    },
    {
      title: 'State',
      cell: (row) => (
        <>
          {stateWord(row)}
          {!row.due && <Under>{row.next}</Under>}
        </>
      ),
    },
    dueColumn,
    sent,
  ],
  practice: [
    { title: 'Patient', cell: (row) => row.patient },
    {
      title: 'State',
      cell: (row) => (
        <>
          {stateWord(row)}
          <Under>{row.next}</Under>
        </>
      ),
    },
    sent,
  ],
};

const nextStep = (verb: string): Column<Row> => ({
  title: 'Next step',
  cell: ({ ref }) => (
    <AppLink to={`/referrals/${ref}`}>
      {verb} <span className={css['unseen']}>{ref}</span>
    </AppLink>
  ),
});

/** Referrals as rows. */
export function ReferralTable({ caption, rows, of, verb }: Props) {
  const columns = verb ? [...columnsOf[of], nextStep(verb)] : columnsOf[of];
  return <RecordTable {...{ caption, rows, columns }} />;
}
