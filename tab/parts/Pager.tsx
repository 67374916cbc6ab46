import { Button } from '@fluentui/react-components';
import type { Pages } from './usePages.ts';
import css from './list.module.css';

interface Props {
  readonly pages: Pages;
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined;
}

/** Absent while everything fits on one page. */
export function Pager({ pages, next }: Props) {
  if (pages.isFirst && next === undefined) return null;
  return (
    <nav aria-label="Pages" className={css['pager']}>
      <Button disabledFocusable={pages.isFirst} onClick={pages.back}>
        Newer
      </Button>
      <Button
        disabledFocusable={next === undefined}
        onClick={() => {
          if (next !== undefined) pages.forward(next);
        }}
      >
        Older
      </Button>
    </nav>
  );
}
