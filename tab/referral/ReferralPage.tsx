import { Facts } from '../parts/Facts.tsx';
import { Timeline } from '../parts/Timeline.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Standing } from '../parts/Standing.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { ReferralStateWord } from '../referrals/ReferralStateWord.tsx';
import { Calls } from './Calls.tsx';
import { Outcome } from './Outcome.tsx';
import { Sessions } from './Sessions.tsx';
import { Steps } from './Steps.tsx';

/** Everything about one referral that the role may see. What it may not see is absent. */
export default function ReferralPage({ reference }: { readonly reference: string }) {
  const { answer: page, refusal, again } = useAnswer('referral.page', { ref: reference }, { live: true });
  return (
    <Page title={page?.status.ref ?? reference}>
      {refusal && <Problem refusal={refusal} again={again} />}
      {page && (
        <>
          <Standing
            parts={{
              Patient: page.patient,
              State: <ReferralStateWord state={page.status.state} label={page.status.stateLabel} />,
              Sent: page.status.sent,
            }}
            deadlines={page.deadlines}
            next={page.status.next}
          />
          <Steps page={page} />
          {page.status.outcome && <Outcome outcome={page.status.outcome} certificate={page.certificate} />}
          {page.sessions.length > 0 && <Sessions sessions={page.sessions} />}
          <section aria-labelledby="facts">
            <h2 id="facts">The referral</h2>
            <Facts facts={page.facts} />
          </section>
          <Calls calls={page.calls} />
          <Timeline items={page.timeline} />
        </>
      )}
      {!page && !refusal && (
        <Loading what="the referral">
          <Block height={88} />
          <Block height={40} />
          <Block height={160} />
        </Loading>
      )}
    </Page>
  );
}
