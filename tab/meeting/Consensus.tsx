import type { ItemProps } from './Item.tsx';
import { Step } from './Step.tsx';
import css from './room.module.css';

/** V2: what the chair proposes without a vote, for those who are asked and for the chair who waits for them. */
export function Consensus({ meeting, item, done }: ItemProps) {
  const { ref, consensus, revision, mySeat, steps } = item;
  if (!consensus) return undefined;
  const answer = { meeting, ref, revision };
  return (
    <section aria-labelledby="proposal" className={css['casting']}>
      <h3 id="proposal">{mySeat === 'CHAIR' ? 'Your proposal' : 'The chair proposes'}</h3>
      <p>
        <strong>{consensus.proposal}</strong>
      </p>
      <p>
        <output>{consensus.agreed} of 3 others agree.</output>{' '}
        {consensus.mine ? 'You agreed.' : 'One who does not agree is enough for a vote.'}
      </p>
      {steps.includes('item.answerConsensus') && (
        <div className={css['steps']}>
          <Step
            name="item.answerConsensus"
            input={{ ...answer, agrees: true }}
            verb="I agree"
            primary
            done={done}
          />
          <Step
            name="item.answerConsensus"
            input={{ ...answer, agrees: false }}
            verb="I do not agree, let us vote"
            done={done}
          />
        </div>
      )}
    </section>
  );
}
