import type { RetentionRecord } from '../../bot/contract/retention.ts';
import { Facts } from '../parts/Facts.tsx';
import { Timeline } from '../parts/Timeline.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { Steps } from './Steps.tsx';

/** How long one record is kept, what was decided about it, and what can be decided now. Nothing of what it says. */
export default function RecordPage({ reference }: { readonly reference: string }) {
  const { answer, refusal, again } = useAnswer('retention.record', { ref: reference }, { live: true });
  return (
    <Page title={answer?.row.ref ?? reference}>
      {refusal && <Problem refusal={refusal} again={again} />}
      {answer && (
        <>
          <Facts facts={[...factsOf(answer.row), ...answer.facts]} />
          <Steps record={answer} />
          {answer.timeline.length > 0 && <Timeline items={answer.timeline} />}
        </>
      )}
      {!answer && !refusal && (
        <Loading what="the record">
          <Block height={88} />
          <Block height={40} />
        </Loading>
      )}
    </Page>
  );
}

function factsOf(row: RetentionRecord['row']): RetentionRecord['facts'] {
  const kind = { label: 'Kind', value: row.kind };
  const made = { label: 'Made', value: row.made };
  if ('destroyed' in row)
    return [
      kind,
      made,
      { label: 'Destroyed', value: row.destroyed },
      ...(row.progress ? [{ label: 'Under way', value: row.progress }] : []),
    ];
  return [
    kind,
    { label: 'State', value: row.stateLabel },
    made,
    { label: 'On hold', value: row.held ? 'Yes: it cannot be destroyed' : 'No' },
  ];
}
