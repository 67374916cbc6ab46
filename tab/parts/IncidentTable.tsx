import type { Answer } from '../../bot/contract/questions.ts';
import { AppLink } from './AppLink.tsx';
import { DeadlineWord } from './DeadlineWord.tsx';
import { StateWord } from './StateWord.tsx';
import css from './list.module.css';

interface Props {
  /** What the table holds, for those who cannot see what is around it. */
  readonly caption: string;
  readonly rows: Answer<'incident.list'>['rows'];
  /** What is due is for whoever has to act; a reporter only asks what became of it. */
  readonly showDue: boolean;
}

/** Reports as rows; on a phone each row becomes a card. */
export function IncidentTable({ caption, rows, showDue }: Props) {
  return (
    <table className={css['table']} aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">Reference</th>
          <th scope="col">What happened</th>
          <th scope="col">State</th>
          {showDue && <th scope="col">Due</th>}
          <th scope="col">Reported</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.ref}>
            <th scope="row">
              <AppLink to={`/incidents/${row.ref}`}>{row.ref}</AppLink>
            </th>
            <td>
              {row.what}
              <span className={css['under']}>{row.happened}</span>
            </td>
            <td>
              <StateWord state={row.state} label={row.stateLabel} />
              {row.withWhom && <span className={css['under']}>with {row.withWhom}</span>}
            </td>
            {showDue && (
              <td data-column="Due">
                {row.due ? (
                  <>
                    <DeadlineWord state={row.due.state} />
                    <span className={css['under']}>
                      {row.due.what}: {row.due.due}
                    </span>
                  </>
                ) : (
                  'Nothing'
                )}
              </td>
            )}
            <td data-column="Reported">{row.reported}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
