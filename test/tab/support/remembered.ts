import type { Page } from 'playwright-core';

/** All that the browser itself would remember of a page: its title, its address and both of its stores. */
export function remembered(page: Page): Promise<string> {
  return page.evaluate(() =>
    [document.title, location.href, JSON.stringify(sessionStorage), JSON.stringify(localStorage)].join('\n'),
  );
}
