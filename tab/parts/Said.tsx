import { useEffect, useRef } from 'react';
import css from './page.module.css';

/**
 * What was done, in a sentence. It takes the focus: the button that did it is usually gone by then, and the keyboard
 * must not be left nowhere.
 */
export function Said({ text }: { readonly text: string }) {
  const element = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    if (text) element.current?.focus();
  }, [text]);
  return (
    <output ref={element} tabIndex={-1} className={css['said']}>
      {text}
    </output>
  );
}
