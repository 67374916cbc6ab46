import type { ReferralQueue } from '../../bot/contract/referral.ts';
import { Block, Loading } from '../parts/Loading.tsx';
import { Pager } from '../parts/Pager.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { usePages } from '../parts/usePages.ts';
import { ReferralTable } from './ReferralTable.tsx';
import css from '../parts/list.module.css';

interface Props {
  /** Left out, every referral of the programme, newest first. */
  readonly queue?: ReferralQueue;
  readonly title: string;
  /** What each row waits for, as a verb. */
  readonly verb?: string;
  readonly empty: string;
}

/** The programme's referrals that wait for the same thing, in the order they are due. */
export function QueueOf({ queue, title, verb, empty }: Props) {
  const pages = usePages();
  const heading = `queue-${queue ?? 'all'}`;
  const { answer, refusal, again } = useAnswer(
    'referral.list',
    { size: 20, ...(queue ? { queue } : {}), ...(pages.after ? { after: pages.after } : {}) },
    { live: true, steady: true },
  );
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {refusal && <Problem refusal={refusal} again={again} />}
      {answer && answer.rows.length > 0 && (
        <ReferralTable caption={title} rows={answer.rows} of="programme" {...(verb ? { verb } : {})} />
      )}
      {answer?.rows.length === 0 && <p className={css['empty']}>{empty}</p>}
      {answer && <Pager pages={pages} next={answer.next} />}
      {!answer && !refusal && (
        <Loading what="the referrals">
          <Block height={24} />
          <Block height={56} />
        </Loading>
      )}
    </section>
  );
}
