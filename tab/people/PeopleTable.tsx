import { Link } from '@fluentui/react-components';
import type { Answer } from '../../bot/contract/questions.ts';
import { Table, Under, type Column } from '../parts/Table.tsx';
import own from './people.module.css';

type Row = Answer<'people.list'>['rows'][number];

interface Props {
  readonly rows: readonly Row[];
  readonly open: (person: string) => void;
}

const columnsOf = (open: Props['open']): readonly Column<Row>[] => [
  {
    title: 'Name',
    heads: true,
    cell: ({ person, name }) => (
      <Link as="button" inline className={own['name']} onClick={() => open(person)}>
        {name}
      </Link>
    ),
  },
  {
    title: 'Roles today',
    cell: ({ roles, note }) => (
      <>
        {roles.map((role) => (
          <div key={role}>{role}</div>
        ))}
        {note && <Under>{note}</Under>}
      </>
    ),
  },
];

export function PeopleTable({ rows, open }: Props) {
  return <Table caption="People" rows={rows} columns={columnsOf(open)} keyOf={({ person }) => person} />;
}
