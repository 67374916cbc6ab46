import type { MeetingPage } from '../../bot/contract/panelAnswers.ts';
import { FormButton } from '../parts/FormButton.tsx';
import { AlternateForm } from './AlternateForm.tsx';
import type { ItemProps } from './Item.tsx';
import { StepOutForm } from './StepOutForm.tsx';
import css from './room.module.css';

/** MG6: who has stepped out of the item, who sits there instead, and how to do either. */
export function Conflicts({ page, item, done }: Omit<ItemProps, 'meeting'> & { readonly page: MeetingPage }) {
  const { steppedOut, steps } = item;
  const mayStepOut = steps.includes('item.stepOut');
  const maySeat = steps.includes('item.seatAlternate');
  if (steppedOut.length === 0 && !mayStepOut) return undefined;
  return (
    <section aria-labelledby="conflicts" className={css['conflicts']}>
      <h2 id="conflicts">Conflicts of interest</h2>
      {steppedOut.length === 0 && <p className={css['quiet']}>Nobody has stepped out of this item.</p>}
      <ul>
        {steppedOut.map(({ seat, label, name, why, alternate }) => (
          <li key={seat}>
            <strong>{label}</strong>: {name} has stepped out. {why}.{' '}
            {alternate
              ? item.mySeat === seat
                ? 'You have the seat for this item.'
                : `${alternate} has the seat for this item.`
              : 'Nothing is decided on this item until an alternate has the seat.'}
          </li>
        ))}
      </ul>
      {maySeat && (
        <FormButton
          verb="Seat an alternate"
          primary={steppedOut.some(({ alternate }) => !alternate)}
          done={done}
        >
          {(form) => <AlternateForm {...{ page, item }} {...form} />}
        </FormButton>
      )}
      {mayStepOut && (
        <FormButton verb={item.mySeat ? 'Step out of this item' : 'Somebody has to step out'} done={done}>
          {(form) => <StepOutForm {...{ page, item }} {...form} />}
        </FormButton>
      )}
    </section>
  );
}
