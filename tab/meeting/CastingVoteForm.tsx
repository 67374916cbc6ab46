import { directions } from '../../bot/contract/panel.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { useForm } from '../form/useForm.ts';
import type { ItemProps } from './Item.tsx';
import css from './room.module.css';

const { FOR, AGAINST } = directions;

/** V7: the chair's second vote, once, with its reason. */
export function CastingVoteForm({ meeting, item: { ref, forMeans, againstMeans }, done }: ItemProps) {
  const { typed, bind, sends } = useForm('item.castingVote', { direction: '', reason: '' }, done);

  const { direction, reason } = typed;
  const command = sends({ meeting, ref, reason, ...(direction ? { direction } : {}) });
  return (
    <div className={css['casting']}>
      <h3>Your casting vote</h3>
      <p>The vote is tied. You decide it with a second vote, once. It is kept beside your first.</p>
      <CommandForm label="Casting vote" verb="Give the casting vote" {...command}>
        <RadiosField
          {...bind('direction')}
          label="Which way?"
          choices={{ FOR: `${FOR}: ${forMeans}`, AGAINST: `${AGAINST}: ${againstMeans}` }}
          required
        />
        <LongTextField
          {...bind('reason')}
          label="Your reason"
          hint="It stands in the record. At least 20 characters."
          rows={3}
          required
        />
      </CommandForm>
    </div>
  );
}
