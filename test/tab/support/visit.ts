/** Opening the tab as somebody, and watching what it does. */
import type { Page } from 'playwright-core';
import type { Person } from '../../../bot/desk/caller.ts';
import type { AppInBrowser } from './appInBrowser.ts';

export interface Visit {
  readonly page: Page;
  /** Errors the page wrote to its console. A refusal by the API is none. */
  readonly errors: readonly string[];
  /** Commands sent so far. */
  readonly commands: readonly SentCommand[];
  readonly close: () => Promise<void>;
}

export interface SentCommand {
  readonly name: string;
  readonly body: {
    readonly id: string;
    readonly input: Readonly<Record<string, unknown>>;
    readonly under?: unknown;
  };
}

export interface VisitOptions {
  /** Signed in as; left out, the visitor is nobody yet. */
  readonly as?: Person;
  /** What stands after the #. */
  readonly at?: string;
  readonly theme?: 'light' | 'dark' | 'contrast';
  /** In pixels. A phone is 375. */
  readonly width?: number;
  /** The page's own clock can be wound forward, as by waiting. */
  readonly settableClock?: boolean;
}

export async function visit({ app, browser }: AppInBrowser, options: VisitOptions = {}): Promise<Visit> {
  const { as, at = '/', theme = 'light', width = 1280 } = options;
  const isPhone = width < 600;
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    hasTouch: isPhone,
    isMobile: isPhone,
    reducedMotion: 'reduce',
  });
  if (as) {
    const token = await app.tokenFor(as);
    await context.addInitScript(`
      if (location.protocol === 'http:') sessionStorage.setItem('common-ground.token', ${JSON.stringify(token)});
    `);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const watched = watch(page);
  if (options.settableClock) await page.clock.install();
  await page.goto(`${app.url}/?theme=${theme}#${at}`);
  return { page, ...watched, close: () => context.close() };
}

function watch(page: Page) {
  const errors: string[] = [];
  const commands: SentCommand[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    const isRefusal =
      message.text().startsWith('Failed to load resource') && message.location().url.includes('/api/');
    if (message.type() === 'error' && !isRefusal) errors.push(message.text());
  });
  page.on('request', (request) => {
    const name = new URL(request.url()).pathname.match(/^\/api\/commands\/(.+)$/)?.[1];
    if (name) commands.push({ name, body: request.postDataJSON() as SentCommand['body'] });
  });
  return { errors, commands };
}
