import { useState } from 'react';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Pager } from '../parts/Pager.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Said } from '../parts/Said.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { usePages } from '../parts/usePages.ts';
import { CallRow } from './CallRow.tsx';
import css from '../parts/list.module.css';

/** Whom to ring, the call that is due first at the top. */
export default function CallsPage() {
  const pages = usePages();
  const [said, setSaid] = useState('');
  const { answer, refusal, again } = useAnswer(
    'referral.calls',
    { size: 20, ...(pages.after ? { after: pages.after } : {}) },
    { live: true, steady: true },
  );
  return (
    <Page title="Calls">
      <Said text={said} />
      {refusal && <Problem refusal={refusal} again={again} />}
      {answer && answer.rows.length > 0 && (
        <ol className={css['rows']} aria-label="Patients to ring">
          {answer.rows.map((row) => (
            <CallRow key={row.ref} row={row} said={setSaid} />
          ))}
        </ol>
      )}
      {answer?.rows.length === 0 && (
        <p className={css['empty']}>Nobody is waiting for a call. New referrals appear here.</p>
      )}
      {answer && <Pager pages={pages} next={answer.next} />}
      {!answer && !refusal && (
        <Loading what="the calls">
          <Block height={96} />
          <Block height={96} />
        </Loading>
      )}
    </Page>
  );
}
