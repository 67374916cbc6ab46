import { Button } from '@fluentui/react-components';
import type { AreaRow, OrganisationRow } from '../../bot/contract/peopleAnswers.ts';
import { Table, Under, type Column } from '../parts/Table.tsx';
import css from '../parts/list.module.css';

interface Props<Row> {
  readonly rows: readonly Row[];
  readonly change: (row: Row) => void;
}

const areaColumns = (change: Props<AreaRow>['change']): readonly Column<AreaRow>[] => [
  {
    title: 'Area',
    heads: true,
    cell: ({ name, area }) => (
      <>
        {name}
        <Under>{area}</Under>
      </>
    ),
  },
  {
    title: 'Behaviour programme',
    named: 'Programme',
    cell: ({ rehabProviderName }) => rehabProviderName ?? 'Nobody runs it here',
  },
  { title: 'Change', cell: (row) => <ChangeButton name={row.name} change={() => change(row)} /> },
];

export function AreaTable({ rows, change }: Props<AreaRow>) {
  if (rows.length === 0)
    return (
      <p className={css['empty']}>There is no area yet. Add one first: every organisation lies in one.</p>
    );
  return <Table caption="Areas" rows={rows} columns={areaColumns(change)} keyOf={({ area }) => area} />;
}

const organisationColumns = (
  change: Props<OrganisationRow>['change'],
): readonly Column<OrganisationRow>[] => [
  {
    title: 'Organisation',
    heads: true,
    cell: ({ name, organisation }) => (
      <>
        {name}
        <Under>{organisation}</Under>
      </>
    ),
  },
  {
    title: 'Kind',
    cell: ({ typeLabel, areaName }) => (
      <>
        {typeLabel}
        <Under>{areaName}</Under>
      </>
    ),
  },
  {
    title: 'How to reach it',
    cell: ({ phone, email }) => (
      <>
        {phone}
        {email && <Under>{email}</Under>}
      </>
    ),
  },
  {
    title: 'Change',
    cell: (row) => row.type !== 'operator' && <ChangeButton name={row.name} change={() => change(row)} />,
  },
];

export function OrganisationTable({ rows, change }: Props<OrganisationRow>) {
  return (
    <Table
      caption="Organisations"
      rows={rows}
      columns={organisationColumns(change)}
      keyOf={({ organisation }) => organisation}
    />
  );
}

function ChangeButton({ name, change }: { readonly name: string; readonly change: () => void }) {
  return (
    <Button aria-label={`Change ${name}`} onClick={change}>
      Change
    </Button>
  );
}
