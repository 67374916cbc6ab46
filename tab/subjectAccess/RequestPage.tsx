import { Button } from '@fluentui/react-components';
import { sarStates, type SarPage } from '../../bot/contract/subjectAccess.ts';
import { Timeline } from '../parts/Timeline.tsx';
import { DeadlineWord } from '../parts/DeadlineWord.tsx';
import { ExplainedWord } from '../parts/ExplainedWord.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Said } from '../parts/Said.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { useSaidForm } from '../parts/useOneForm.ts';
import { CloseForm } from './CloseForm.tsx';
import { ExportForm } from './ExportForm.tsx';
import { Records } from './Records.tsx';
import css from '../parts/record.module.css';

/** One request: which records of the person there are, the document for the answer, and its end. */
export default function RequestPage({ reference }: { readonly reference: string }) {
  // Asked once: each look at the records is logged as a reading of them.
  const { answer, refusal, again } = useAnswer('subjectAccess.page', { ref: reference });
  return (
    <Page title={answer?.row.ref ?? reference}>
      {refusal && <Problem refusal={refusal} again={again} />}
      {answer && (
        <>
          <Standing page={answer} />
          <Steps page={answer} />
          {answer.records && <Records records={answer.records} />}
          <Timeline items={answer.timeline} />
        </>
      )}
      {!answer && !refusal && (
        <Loading what="the request">
          <Block height={88} />
          <Block height={40} />
          <Block height={120} />
        </Loading>
      )}
    </Page>
  );
}

function Standing({ page: { row, identityChecked } }: { readonly page: SarPage }) {
  return (
    <div className={css['standing']}>
      <dl>
        <div>
          <dt>State</dt>
          <dd>
            <ExplainedWord state={row.state} label={row.stateLabel} means={sarStates[row.state].means} />
          </dd>
        </div>
        <div>
          <dt>Their reference</dt>
          <dd>{row.requesterReference}</dd>
        </div>
        <div>
          <dt>Received</dt>
          <dd>{row.received}</dd>
        </div>
        <div>
          <dt>How you know that it is this person</dt>
          <dd>{identityChecked}</dd>
        </div>
        {row.due && (
          <div>
            <dt>Answer due</dt>
            <dd>
              {row.due.due} <DeadlineWord state={row.due.state} />
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

/** Absent once the request is closed. */
function Steps({ page: { row } }: { readonly page: SarPage }) {
  const { open, said, start, ends, atButtons } = useSaidForm<'document' | 'end'>();
  const isOpen = row.state === 'OPEN';
  const form = { row, ...ends };
  return (
    <div className={css['step']}>
      <Said text={said} />
      {isOpen && open === 'document' && <ExportForm {...form} />}
      {isOpen && open === 'end' && <CloseForm {...form} />}
      {isOpen && !open && (
        <div className={css['buttons']} {...atButtons}>
          <Button appearance="primary" onClick={() => start('document')}>
            Make the document
          </Button>
          <Button onClick={() => start('end')}>Close the request</Button>
        </div>
      )}
    </div>
  );
}
