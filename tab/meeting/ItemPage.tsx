import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { MeetingPage } from './MeetingPage.tsx';

/** An item, from a notice or a card: its meeting's room, open at it. */
export default function ItemPage({ reference }: { readonly reference: string }) {
  const { answer, refusal, again } = useAnswer('item.card', { ref: reference }, { once: true });
  if (answer) return <MeetingPage reference={answer.meeting} item={answer.ref} />;
  return (
    <Page title={reference}>
      {refusal ? (
        <Problem refusal={refusal} again={again} />
      ) : (
        <Loading what="the item">
          <Block height={240} />
        </Loading>
      )}
    </Page>
  );
}
