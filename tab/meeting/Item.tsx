import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { PanelItem } from '../../bot/contract/panelAnswers.ts';
import { itemStates } from '../../bot/contract/panel.ts';
import { focusNow } from '../parts/focusNow.ts';
import { CastingVoteForm } from './CastingVoteForm.tsx';
import { DeferForm } from './DeferForm.tsx';
import { ExplainedWord } from '../parts/ExplainedWord.tsx';
import { Result } from './Result.tsx';
import { Step } from './Step.tsx';
import css from './room.module.css';

export interface ItemProps {
  readonly meeting: string;
  readonly item: PanelItem;
  readonly done: (message: string) => void;
}

/** One item: its motion in full, where it stands, the chair's next step, and after the close the result. */
export function Item({ meeting, item, done }: ItemProps) {
  const { ref, steps, state, stateLabel, result } = item;
  const [deferring, setDeferring] = useState<'not yet' | 'open' | 'put away'>('not yet');
  const input = { meeting, ref };
  function deferred(message: string) {
    setDeferring('not yet');
    done(message);
  }
  return (
    <section aria-labelledby="item">
      <h2 id="item">{item.typeLabel}</h2>
      <p className={css['quiet']}>
        {ref}, about {item.about}
      </p>
      <div className={css['motion']}>
        <h3>Motion</h3>
        <p className={css['text']}>{item.motion}</p>
        <dl>
          <dt>For</dt>
          <dd>{item.forMeans}</dd>
          <dt>Against</dt>
          <dd>{item.againstMeans}</dd>
        </dl>
      </div>
      <p>
        <ExplainedWord label={stateLabel} means={itemStates[state].means} state={state} />{' '}
        {state === 'VOTING' && <output>{item.cast} of 4 cast</output>}
      </p>
      {result && <Result result={result} />}
      <div className={css['steps']}>
        {steps.includes('item.open') && (
          <Step name="item.open" input={input} verb="Open this item" primary done={done} />
        )}
        {steps.includes('item.startVote') && (
          <Step name="item.startVote" input={input} verb="Call the vote" primary done={done} />
        )}
        {steps.includes('item.close') && (
          <Step name="item.close" input={input} verb="Close the vote" primary done={done} />
        )}
        {steps.includes('item.defer') && deferring !== 'open' && (
          <div {...(deferring === 'put away' ? { ref: focusNow } : {})}>
            <Button onClick={() => setDeferring('open')}>Defer</Button>
          </div>
        )}
      </div>
      {steps.includes('item.castingVote') && <CastingVoteForm meeting={meeting} item={item} done={done} />}
      {deferring === 'open' && (
        <DeferForm
          meeting={meeting}
          reference={ref}
          cancel={() => setDeferring('put away')}
          done={deferred}
        />
      )}
    </section>
  );
}
