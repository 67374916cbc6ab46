import { panelSeats } from '../../bot/contract/panel.ts';
import type { Answer } from '../../bot/contract/questions.ts';
import { AppLink } from '../parts/AppLink.tsx';
import { pathOf } from '../parts/paths.ts';
import css from '../parts/list.module.css';

interface Props {
  readonly rows: Answer<'meeting.list'>['rows'];
}

/** Panel meetings as rows, the latest date first. */
export function MeetingTable({ rows }: Props) {
  return (
    <table className={css['table']} aria-label="Panel meetings">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">State</th>
          <th scope="col">Items</th>
          <th scope="col">Reference</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.ref}>
            <th scope="row">
              <AppLink to={pathOf(row.ref)}>{row.when}</AppLink>
              <span className={css['under']}>{row.mode}</span>
            </th>
            <td>
              {row.stateLabel}
              {row.mySeat && <span className={css['under']}>Your seat: {panelSeats[row.mySeat]}</span>}
            </td>
            <td data-column="Items">{row.items}</td>
            <td>{row.ref}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
