import type { PanelItem } from '../../bot/contract/panelAnswers.ts';
import css from './room.module.css';

/** What the panel decided: in words, then each seat's vote, the casting vote set apart (V7). */
export function Result({ result }: { readonly result: NonNullable<PanelItem['result']> }) {
  const { words, outcome, votes, castingVote, agreedBy, reason } = result;
  return (
    <section aria-labelledby="result" className={css['result']}>
      <h3 id="result">Result</h3>
      <p>{words}</p>
      {outcome && (
        <p>
          <strong>{outcome.label}</strong>
        </p>
      )}
      {reason && <p>Reason: {reason}</p>}
      {agreedBy && <p>Agreed by {agreedBy.join(', ')}.</p>}
      {votes && votes.length > 0 && (
        <table>
          <caption>Votes</caption>
          <tbody>
            {votes.map(({ seat, label, name, directionLabel }) => (
              <tr key={seat}>
                <th scope="row">{label}</th>
                <td>{name}</td>
                <td>{directionLabel}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {castingVote && (
        <div className={css['casting']}>
          <h4>Casting vote of the chair: {castingVote.directionLabel}</h4>
          <p>{castingVote.reason}</p>
          <p className={css['quiet']}>
            {castingVote.name}, {castingVote.at}
          </p>
        </div>
      )}
    </section>
  );
}
