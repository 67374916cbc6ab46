import type { PanelItem } from '../../bot/contract/panelAnswers.ts';
import { itemStates } from '../../bot/contract/panel.ts';
import { ExplainedWord } from '../parts/ExplainedWord.tsx';
import { Consensus } from './Consensus.tsx';
import { ItemSteps } from './ItemSteps.tsx';
import { Result } from './Result.tsx';
import css from './room.module.css';

export interface ItemProps {
  readonly meeting: string;
  readonly item: PanelItem;
  readonly done: (message: string) => void;
}

/** One item: its motion in full, where it stands, the chair's next step, and after the close the result. */
export function Item({ meeting, item, done }: ItemProps) {
  const { ref, state, stateLabel, result } = item;
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
      {result ? <Result result={result} /> : <Consensus meeting={meeting} item={item} done={done} />}
      <ItemSteps meeting={meeting} item={item} done={done} />
    </section>
  );
}
