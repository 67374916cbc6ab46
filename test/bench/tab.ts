/**
 * The tab's first route in real Chromium: what it fetches, when something is there to read, and what axe-core finds;
 * beside a bare page of React and Fluent that the same server serves, visited in turns with it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { people } from '../support/house.ts';
import { startApp, type App } from '../tab/support/app.ts';
import { findBarriers } from '../tab/support/axe.ts';
import { launchBrowser } from '../tab/support/browser.ts';
import { measureWithLighthouse, type Scores } from './lighthouse.ts';

export interface TabFigures {
  readonly cost: PageCost;
  readonly scores: Scores;
}

export interface PageCost {
  /** Kilobytes (1,000 bytes) of JavaScript that the page fetched, each file compressed by gzip at its default level. */
  readonly kilobytes: number;
  /** Milliseconds from the start of navigation, the middle one of all visits: the first thing drawn, and the largest. */
  readonly firstContent: number;
  readonly largestContent: number;
  readonly violations: number;
}

const visits = 9;

/** The tab as a practice manager who is signed in opens it, at her Home. */
export async function measureTab(): Promise<{ tab: TabFigures; bare: TabFigures }> {
  const browser = await launchBrowser({ skip: noBrowser });
  const folder = mkdtempSync(join(tmpdir(), 'bare-'));
  await buildBarePage(folder);
  const [tab, bare] = [await startApp(), await startApp({ tabFolder: folder })];
  const seen = { tab: [] as PageCost[], bare: [] as PageCost[] };
  // The first visit of each only wakes the server and the browser.
  for (let count = 0; count <= visits; count += 1) {
    const both = { tab: await visitOnce(tab, browser), bare: await visitOnce(bare, browser) };
    if (count === 0) continue;
    seen.tab.push(both.tab);
    seen.bare.push(both.bare);
  }
  await browser.close();
  const scores = await measureWithLighthouse(tab, bare);
  await tab.close();
  await bare.close();
  rmSync(folder, { recursive: true, force: true });
  return {
    tab: { cost: middle(seen.tab), scores: scores.tab },
    bare: { cost: middle(seen.bare), scores: scores.bare },
  };
}

function noBrowser(): never {
  throw new Error('There is no browser. Install Chrome or Chromium, or set CHROMIUM_PATH.');
}

async function buildBarePage(outDir: string): Promise<void> {
  const root = join(import.meta.dirname, 'bare');
  const made = { outDir, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false } };
  await build({ root, configFile: false, plugins: [react()], logLevel: 'warn', build: made });
}

/** A browser context of its own, so that nothing is in its cache. */
async function visitOnce(app: App, browser: Browser): Promise<PageCost> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const token = JSON.stringify(await app.tokenFor(people.manager));
  await context.addInitScript(`sessionStorage.setItem('common-ground.token', ${token});`);
  const page = await context.newPage();
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.push(response.body());
  });
  await page.goto(app.url, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const bytes = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0);
  const { firstContent, largestContent } = await paints(page);
  const violations = (await findBarriers(page)).length;
  await context.close();
  return { kilobytes: bytes / 1000, firstContent, largestContent, violations };
}

async function paints(page: Page) {
  return page.evaluate(async () => {
    const last = (type: string) => {
      const { promise, resolve } = Promise.withResolvers<number>();
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
        type,
        buffered: true,
      });
      return promise;
    };
    return { firstContent: await last('paint'), largestContent: await last('largest-contentful-paint') };
  });
}

function middle(costs: readonly PageCost[]): PageCost {
  const of = (name: keyof PageCost) =>
    costs.map((cost) => cost[name]).toSorted((one, other) => one - other)[Math.floor(costs.length / 2)] ?? 0;
  return {
    kilobytes: of('kilobytes'),
    firstContent: of('firstContent'),
    largestContent: of('largestContent'),
    violations: of('violations'),
  };
}
