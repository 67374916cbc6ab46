import type { ReferralPage } from '../../bot/contract/referralAnswers.ts';
import css from '../parts/list.module.css';

/** Calls to the patient: each of them for the coordinator, how many and the last one for the referrer. */
export function Calls({ calls }: { readonly calls: ReferralPage['calls'] }) {
  const { count, last, unreachableFrom, each } = calls;
  return (
    <section aria-labelledby="calls">
      <h2 id="calls">Calls</h2>
      <p>
        {count === 0
          ? 'Nobody has rung the patient yet.'
          : `${inWords(count)}. The last one: ${last ?? 'not noted'}.`}
        {unreachableFrom && ` It can be ended as not reached from ${unreachableFrom}.`}
      </p>
      {each && each.length > 0 && (
        <ul className={css['rows']}>
          {each.map(({ at, number, outcome, note }, index) => (
            <li key={`${at} ${index}`} className={css['row']}>
              <span>
                {outcome}, on {number}
                {note && <span className={css['under']}>{note}</span>}
              </span>
              <span className={css['when']}>{at}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const inWords = (count: number) => (count === 1 ? 'One call' : `${count} calls`);
