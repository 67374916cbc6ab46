import type { DeadlineView } from '../../bot/contract/answers.ts';
import css from './words.module.css';

/** How a deadline stands (DOMAIN §4.5): a sign and a word, never colour alone. */
const standings: Readonly<Record<DeadlineView['state'], readonly [sign: string, word: string]>> = {
  ON_TRACK: ['○', 'On track'],
  DUE_SOON: ['◔', 'Due soon'],
  DUE_TODAY: ['◑', 'Due today'],
  OVERDUE: ['⚠', 'Overdue'],
  MET: ['✓', 'Done in time'],
  MET_LATE: ['✓', 'Done late'],
  CANCELLED: ['–', 'No longer needed'],
};

export function DeadlineWord({ state }: Pick<DeadlineView, 'state'>) {
  const [sign, word] = standings[state];
  return (
    <span className={css['standing']} data-standing={state}>
      <span aria-hidden="true">{sign} </span>
      {word}
    </span>
  );
}

/** Still to be done: neither met nor cancelled. */
export function isOpen({ state }: DeadlineView): boolean {
  return state === 'ON_TRACK' || state === 'DUE_SOON' || state === 'DUE_TODAY' || state === 'OVERDUE';
}
