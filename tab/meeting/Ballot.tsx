import { useState } from 'react';
import { Radio, RadioGroup } from '@fluentui/react-components';
import { directions, type Direction } from '../../bot/contract/panel.ts';
import { Step } from './Step.tsx';
import type { ItemProps } from './Item.tsx';
import css from './room.module.css';

const isDirection = (value: string): value is Direction => Object.hasOwn(directions, value);

/** V4: two taps, with the motion beside them. The vote can be changed until the chair closes. */
export function Ballot({ meeting, item, done }: ItemProps) {
  const { ref, mine, revision } = item;
  const [picked, setPicked] = useState<Direction>();
  const chosen = picked ?? mine;
  const means: Readonly<Record<Direction, string>> = {
    FOR: item.forMeans,
    AGAINST: item.againstMeans,
    ABSTAIN: 'you take no side',
  };
  return (
    <section aria-labelledby="ballot" className={css['ballot']}>
      <h2 id="ballot">Your vote</h2>
      <RadioGroup
        aria-labelledby="ballot"
        value={chosen ?? ''}
        onChange={(_event, { value }) => {
          if (isDirection(value)) setPicked(value);
        }}
      >
        {Object.entries(directions).map(([direction, label]) => (
          <Radio
            key={direction}
            value={direction}
            className={css['choice'] ?? ''}
            label={
              <>
                <strong>{label}</strong>
                <span className={css['quiet']}>{isDirection(direction) && means[direction]}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
      {mine && (
        <p>
          You voted <strong>{directions[mine]}</strong>. You can change it until the chair closes.
        </p>
      )}
      {chosen && chosen !== mine && (
        // Another way is another intent: it never goes out under the id of a vote whose answer was lost (D7).
        <Step
          key={chosen}
          name="ballot.cast"
          input={{ meeting, ref, direction: chosen, revision }}
          verb={mine ? `Change to ${directions[chosen]}` : `Vote ${directions[chosen]}`}
          primary
          done={done}
        />
      )}
    </section>
  );
}
