import { Page } from '../parts/Page.tsx';
import { FindRecord } from './FindRecord.tsx';
import { DestroyedRecords, RecordsToReview } from './Lists.tsx';

/** What waits for a review, what is on hold, what has been destroyed. Nothing is destroyed without a person's review. */
export default function RetentionPage() {
  return (
    <Page title="Retention">
      <p>
        Nothing is destroyed by itself. A record whose time is over waits here until you have looked at it and
        decided.
      </p>
      <FindRecord />
      <RecordsToReview
        title="Waiting for a review"
        question="retention.due"
        empty="No record is due for a review. Records appear here when the time they must be kept is over."
      />
      <RecordsToReview
        title="On hold"
        question="retention.held"
        empty="No record is on hold. Open a record to put a hold on it."
      />
      <DestroyedRecords />
    </Page>
  );
}
