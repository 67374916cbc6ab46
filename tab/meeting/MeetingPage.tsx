import { Page } from '../parts/Page.tsx';
import { Meeting } from './Meeting.tsx';

/** One panel meeting, by its reference. */
export default function MeetingPage({ reference }: { readonly reference: string }) {
  return (
    <Page title="Panel meeting">
      <Meeting reference={reference} />
    </Page>
  );
}
