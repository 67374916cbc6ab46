import type { Answer } from '../../bot/contract/questions.ts';
import { AppLink } from './AppLink.tsx';
import { pathOf } from './paths.ts';
import { useCommand } from './useCommand.ts';
import css from './list.module.css';

type Notice = Answer<'inbox.list'>['rows'][number];

interface Props {
  readonly rows: readonly Notice[];
  /** Where a notice leads, by its reference. */
  readonly pathTo?: (ref: string) => string;
}

/** Notices, each a link to its record. Opening an unread one marks it as read. */
export function Notices({ rows, pathTo = pathOf }: Props) {
  return (
    <ul className={css['rows']}>
      {rows.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} path={pathTo(notice.ref)} />
      ))}
    </ul>
  );
}

function NoticeRow({ notice, path }: { readonly notice: Notice; readonly path: string }) {
  const { send } = useCommand('inbox.markRead');
  const markRead = () => void send({ id: notice.id });
  return (
    <li className={css['row']}>
      <AppLink to={path} {...(notice.unread ? { onClick: markRead } : {})}>
        {notice.text}
      </AppLink>
      <span className={css['when']}>{notice.at}</span>
    </li>
  );
}
