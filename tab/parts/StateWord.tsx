import { Tooltip } from '@fluentui/react-components';
import { incidentStates, type IncidentState } from '../../bot/contract/incident.ts';
import css from './words.module.css';

interface Props {
  readonly state: IncidentState;
  readonly label: string;
}

/** A state in words; what it means is a hover, a tap or a tab stop away. */
export function StateWord({ state, label }: Props) {
  return (
    <Tooltip content={incidentStates[state].means} relationship="description" withArrow>
      <button type="button" className={css['state']} data-state={state}>
        {label}
      </button>
    </Tooltip>
  );
}
