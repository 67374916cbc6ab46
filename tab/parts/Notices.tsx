import type { Answer } from '../../bot/contract/questions.ts';
import { AppLink } from './AppLink.tsx';
import { pathOf } from './paths.ts';
import { useCommand } from './useCommand.ts';
import css from './list.module.css';

type Notice = Answer<'inbox.list'>['rows'][number];

/** Notices, each a link to its record. Opening an unread one marks it as read. */
export function Notices({ rows }: { readonly rows: readonly Notice[] }) {
  return (
    <ul className={css['rows']}>
      {rows.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} />
      ))}
    </ul>
  );
}

function NoticeRow({ notice }: { readonly notice: Notice }) {
  const { send } = useCommand('inbox.markRead');
  const markRead = () => void send({ id: notice.id });
  return (
    <li className={css['row']}>
      <AppLink to={pathOf(notice.ref)} {...(notice.unread ? { onClick: markRead } : {})}>
        {notice.text}
      </AppLink>
      <span className={css['when']}>{notice.at}</span>
    </li>
  );
}
