import { Button } from '@fluentui/react-components';
import type { Pages } from './usePages.ts';
import css from './list.module.css';

interface Props {
  readonly pages: Pages;
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined;
  /** What the two ways are called. Left out, for a list with the newest first. */
  readonly words?: readonly [back: string, forward: string];
}

/** Absent while everything fits on one page. */
export function Pager({ pages, next, words = ['Newer', 'Older'] }: Props) {
  if (pages.isFirst && next === undefined) return null;
  return (
    <nav aria-label="Pages" className={css['pager']}>
      <Button disabledFocusable={pages.isFirst} onClick={pages.back}>
        {words[0]}
      </Button>
      <Button
        disabledFocusable={next === undefined}
        onClick={() => {
          if (next !== undefined) pages.forward(next);
        }}
      >
        {words[1]}
      </Button>
    </nav>
  );
}
