import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import css from './frame.module.css';
import type { Place } from './places.ts';

interface Props {
  readonly places: readonly Place[];
  /** A short note beside a place, such as "2 new". */
  readonly notes: Readonly<Record<string, string | undefined>>;
  /** Who and which role, at the top right. */
  readonly who: ReactNode;
  readonly children: ReactNode;
}

/** Top, places and page. On a phone the places are a row below the top. */
export function Frame({ places, notes, who, children }: Props) {
  const [at] = useLocation();
  return (
    <div className={css['frame']}>
      <a
        className={css['skip']}
        href="#main"
        onClick={(event) => {
          // The address after # is the app's own: move the focus without changing it.
          event.preventDefault();
          document.querySelector<HTMLElement>('main')?.focus();
        }}
      >
        Skip to the page
      </a>
      <header className={css['top']}>
        <span className={css['brand']}>Common Ground</span>
        <div className={css['who']}>{who}</div>
      </header>
      <nav aria-label="Places" className={css['places']}>
        <ul>
          {places.map(({ path, label }) => (
            <li key={path}>
              <Link
                href={path}
                className={css['place']}
                {...(isAt(at, path) ? { 'aria-current': 'page' } : {})}
              >
                {label}
                {notes[path] && <span className={css['note']}>{notes[path]}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" tabIndex={-1} className={css['main']}>
        {children}
      </main>
    </div>
  );
}

const isAt = (location: string, path: string) => location === path || location.startsWith(`${path}/`);
