import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Pager } from '../parts/Pager.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Said } from '../parts/Said.tsx';
import { focusNow } from '../parts/focusNow.ts';
import { useAnswer } from '../parts/useAnswer.ts';
import { usePages } from '../parts/usePages.ts';
import { MeetingTable } from './MeetingTable.tsx';
import { PlanForm } from './PlanForm.tsx';
import css from '../parts/list.module.css';

/** The Primary Care Team's panel: meetings with their dates, and planning a new one. */
export default function PanelPage() {
  const [planning, setPlanning] = useState<'not yet' | 'open' | 'put away'>('not yet');
  const [said, setSaid] = useState('');
  const pages = usePages();
  const { answer, refusal, again } = useAnswer(
    'meeting.list',
    { size: 20, ...(pages.after ? { after: pages.after } : {}) },
    { live: true, steady: true },
  );

  function done(message: string) {
    setPlanning('not yet');
    setSaid(message);
  }
  function open() {
    setSaid('');
    setPlanning('open');
  }
  return (
    <Page title="Panel">
      <Said text={said} />
      {planning === 'open' ? (
        <PlanForm cancel={() => setPlanning('put away')} done={done} />
      ) : (
        <p {...(planning === 'put away' ? { ref: focusNow } : {})}>
          <Button appearance="primary" onClick={open}>
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
