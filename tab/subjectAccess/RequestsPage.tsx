import { Button } from '@fluentui/react-components';
import { AppLink } from '../parts/AppLink.tsx';
import { DeadlineWord } from '../parts/DeadlineWord.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Pager } from '../parts/Pager.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Said } from '../parts/Said.tsx';
import { pathOf } from '../parts/paths.ts';
import { useAnswer } from '../parts/useAnswer.ts';
import { useSaidForm } from '../parts/useOneForm.ts';
import { usePages } from '../parts/usePages.ts';
import { OpenForm } from './OpenForm.tsx';
import css from '../parts/list.module.css';

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
        <table className={css['table']} aria-label="Requests">
          <thead>
            <tr>
              <th scope="col">Reference</th>
              <th scope="col">Their reference</th>
              <th scope="col">State</th>
              <th scope="col">Received</th>
              <th scope="col">Answer due</th>
            </tr>
          </thead>
          <tbody>
            {answer.rows.map((row) => (
              <tr key={row.ref}>
                <th scope="row">
                  <AppLink to={pathOf(row.ref)}>{row.ref}</AppLink>
                </th>
                <td data-column="Their reference">{row.requesterReference}</td>
                <td data-column="State">{row.stateLabel}</td>
                <td data-column="Received">{row.received}</td>
                <td data-column="Answer due">
                  {row.due && (
                    <>
                      <DeadlineWord state={row.due.state} />
                      <span className={css['under']}>{row.due.due}</span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
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
