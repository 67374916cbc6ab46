import { Page } from '../parts/Page.tsx';
import { QueueOf } from '../referrals/QueueOf.tsx';

/** Where the award is still to be recorded, then every referral with how it stands or ended. */
export default function OutcomesPage() {
  return (
    <Page title="Outcomes">
      <QueueOf
        queue="OUTCOMES"
        title="Award to record"
        verb="Record the award"
        empty="Nothing. A patient appears here when both sessions have been attended."
      />
      <QueueOf title="All referrals" empty="No referral has arrived yet." />
    </Page>
  );
}
