import { Block, Loading } from '../parts/Loading.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { Room } from './Room.tsx';

interface Props {
  readonly reference: string;
  /** The item to open at; left out, the one the panel is at. */
  readonly item?: string;
}

/** A panel meeting as it stands. What this person may not see or do is absent. */
export function Meeting({ reference, item }: Props) {
  const {
    answer: page,
    refusal,
    again,
    latest,
  } = useAnswer('meeting.page', { ref: reference }, { live: 'closely' });
  return (
    <>
      {refusal && <Problem refusal={refusal} again={again} />}
      {page && <Room page={page} latest={() => latest() ?? page} {...(item ? { startAt: item } : {})} />}
      {!page && !refusal && (
        <Loading what="the meeting">
          <Block height={40} />
          <Block height={280} />
        </Loading>
      )}
    </>
  );
}
