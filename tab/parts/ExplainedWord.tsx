import { Tooltip } from '@fluentui/react-components';
import css from './words.module.css';

interface Props {
  readonly state: string;
  readonly label: string;
  /** What the word means, in a sentence. */
  readonly means: string;
  /**
   * One of many in a list: plain text, so that the rows' own links are what Tab goes to. The page of each record has the
   * word with its explanation.
   */
  readonly inList?: boolean;
}

/** A word with its explanation a hover, a tap or a tab stop away. */
export function ExplainedWord({ state, label, means, inList = false }: Props) {
  if (inList)
    return (
      <span className={css['state']} data-state={state} title={means} aria-description={means}>
        {label}
      </span>
    );
  return (
    <Tooltip content={means} relationship="description" withArrow>
      <button type="button" className={css['state']} data-state={state}>
        {label}
      </button>
    </Tooltip>
  );
}
