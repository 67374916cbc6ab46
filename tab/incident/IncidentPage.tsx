import { Loading, Block } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Standing } from '../parts/Standing.tsx';
import { StateWord } from '../parts/StateWord.tsx';
import { AppLink } from '../parts/AppLink.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { Additions } from './Additions.tsx';
import { Facts } from '../parts/Facts.tsx';
import { Feedback } from './Feedback.tsx';
import { NextStep } from './NextStep.tsx';
import { Timeline } from '../parts/Timeline.tsx';
import css from '../parts/record.module.css';

/** Everything about one report that the role may see. What it may not see is absent. */
export default function IncidentPage({ reference }: { readonly reference: string }) {
  const { answer: page, refusal, again } = useAnswer('incident.page', { ref: reference }, { live: true });
  return (
    <Page title={page?.status.ref ?? reference}>
      {refusal && <Problem refusal={refusal} again={again} />}
      {page && (
        <>
          <Standing
            parts={{
              State: <StateWord state={page.status.state} label={page.status.stateLabel} />,
              With: page.status.withWhom ?? (page.status.state === 'REPORTED' ? 'Nobody yet' : 'Nobody'),
              Reported: page.status.reported,
            }}
            deadlines={page.deadlines}
            next={page.status.next}
          />
          <NextStep page={page} />
          {page.status.feedback && <Feedback feedback={page.status.feedback} />}
          <section aria-labelledby="happened">
            <h2 id="happened">What happened</h2>
            <p className={css['narrative']}>{page.narrative}</p>
            <Facts facts={page.facts} />
          </section>
          {page.people && page.people.length > 0 && (
            <section aria-labelledby="people">
              <h2 id="people">People</h2>
              <Facts facts={page.people} />
            </section>
          )}
          {page.linked.length > 0 && (
            <section aria-labelledby="linked">
              <h2 id="linked">Linked reports</h2>
              <ul>
                {page.linked.map((ref) => (
                  <li key={ref}>
                    <AppLink to={`/incidents/${ref}`}>{ref}</AppLink>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Additions page={page} />
          <Timeline items={page.timeline} />
        </>
      )}
      {!page && !refusal && (
        <Loading what="the report">
          <Block height={88} />
          <Block height={40} />
          <Block height={160} />
          <Block height={120} />
        </Loading>
      )}
    </Page>
  );
}
