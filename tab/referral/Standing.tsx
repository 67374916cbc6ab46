import type { ReferralPage } from '../../bot/contract/referralAnswers.ts';
import { DeadlineWord, isOpen } from '../parts/DeadlineWord.tsx';
import { ReferralStateWord } from '../referrals/ReferralStateWord.tsx';
import css from '../incident/incident.module.css';

/** Where the referral stands: whom it is about, its state, the next deadline and what comes next. */
export function Standing({ page: { status, patient, deadlines } }: { readonly page: ReferralPage }) {
  const next = deadlines.find(isOpen);
  return (
    <div className={css['standing']}>
      <dl>
        <div>
          <dt>Patient</dt>
          <dd>{patient}</dd>
        </div>
        <div>
          <dt>State</dt>
          <dd>
            <ReferralStateWord state={status.state} label={status.stateLabel} />
          </dd>
        </div>
        <div>
          <dt>Sent</dt>
          <dd>{status.sent}</dd>
        </div>
        {next && (
          <div>
            <dt>Next deadline</dt>
            <dd>
              {next.what}: {next.due} <DeadlineWord state={next.state} />
            </dd>
          </div>
        )}
      </dl>
      <p>{status.next}</p>
    </div>
  );
}
