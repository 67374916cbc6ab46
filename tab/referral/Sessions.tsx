import type { ReferralPage } from '../../bot/contract/referralAnswers.ts';
import css from '../parts/list.module.css';

/** The sessions of one referral, with who holds them. */
export function Sessions({ sessions }: { readonly sessions: ReferralPage['sessions'] }) {
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Sessions</h2>
      <ul className={css['rows']}>
        {sessions.map(({ session, day, time, trainerName, standing, joinLink }) => (
          <li key={session} className={css['row']}>
            <span>
              Session {session}: {day}, {time}
              {trainerName && <span className={css['under']}>with {trainerName}</span>}
            </span>
            <span className={css['when']}>
              {standing}
              {joinLink && (
                <>
                  {' '}
                  <a href={joinLink} target="_blank" rel="noreferrer">
                    Link to join session {session}
                  </a>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
