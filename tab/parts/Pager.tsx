import { Button } from '@fluentui/react-components';
import type { Pages } from './usePages.ts';
import css from './list.module.css';

interface Props {
  readonly pages: Pages;
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined;
  /** Where a page of the app has several lists: which this is. */
  readonly of?: string;
  /** What back and on are called where the newest is not first. */
  readonly words?: readonly [back: string, on: string];
}

/** Absent while everything fits on one page. */
export function Pager({ pages, next, of, words: [back, on] = ['Newer', 'Older'] }: Props) {
  if (pages.isFirst && next === undefined) return null;
  return (
    <nav aria-label={of ? `Pages: ${of}` : 'Pages'} className={css['pager']}>
      <Button disabledFocusable={pages.isFirst} onClick={pages.back}>
        {back}
      </Button>
      <Button
        disabledFocusable={next === undefined}
        onClick={() => {
          if (next !== undefined) pages.forward(next);
        }}
      >
        {on}
      </Button>
    </nav>
  );
}
