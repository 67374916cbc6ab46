import { AppLink } from '../parts/AppLink.tsx';
import { IncidentTable } from '../parts/IncidentTable.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Notices } from '../parts/Notices.tsx';
import { Page } from '../parts/Page.tsx';
import { Pager } from '../parts/Pager.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { usePages } from '../parts/usePages.ts';
import css from '../parts/list.module.css';

/** What became of what I reported: news first, then every report of mine. */
export default function MyReportsPage() {
  const pages = usePages();
  const { answer, refusal, again } = useAnswer(
    'incident.mine',
    { size: 20, ...(pages.after ? { after: pages.after } : {}) },
    { live: true, steady: true },
  );
  return (
    <Page title="My reports">
      <News />
      {refusal && <Problem refusal={refusal} again={again} />}
      {answer && answer.rows.length > 0 && (
        <IncidentTable caption="Your reports" rows={answer.rows} showDue={false} />
      )}
      {answer?.rows.length === 0 && (
        <p className={css['empty']}>
          You have not reported anything yet. Your reports appear here with what became of them.{' '}
          <AppLink to="/report">Report something that happened</AppLink>
        </p>
      )}
      {answer && <Pager pages={pages} next={answer.next} />}
      {!answer && !refusal && (
        <Loading what="your reports">
          <Block height={56} />
          <Block height={56} />
        </Loading>
      )}
    </Page>
  );
}

/** Absent while there is none: the list below says the rest. */
function News() {
  const { answer } = useAnswer('inbox.list', { unreadOnly: true, size: 20 }, { live: true });
  if (!answer || answer.rows.length === 0) return null;
  return (
    <section aria-labelledby="news">
      <h2 id="news">News about your reports</h2>
      <Notices rows={answer.rows} />
    </section>
  );
}
