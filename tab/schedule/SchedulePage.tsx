import { Page } from '../parts/Page.tsx';
import { QueueOf } from '../referrals/QueueOf.tsx';
import { Week } from './Week.tsx';

/** What is to be booked, then the week, day by day. */
export default function SchedulePage() {
  return (
    <Page title="Schedule">
      <QueueOf
        queue="TO_BOOK"
        title="To book"
        verb="Book"
        empty="Nothing. A patient appears here when they have said yes, or when a session needs a new time."
      />
      <Week />
    </Page>
  );
}
