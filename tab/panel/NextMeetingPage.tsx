import { useState } from 'react';
import { Meeting } from '../meeting/Meeting.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { MeetingTable } from './MeetingTable.tsx';
import css from '../parts/list.module.css';

/** A panel member's own place: the room of the meeting in session, or of the next one; the others below it. */
export default function NextMeetingPage() {
  const { answer, refusal, again } = useAnswer('meeting.list', { size: 50 }, { live: true });
  const rows = answer?.rows ?? [];
  const coming = rows.filter(({ state }) => state !== 'CLOSED');
  // The latest date comes first, so the next meeting is the last one that is still to come.
  const inSession = coming.find(({ state }) => state === 'IN_SESSION');
  const [sat, setSat] = useState<string>();
  if (inSession && inSession.ref !== sat) setSat(inSession.ref);
  // Once closed, the record of the meeting one was in stays until one leaves the page.
  const next = inSession ?? rows.find(({ ref }) => ref === sat) ?? coming.at(-1);
  const others = rows.filter((row) => row !== next);
  return (
    <Page title="Next meeting">
      {refusal && <Problem refusal={refusal} again={again} />}
      {next && <Meeting key={next.ref} reference={next.ref} />}
      {answer && !next && (
        <p className={css['empty']}>
          No meeting is planned in which you have a seat. It appears here when the Primary Care Team gives you
          one.
        </p>
      )}
      {others.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others">Other meetings</h2>
          <MeetingTable rows={others} />
        </section>
      )}
      {!answer && !refusal && (
        <Loading what="the next meeting">
          <Block height={40} />
          <Block height={280} />
        </Loading>
      )}
    </Page>
  );
}
