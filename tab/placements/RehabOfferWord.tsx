import { rehabOfferStages, type RehabOfferStage } from '../../bot/contract/placement.ts';
import { ExplainedWord } from '../parts/ExplainedWord.tsx';

interface Props {
  readonly stage: RehabOfferStage;
  readonly stageLabel: string;
  readonly inList?: boolean;
}

/** How far the offer of the programme has come, in words. */
export function RehabOfferWord({ stage, stageLabel, inList = false }: Props) {
  return (
    <ExplainedWord state={stage} label={stageLabel} means={rehabOfferStages[stage].means} inList={inList} />
  );
}
