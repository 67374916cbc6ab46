import type { ReactNode } from 'react';
import { FormButton } from '../parts/FormButton.tsx';
import { CastingVoteForm } from './CastingVoteForm.tsx';
import type { ItemProps } from './Item.tsx';
import { ProposeForm } from './ProposeForm.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { Step } from './Step.tsx';
import css from './room.module.css';

/** What the chair, and the Primary Care Team, can do about the item now. */
export function ItemSteps({ meeting, item, done }: ItemProps) {
  const { ref, steps } = item;
  const input = { meeting, ref };
  const reasonForm = (command: 'item.defer' | 'item.withdraw', words: ReasonWords): ReactNode => (
    <FormButton verb={words.open} done={done}>
      {(form) => <ReasonForm {...{ command, meeting }} reference={ref} {...words} {...form} />}
    </FormButton>
  );
  return (
    <>
      <div className={`${css['steps']} ${item.mySeat === 'CHAIR' ? css['forward'] : ''}`}>
        {steps.includes('item.open') && (
          <Step name="item.open" input={input} verb="Open this item" primary done={done} />
        )}
        {steps.includes('item.proposeConsensus') && (
          <FormButton verb="Decide without a vote" primary done={done}>
            {(form) => <ProposeForm {...{ meeting, item }} {...form} />}
          </FormButton>
        )}
        {steps.includes('item.startVote') && (
          <Step name="item.startVote" input={input} verb="Call the vote" done={done} />
        )}
        {steps.includes('item.close') && (
          <Step name="item.close" input={input} verb="Close the vote" primary done={done} />
        )}
      </div>
      {/* In a row of their own: what ends an item never comes to where the last button was. */}
      <div className={css['steps']}>
        {steps.includes('item.defer') && reasonForm('item.defer', deferring)}
        {steps.includes('item.withdraw') && reasonForm('item.withdraw', withdrawing)}
      </div>
      {steps.includes('item.castingVote') && <CastingVoteForm {...{ meeting, item, done }} />}
    </>
  );
}

interface ReasonWords {
  readonly open: string;
  readonly label: string;
  readonly verb: string;
  readonly question: string;
}

/** V9. */
const deferring: ReasonWords = {
  open: 'Defer',
  label: 'Defer the item',
  verb: 'Defer this item',
  question: 'Why is it deferred?',
};
const withdrawing: ReasonWords = {
  open: 'Take off the agenda',
  label: 'Take the item off the agenda',
  verb: 'Take it off',
  question: 'Why is it taken off?',
};
