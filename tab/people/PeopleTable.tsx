import { Link } from '@fluentui/react-components';
import type { Answer } from '../../bot/contract/questions.ts';
import css from '../parts/list.module.css';
import own from './people.module.css';

interface Props {
  readonly rows: Answer<'people.list'>['rows'];
  readonly open: (person: string) => void;
}

export function PeopleTable({ rows, open }: Props) {
  return (
    <table className={css['table']} aria-label="People">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Roles today</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ person, name, roles, note }) => (
          <tr key={person}>
            <th scope="row">
              <Link as="button" inline className={own['name']} onClick={() => open(person)}>
                {name}
              </Link>
            </th>
            <td>
              {roles.map((role) => (
                <div key={role}>{role}</div>
              ))}
              {note && <span className={css['under']}>{note}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
