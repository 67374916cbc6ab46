import type { ReactNode } from 'react';
import { Link } from 'wouter';
import css from './page.module.css';

interface Props {
  readonly to: string;
  readonly children: ReactNode;
  readonly onClick?: () => void;
}

/** A link to another page of the app. */
export function AppLink({ to, children, onClick }: Props) {
  return (
    <Link href={to} className={css['link']} {...(onClick ? { onClick } : {})}>
      {children}
    </Link>
  );
}
