import { Tooltip } from '@fluentui/react-components';
import css from './words.module.css';

interface Props {
  readonly state: string;
  readonly label: string;
  /** What the word means, in a sentence. */
  readonly means: string;
}

/** A word with its explanation a hover, a tap or a tab stop away. */
export function ExplainedWord({ state, label, means }: Props) {
  return (
    <Tooltip content={means} relationship="description" withArrow>
      <button type="button" className={css['state']} data-state={state}>
        {label}
      </button>
    </Tooltip>
  );
}
