import type { ReactNode } from 'react';
import type { Answer } from '../../bot/contract/questions.ts';
import { AppLink } from '../parts/AppLink.tsx';
import { DeadlineWord } from '../parts/DeadlineWord.tsx';
import { ReferralStateWord } from './ReferralStateWord.tsx';
import css from '../parts/list.module.css';

type Row = Answer<'referral.list'>['rows'][number];

interface Props {
  /** What the table holds, for those who cannot see what is around it. */
  readonly caption: string;
  readonly rows: readonly Row[];
  /** What leads to the page where the row's next step is taken, in words; left out, the reference does. */
  readonly verb?: string;
  /** The programme has to act and serves many practices; the practice only asks what became of it. */
  readonly of: 'programme' | 'practice';
}

/** Referrals as rows; on a phone each row becomes a card. */
export function ReferralTable({ caption, rows, of, verb }: Props) {
  const isProgramme = of === 'programme';
  return (
    <table className={css['table']} aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">Reference</th>
          <th scope="col">Patient</th>
          <th scope="col">State</th>
          {isProgramme && <th scope="col">Due</th>}
          <th scope="col">Sent</th>
          {verb && <th scope="col">Next step</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.ref}>
            <th scope="row">
              <AppLink to={`/referrals/${row.ref}`}>{row.ref}</AppLink>
            </th>
            <td>
              {row.patient}
              {isProgramme && <span className={css['under']}>{row.practice}</span>}
            </td>
            <td>
              <ReferralStateWord state={row.state} label={row.stateLabel} />
              {!(isProgramme && row.due) && <span className={css['under']}>{row.next}</span>}
            </td>
            {isProgramme && <td data-column="Due">{dueOf(row)}</td>}
            <td data-column="Sent">{row.sent}</td>
            {verb && (
              <td>
                <AppLink to={`/referrals/${row.ref}`}>
                  {verb} <span className={css['unseen']}>{row.ref}</span>
                </AppLink>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function dueOf({ due }: Row): ReactNode {
  if (!due) return 'Nothing';
  return (
    <>
      <DeadlineWord state={due.state} />
      <span className={css['under']}>
        {due.what}: {due.due}
      </span>
    </>
  );
}
