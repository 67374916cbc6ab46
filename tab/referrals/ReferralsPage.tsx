import { AppLink } from '../parts/AppLink.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Pager } from '../parts/Pager.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { usePages } from '../parts/usePages.ts';
import { ReferralTable } from './ReferralTable.tsx';
import css from '../parts/list.module.css';

/** The practice's own referrals, newest first, and the way to make one. */
export default function ReferralsPage() {
  const pages = usePages();
  const { answer, refusal, again } = useAnswer(
    'referral.mine',
    { size: 20, ...(pages.after ? { after: pages.after } : {}) },
    { live: true, steady: true },
  );
  return (
    <Page title="Referrals">
      <p>
        <AppLink to="/referrals/new">Refer a patient</AppLink>
      </p>
      {refusal && <Problem refusal={refusal} again={again} />}
      {answer && answer.rows.length > 0 && (
        <ReferralTable caption="Referrals of your practice" rows={answer.rows} of="practice" />
      )}
      {answer?.rows.length === 0 && (
        <p className={css['empty']}>
          Your practice has not referred anyone yet. Referrals appear here with what became of them.
        </p>
      )}
      {answer && <Pager pages={pages} next={answer.next} />}
      {!answer && !refusal && (
        <Loading what="the referrals">
          <Block height={56} />
          <Block height={56} />
        </Loading>
      )}
    </Page>
  );
}
