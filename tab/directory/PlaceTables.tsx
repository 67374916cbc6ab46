import { Button } from '@fluentui/react-components';
import type { AreaRow, OrganisationRow } from '../../bot/contract/peopleAnswers.ts';
import css from '../parts/list.module.css';

interface Props<Row> {
  readonly rows: readonly Row[];
  readonly change: (row: Row) => void;
}

export function AreaTable({ rows, change }: Props<AreaRow>) {
  if (rows.length === 0)
    return (
      <p className={css['empty']}>There is no area yet. Add one first: every organisation lies in one.</p>
    );
  return (
    <table className={css['table']} aria-label="Areas">
      <thead>
        <tr>
          <th scope="col">Area</th>
          <th scope="col">Behaviour programme</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.area}>
            <th scope="row">
              {row.name}
              <span className={css['under']}>{row.area}</span>
            </th>
            <td data-column="Programme">{row.rehabProviderName ?? 'Nobody runs it here'}</td>
            <td>
              <Button aria-label={`Change ${row.name}`} onClick={() => change(row)}>
                Change
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function OrganisationTable({ rows, change }: Props<OrganisationRow>) {
  return (
    <table className={css['table']} aria-label="Organisations">
      <thead>
        <tr>
          <th scope="col">Organisation</th>
          <th scope="col">Kind</th>
          <th scope="col">How to reach it</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.organisation}>
            <th scope="row">
              {row.name}
              <span className={css['under']}>{row.organisation}</span>
            </th>
            <td>
              {row.typeLabel}
              <span className={css['under']}>{row.areaName}</span>
            </td>
            <td>
              {row.phone}
              {row.email && <span className={css['under']}>{row.email}</span>}
            </td>
            <td>
              {row.type !== 'operator' && (
                <Button aria-label={`Change ${row.name}`} onClick={() => change(row)}>
                  Change
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
