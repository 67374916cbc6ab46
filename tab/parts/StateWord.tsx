import { incidentStates, type IncidentState } from '../../bot/contract/incident.ts';
import { ExplainedWord } from './ExplainedWord.tsx';

interface Props {
  readonly state: IncidentState;
  readonly label: string;
  readonly inList?: boolean;
}

/** The state of a report in words. */
export function StateWord({ state, label, inList = false }: Props) {
  return <ExplainedWord state={state} label={label} means={incidentStates[state].means} inList={inList} />;
}
