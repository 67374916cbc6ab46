import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe-core finds wrong on the page as it stands, one line each: the rule, and where. */
export async function findBarriers(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's own policy lets no other script in.
  await page.evaluate(axe.source);
  type Axe = typeof axe;
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    // Fluent's focus guards are hidden and focusable on purpose, until a dialog opens.
    const results = await axe.run({ exclude: [['[data-tabster-dummy]']] });
    return results.violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
