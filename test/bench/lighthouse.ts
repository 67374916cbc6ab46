/**
 * Lighthouse's own figures, with its own settings (a middling phone on a slow line, simulated), of the tab's first route
 * and of the bare page, in turns in one browser.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { people } from '../support/house.ts';
import { freePort } from '../journeys/support/freePort.ts';
import type { App } from '../tab/support/app.ts';
import { launchInspected } from '../tab/support/browser.ts';

export interface Scores {
  /** Of 100, the middle one of all runs. */
  readonly accessibility: number;
  readonly performance: number;
  /** Milliseconds, the middle one: first and largest contentful paint. */
  readonly firstContent: number;
  readonly largestContent: number;
  /** Cumulative layout shift, the largest of all runs: 0 when nothing jumps. */
  readonly shift: number;
  /** Ids of the accessibility audits that any run failed. */
  readonly barriers: readonly string[];
}

const runs = 5;

/** The tab as a practice manager who is signed in opens it, at her Home. */
export async function measureWithLighthouse(tab: App, bare: App): Promise<{ tab: Scores; bare: Scores }> {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const port = await freePort();
  const context = await launchInspected(folder, port);
  const token = JSON.stringify(await tab.tokenFor(people.manager));
  await context.addInitScript(
    `if (location.origin === '${tab.url}') sessionStorage.setItem('common-ground.token', ${token});`,
  );
  const seen = { tab: [] as Scores[], bare: [] as Scores[] };
  for (let run = 0; run < runs; run += 1) {
    seen.tab.push(await look(tab.url, port));
    seen.bare.push(await look(bare.url, port));
  }
  await context.close();
  rmSync(folder, { recursive: true, force: true });
  return { tab: middle(seen.tab), bare: middle(seen.bare) };
}

async function look(url: string, port: number): Promise<Scores> {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'silent',
    onlyCategories: ['accessibility', 'performance'],
  });
  if (!result || result.lhr.runtimeError) {
    throw new Error(`Lighthouse did not finish: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
  }
  const { audits, categories } = result.lhr;
  const valueOf = (id: string) => audits[id]?.numericValue ?? NaN;
  const scoreOf = (id: string) => Math.round((categories[id]?.score ?? NaN) * 100);
  const audited = categories['accessibility']?.auditRefs.map(({ id }) => id) ?? [];
  return {
    accessibility: scoreOf('accessibility'),
    performance: scoreOf('performance'),
    firstContent: valueOf('first-contentful-paint'),
    largestContent: valueOf('largest-contentful-paint'),
    shift: valueOf('cumulative-layout-shift'),
    barriers: audited.filter((id) => audits[id]?.score === 0),
  };
}

function middle(scores: readonly Scores[]): Scores {
  const of = (name: Exclude<keyof Scores, 'barriers'>) =>
    scores.map((one) => one[name]).toSorted((one, other) => one - other)[Math.floor(scores.length / 2)] ??
    NaN;
  return {
    accessibility: of('accessibility'),
    performance: of('performance'),
    firstContent: of('firstContent'),
    largestContent: of('largestContent'),
    shift: Math.max(...scores.map(({ shift }) => shift)),
    barriers: [...new Set(scores.flatMap(({ barriers }) => barriers))],
  };
}
