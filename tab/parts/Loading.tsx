import type { ReactNode } from 'react';
import css from './page.module.css';

interface Props {
  /** What is being fetched, for those who cannot see its shape. */
  readonly what: string;
  /** Blocks of the size of what will stand here, so that nothing jumps. */
  readonly children: ReactNode;
}

/** Stands where an answer will be. */
export function Loading({ what, children }: Props) {
  return (
    <div aria-busy="true">
      <output className={css['unseen']}>Loading {what}</output>
      {children}
    </div>
  );
}

/** One grey block; its height in pixels. */
export function Block({ height }: { readonly height: number }) {
  return <div className={css['block']} style={{ height }} />;
}
