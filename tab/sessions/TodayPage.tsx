import { Notices } from '../parts/Notices.tsx';
import { Page } from '../parts/Page.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { DayOfSessions } from './DayOfSessions.tsx';

/** A trainer's day, made for a phone: who comes, what they need, and how it went. */
export default function TodayPage() {
  const { answer, refusal, again } = useAnswer('session.today', { size: 20 }, { live: true });
  return (
    <Page title="Today">
      <News />
      <DayOfSessions day={answer} refusal={refusal} again={again} empty="You have no session today." />
    </Page>
  );
}

/** Absent while there is none. A notice leads to one's sessions: it says which booking changed, not when it is. */
function News() {
  const { answer } = useAnswer('inbox.list', { unreadOnly: true, size: 20 }, { live: true });
  if (!answer || answer.rows.length === 0) return null;
  return (
    <section aria-labelledby="news">
      <h2 id="news">News about your sessions</h2>
      <Notices rows={answer.rows} pathTo={() => '/sessions'} />
    </section>
  );
}
