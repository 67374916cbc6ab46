import { Button } from '@fluentui/react-components';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Pager } from '../parts/Pager.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Said } from '../parts/Said.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { useSaidForm } from '../parts/useOneForm.ts';
import { usePages } from '../parts/usePages.ts';
import { MeetingTable } from './MeetingTable.tsx';
import { PlanForm } from './PlanForm.tsx';
import css from '../parts/list.module.css';

/** The Primary Care Team's panel: meetings with their dates, and planning a new one. */
export default function PanelPage() {
  const { open, said, start, ends, atButtons } = useSaidForm<'plan'>();
  const pages = usePages();
  const { answer, refusal, again } = useAnswer(
    'meeting.list',
    { size: 20, ...(pages.after ? { after: pages.after } : {}) },
    { live: true, steady: true },
  );
  return (
    <Page title="Panel">
      <Said text={said} />
      {open ? (
        <PlanForm {...ends} />
      ) : (
        <p {...atButtons}>
          <Button appearance="primary" onClick={() => start('plan')}>
            Plan a meeting
          </Button>
        </p>
      )}
      <h2>Meetings</h2>
      {refusal && <Problem refusal={refusal} again={again} />}
      {answer && answer.rows.length > 0 && <MeetingTable rows={answer.rows} />}
      {answer?.rows.length === 0 && (
        <p className={css['empty']}>
          No meeting is planned yet. Plan one, fill its four seats and put items on its agenda.
        </p>
      )}
      {answer && <Pager pages={pages} next={answer.next} />}
      {!answer && !refusal && (
        <Loading what="the meetings">
          <Block height={48} />
          <Block height={48} />
        </Loading>
      )}
    </Page>
  );
}
