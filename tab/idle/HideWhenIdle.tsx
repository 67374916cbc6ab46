import { Activity, useCallback, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { useCaller } from '../parts/caller.ts';
import { HiddenPage } from './HiddenPage.tsx';
import { useIdle } from './useIdle.ts';
import { forgetAnswers } from './withoutAnswers.ts';
import css from './idle.module.css';

/** Places that never show a patient. Every other page hides: one that nobody thought of, too. */
const open = ['/people', '/places', '/settings', '/health', '/numbers'];
const isOpen = (at: string) => open.some((path) => at === path || at.startsWith(`${path}/`));

/**
 * DOMAIN §8 Access. A hidden page is taken out of the document with all it shows, stops asking, and its answers leave the
 * memory. Its forms stay as they were, out of sight: nothing typed is lost. Showing it asks first who is signed in, and
 * then for everything afresh.
 */
export function HideWhenIdle({ children }: { readonly children: ReactNode }) {
  const [at] = useLocation();
  const { api } = useCaller();
  const client = useQueryClient();
  const [hidden, setHidden] = useState(false);
  const askAfresh = useRef<() => Promise<void>>(undefined);
  const [host] = useState(() => {
    const element = document.createElement('div');
    element.className = css['through'] ?? '';
    return element;
  });
  const place = useCallback((element: HTMLElement | null) => element?.append(host), [host]);

  useIdle(!hidden && !isOpen(at), () => {
    askAfresh.current = forgetAnswers(client);
    setHidden(true);
  });
  async function showAgain() {
    await api.ask('me', {}, {});
    await askAfresh.current?.();
    setHidden(false);
  }
  return (
    <>
      {hidden ? <HiddenPage showAgain={showAgain} /> : <div ref={place} className={css['through']} />}
      {createPortal(<Activity mode={hidden ? 'hidden' : 'visible'}>{children}</Activity>, host)}
    </>
  );
}
