import type { ReferralStatus } from '../../bot/contract/referralAnswers.ts';
import { Facts } from '../parts/Facts.tsx';
import css from '../parts/record.module.css';

interface Props {
  readonly outcome: NonNullable<ReferralStatus['outcome']>;
  readonly certificate: string | undefined;
}

/** The report at the end: how often the patient came, and the award. What can be done next stands above it. */
export function Outcome({ outcome, certificate }: Props) {
  return (
    <section aria-labelledby="outcome" className={css['feedback']}>
      <h2 id="outcome">How it ended</h2>
      <Facts
        facts={[
          { label: 'On', value: outcome.on },
          { label: 'Sessions attended', value: `${outcome.sessionsAttended} of 2` },
          ...(outcome.award ? [{ label: 'Award', value: outcome.award }] : []),
          ...(certificate ? [{ label: 'Certificate', value: certificate }] : []),
        ]}
      />
    </section>
  );
}
