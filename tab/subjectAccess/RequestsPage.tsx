import { Button } from '@fluentui/react-components';
import type { Answer } from '../../bot/contract/questions.ts';
import { DeadlineWord } from '../parts/DeadlineWord.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Pager } from '../parts/Pager.tsx';
import { Problem } from '../parts/Problem.tsx';
import { RecordTable } from '../parts/RecordTable.tsx';
import { Said } from '../parts/Said.tsx';
import { Under, type Column } from '../parts/Table.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { useSaidForm } from '../parts/useOneForm.ts';
import { usePages } from '../parts/usePages.ts';
import { OpenForm } from './OpenForm.tsx';
import css from '../parts/list.module.css';

type Row = Answer<'subjectAccess.list'>['rows'][number];

const columns: readonly Column<Row>[] = [
  { title: 'Their reference', named: true, cell: ({ requesterReference }) => requesterReference },
  { title: 'State', named: true, cell: ({ stateLabel }) => stateLabel },
  { title: 'Received', named: true, cell: ({ received }) => received },
  {
    title: 'Answer due',
    named: true,
    cell: ({ due }) =>
      due && (
        <>
          <DeadlineWord state={due.state} />
          <Under>{due.due}</Under>
        </>
      ),
  },
];

/** Requests of people for what is held about them, newest first. */
export default function RequestsPage() {
  const { open, said, start, ends, atButtons } = useSaidForm<'request'>();
  const pages = usePages();
  const { answer, refusal, again } = useAnswer(
    'subjectAccess.list',
    { size: 20, ...(pages.after ? { after: pages.after } : {}) },
    { live: true, steady: true },
  );
  return (
    <Page title="Subject access">
      <Said text={said} />
      {open ? (
        <OpenForm {...ends} />
      ) : (
        <p {...atButtons}>
          <Button appearance="primary" onClick={() => start('request')}>
            Open a request
          </Button>
        </p>
      )}
      <h2>Requests</h2>
      {refusal && <Problem refusal={refusal} again={again} />}
      {answer && answer.rows.length > 0 && (
        <RecordTable caption="Requests" rows={answer.rows} columns={columns} />
      )}
      {answer?.rows.length === 0 && (
        <p className={css['empty']}>
          Nobody has asked for their data yet. When a letter comes, open a request: it finds the records of
          that person and says when the answer is due.
        </p>
      )}
      {answer && <Pager pages={pages} next={answer.next} />}
      {!answer && !refusal && (
        <Loading what="the requests">
          <Block height={48} />
          <Block height={48} />
        </Loading>
      )}
    </Page>
  );
}
