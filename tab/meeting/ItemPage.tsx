import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { Meeting } from './Meeting.tsx';

/** An item, from a notice or a card: its meeting's room, open at it. */
export default function ItemPage({ reference }: { readonly reference: string }) {
  const { answer, refusal, again } = useAnswer('item.card', { ref: reference }, { once: true });
  return (
    <Page title="Panel meeting">
      {refusal && <Problem refusal={refusal} again={again} />}
      {answer && <Meeting reference={answer.meeting} item={answer.ref} />}
      {!answer && !refusal && (
        <Loading what="the item">
          <Block height={40} />
          <Block height={280} />
        </Loading>
      )}
    </Page>
  );
}
