import { placementStates, type PlacementState } from '../../bot/contract/placement.ts';
import { ExplainedWord } from '../parts/ExplainedWord.tsx';

interface Props {
  readonly state: PlacementState;
  readonly label: string;
  readonly inList?: boolean;
}

/** The state of a placement in words. */
export function PlacementStateWord({ state, label, inList = false }: Props) {
  return <ExplainedWord state={state} label={label} means={placementStates[state].means} inList={inList} />;
}
