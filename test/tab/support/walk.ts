/** A walk over pages as they look in use, and what is looked for on each: barriers in every theme, and a phone. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { AppInBrowser } from './appInBrowser.ts';
import { findBarriers } from './axe.ts';
import { remembered } from './remembered.ts';
import type { VisitOptions } from './visit.ts';

export type Look = (name: string, page: Page) => Promise<void>;
export type Walk<Seen = void> = (here: AppInBrowser, options: VisitOptions, look: Look) => Promise<Seen>;

export const themes = ['light', 'dark', 'contrast'] as const;

/** Call inside `describe`: a test for each theme, called after what the walk goes over. The timeout is in milliseconds. */
export function testThemes(here: AppInBrowser, what: string, walk: Walk, timeout: number): void {
  for (const theme of themes) {
    it(`axe finds no barrier on ${what} in the ${theme} theme`, async () => {
      const barriers: string[] = [];
      await walk(here, { theme }, async (name, page) => {
        barriers.push(...(await findBarriers(page)).map((barrier) => `${name}: ${barrier}`));
      });

      assert.deepEqual(barriers, []);
    }).timeout(timeout);
  }
}

/** What a walk on a phone finds: pages wider than the screen, targets too low for a finger, what the browser keeps. */
export async function walkOnPhone(here: AppInBrowser, walk: Walk, width = 375) {
  const tooWide: string[] = [];
  const tooSmall: string[] = [];
  const kept: string[] = [];
  await walk(here, { width }, async (name, page) => {
    if ((await page.evaluate(() => document.documentElement.scrollWidth)) > width) tooWide.push(name);
    tooSmall.push(...(await smallTargets(page)).map((element) => `${name}: ${element}`));
    kept.push(await remembered(page));
  });
  return { tooWide, tooSmall, kept };
}

/** What is too low for a finger, as the beginning of its markup. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, select, input, nav a')]
      .filter((element) => element.getBoundingClientRect().height < 44)
      .map((element) => element.outerHTML.slice(0, 80)),
  );
}
