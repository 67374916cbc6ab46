import type { ReferralState } from '../../bot/contract/referral.ts';
import { referralStates } from '../../bot/contract/referralWords.ts';
import { ExplainedWord } from '../parts/ExplainedWord.tsx';

interface Props {
  readonly state: ReferralState;
  readonly label: string;
}

/** The state of a referral in words. */
export function ReferralStateWord({ state, label }: Props) {
  return <ExplainedWord state={state} label={label} means={referralStates[state].means} />;
}
