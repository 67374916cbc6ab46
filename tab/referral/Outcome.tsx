import type { ReferralStatus } from '../../bot/contract/referralAnswers.ts';
import { Facts } from '../parts/Facts.tsx';
import css from '../parts/record.module.css';

/** The report at the end: how often the patient came, the award, and what can be done next. */
export function Outcome({ outcome }: { readonly outcome: NonNullable<ReferralStatus['outcome']> }) {
  return (
    <section aria-labelledby="outcome" className={css['feedback']}>
      <h2 id="outcome">How it ended</h2>
      <Facts
        facts={[
          { label: 'On', value: outcome.on },
          { label: 'Sessions attended', value: `${outcome.sessionsAttended} of 2` },
          ...(outcome.award ? [{ label: 'Award', value: outcome.award }] : []),
        ]}
      />
      <p>{outcome.suggestion}</p>
    </section>
  );
}
