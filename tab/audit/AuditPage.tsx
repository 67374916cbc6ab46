import { useState } from 'react';
import type { QuestionInput } from '../../bot/contract/questions.ts';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Pager } from '../parts/Pager.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { usePages } from '../parts/usePages.ts';
import list from '../parts/list.module.css';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTable } from './AuditTable.tsx';
import { Export } from './Export.tsx';

export type Criteria = Omit<QuestionInput<'audit.search'>, 'after' | 'size'>;

const pageSize = 50;

/** Who did or read what in the area, for the information-governance officer. */
export default function AuditPage() {
  const [criteria, setCriteria] = useState<Criteria>({});
  const pages = usePages();
  // Asked once for each search: every asking is a line of the audit itself.
  const { answer, refusal, again } = useAnswer(
    'audit.search',
    { ...criteria, size: pageSize, ...(pages.after ? { after: pages.after } : {}) },
    { once: true, steady: true },
  );
  const isAtField = refusal?.field !== undefined && refusal.field !== 'after';

  function search(next: Criteria) {
    pages.restart();
    if (JSON.stringify(next) === JSON.stringify(criteria)) again();
    else setCriteria(next);
  }
  return (
    <Page title="Audit">
      <AuditFilters refusal={isAtField ? refusal : undefined} search={search} />
      {refusal && !isAtField && <Problem refusal={refusal} again={again} />}
      {answer && !refusal && (
        <>
          <p>
            {answer.sealedUpTo
              ? `Sealed up to and including ${answer.sealedUpTo}. `
              : 'No day has been sealed yet. '}
            Your searches and exports are in the audit too.
          </p>
          {answer.rows.length > 0 && <AuditTable rows={answer.rows} />}
          {answer.rows.length === 0 && !answer.next && (
            <p className={list['empty']}>
              Nothing was found for this search. Try a longer period, or leave a field empty.
            </p>
          )}
          {answer.lookedBackTo && (
            <p className={list['empty']}>
              Looked back to {answer.lookedBackTo} so far. Press Older to go on looking.
            </p>
          )}
          <Pager pages={pages} next={answer.next} />
          {answer.rows.length > 0 && <Export criteria={criteria} />}
        </>
      )}
      {!answer && !refusal && (
        <Loading what="the audit">
          <Block height={24} />
          <Block height={56} />
          <Block height={56} />
        </Loading>
      )}
    </Page>
  );
}
