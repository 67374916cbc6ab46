import { useEffect, useRef, type ReactNode } from 'react';
import css from './page.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** A page with its one main heading, which takes the focus when the page is opened from inside the app. */
export function Page({ title, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Common Ground`;
    // On the very first visit the focus stays where the browser puts it.
    if (wasHere) heading.current?.focus();
    wasHere = true;
  }, [title]);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={css['title']}>
        {title}
      </h1>
      {children}
    </>
  );
}

let wasHere = false;
