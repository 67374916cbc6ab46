import type { ReactNode } from 'react';
import type { Answer } from '../../bot/contract/questions.ts';
import type { Refusal } from '../../bot/contract/refusal.ts';
import { Block, Loading } from '../parts/Loading.tsx';
import { Pager } from '../parts/Pager.tsx';
import { Problem } from '../parts/Problem.tsx';
import { RecordTable } from '../parts/RecordTable.tsx';
import { Under, type Column } from '../parts/Table.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { usePages, type Pages } from '../parts/usePages.ts';
import css from '../parts/list.module.css';

interface Props {
  readonly title: string;
  readonly question: 'retention.due' | 'retention.held';
  readonly empty: string;
}

type RowToReview = Answer<'retention.due'>['rows'][number];
type DestroyedRow = Answer<'retention.destroyed'>['rows'][number];

const toReview: readonly Column<RowToReview>[] = [
  { title: 'Kind', cell: ({ kind }) => kind },
  { title: 'State', named: true, cell: ({ stateLabel }) => stateLabel },
  { title: 'Made', named: true, cell: ({ made }) => made },
  { title: 'Review from', named: true, cell: ({ until }) => until ?? 'Not known while it is open' },
];
const destroyed: readonly Column<DestroyedRow>[] = [
  { title: 'Kind', cell: ({ kind }) => kind },
  { title: 'Made', named: true, cell: ({ made }) => made },
  {
    title: 'Destroyed',
    named: true,
    cell: (row) => (
      <>
        {row.destroyed}
        {row.progress && <Under>{row.progress}</Under>}
      </>
    ),
  },
];
const retentionOf = (ref: string) => `/retention/${ref}`;

/** Records with from when they may be reviewed: reference, kind and dates, nothing of what they say. */
export function RecordsToReview({ title, question, empty }: Props) {
  const pages = usePages();
  const { answer, refusal, again } = useAnswer(question, from(pages), live);
  return (
    <List title={title} empty={empty} isEmpty={answer?.rows.length === 0} {...{ refusal, again }}>
      {answer && (
        <>
          <RecordTable caption={title} rows={answer.rows} columns={toReview} to={retentionOf} />
          <Pager pages={pages} next={answer.next} of={title} words={wordsOfPager} />
        </>
      )}
    </List>
  );
}

export function DestroyedRecords() {
  const pages = usePages();
  const { answer, refusal, again } = useAnswer('retention.destroyed', from(pages), live);
  return (
    <List
      title="Destroyed"
      empty="No record has been destroyed. What is left of one is shown here."
      isEmpty={answer?.rows.length === 0}
      {...{ refusal, again }}
    >
      {answer && (
        <>
          <RecordTable caption="Destroyed" rows={answer.rows} columns={destroyed} to={retentionOf} />
          <Pager pages={pages} next={answer.next} of="Destroyed" words={wordsOfPager} />
        </>
      )}
    </List>
  );
}

const wordsOfPager = ['Back', 'More'] as const;
const live = { live: true, steady: true } as const;

const from = ({ after }: Pages) => ({ size: 20, ...(after ? { after } : {}) });

interface ListProps {
  readonly title: string;
  readonly empty: string;
  readonly isEmpty: boolean;
  readonly refusal: Refusal | undefined;
  readonly again: () => void;
  readonly children: ReactNode;
}

function List({ title, empty, isEmpty, refusal, again, children }: ListProps) {
  const id = title.replaceAll(' ', '-').toLowerCase();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {refusal && <Problem refusal={refusal} again={again} />}
      {isEmpty ? <p className={css['empty']}>{empty}</p> : children}
      {!children && !refusal && (
        <Loading what={title}>
          <Block height={48} />
        </Loading>
      )}
    </section>
  );
}
