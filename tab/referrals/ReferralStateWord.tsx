import type { ReferralState } from '../../bot/contract/referral.ts';
import { referralStates } from '../../bot/contract/referralWords.ts';
import { ExplainedWord } from '../parts/ExplainedWord.tsx';

interface Props {
  readonly state: ReferralState;
  readonly label: string;
  readonly inList?: boolean;
}

/** The state of a referral in words. */
export function ReferralStateWord({ state, label, inList = false }: Props) {
  return <ExplainedWord state={state} label={label} means={referralStates[state].means} inList={inList} />;
}
