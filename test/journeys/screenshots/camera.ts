/** Where the README's pictures go, and how the chat is framed. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const docs = join(import.meta.dirname, '..', '..', '..', 'docs');
mkdirSync(docs, { recursive: true });

const pathOf = (name: string) => join(docs, `${name}.png`);

/** The page as it is seen without scrolling. */
export async function shot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: pathOf(name) });
}

/** The Playground's conversation, without its own log panel, which shows paths of this machine. */
export async function chatShot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: pathOf(name), clip: { x: 330, y: 46, width: 618, height: 1054 } });
}

export const phone = { width: 390, height: 844 };
