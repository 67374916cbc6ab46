import { Tooltip } from '@fluentui/react-components';
import css from '../parts/words.module.css';

interface Props {
  readonly label: string;
  readonly means: string;
  readonly state: string;
}

/** A state in words; what it means is a hover, a tap or a tab stop away. */
export function Meaning({ label, means, state }: Props) {
  return (
    <Tooltip content={means} relationship="description" withArrow>
      <button type="button" className={css['state']} data-state={state}>
        {label}
      </button>
    </Tooltip>
  );
}
