/** Everything a journey needs: the app and the Playground as people start them, and one browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startPlayground, type Playground } from '../../../bot/demo/playground.ts';
import { launchBrowser } from '../../tab/support/browser.ts';
import { openChat, type ChatPage } from './chatPage.ts';
import { freePort } from './freePort.ts';
import { startAppProcess, type RunningApp } from './runningApp.ts';

export interface Stage {
  readonly url: string;
  readonly chat: ChatPage;
  /** A tab of its own, signed in as this person. */
  tabOf(name: string, viewport?: { width: number; height: number }): Promise<Page>;
  /** Moves the demo clock to a London date and time. */
  goTo(when: string): Promise<void>;
  /** Ends the app as a crash would and starts it again on the same port and store. */
  crashAndRestart(): Promise<void>;
  /**
   * Errors that a page threw, and what the tab's pages wrote to their console. The Playground's page shows our cards, so
   * what it throws counts; its console does not, for there Microsoft's page complains of having no network and of the
   * moment at which a journey kills the app.
   */
  readonly pageErrors: readonly string[];
  close(): Promise<void>;
}

/** Ten in the morning of an ordinary Monday, years after any machine this runs on: notices are not held back by night. */
export const monday = '2030-01-14T10:00';

export async function openStage(hook: Mocha.Context): Promise<Stage> {
  const browser = await launchBrowser(hook);
  const folder = mkdtempSync(join(tmpdir(), 'journey-'));
  const port = await freePort();
  let app: RunningApp = await startAppProcess(folder, port);
  const playground = await startPlayground({
    endpoint: `${app.url}/api/messages`,
    port: await freePort(),
    folder: join(folder, 'playground'),
  });
  const pageErrors: string[] = [];
  const contexts: BrowserContext[] = [];
  const newPage = async (viewport = { width: 1280, height: 1000 }) => {
    const context = await browser.newContext({ viewport, locale: 'en-GB' });
    contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => pageErrors.push(error.message));
    return page;
  };
  const goTo = (when: string) => setClock(app.url, when);
  await goTo(monday);
  const chat = await openChat(await newPage({ width: 1280, height: 1100 }), playground.url);
  return {
    url: app.url,
    chat,
    goTo,
    pageErrors,
    async tabOf(name, viewport) {
      const page = await newPage(viewport);
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) pageErrors.push(message.text());
      });
      await page.goto(app.url);
      await page.getByRole('button', { name: new RegExp(name) }).click();
      await page.getByRole('button', { name: 'Switch person' }).waitFor();
      return page;
    },
    async crashAndRestart() {
      await app.kill();
      app = await startAppProcess(folder, port);
    },
    close: () => closeAll(browser, contexts, playground, app, folder),
  };
}

async function closeAll(
  browser: Browser,
  contexts: readonly BrowserContext[],
  playground: Playground,
  app: RunningApp,
  folder: string,
): Promise<void> {
  for (const context of contexts) await context.close();
  await browser.close();
  playground.stop();
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function setClock(url: string, to: string): Promise<void> {
  const response = await fetch(`${url}/api/demo/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to }),
  });
  if (!response.ok) throw new Error(await response.text());
}
