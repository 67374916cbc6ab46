/** What the browser tests of one `describe` share: a running app and a browser, both gone when it ends. */
import type { Browser } from 'playwright-core';
import { startApp, type App, type AppOptions } from './app.ts';
import { launchBrowser } from './browser.ts';

export interface AppInBrowser {
  readonly app: App;
  readonly browser: Browser;
}

/** Call inside `describe`; what it answers is there from the first test on. */
export function appInBrowser(options: AppOptions = {}): AppInBrowser {
  const opened: { app?: App; browser?: Browser } = {};
  before(async function () {
    // The first run unpacks the browser and builds the tab.
    this.timeout(120_000);
    opened.browser = await launchBrowser(this);
    opened.app = await startApp(options);
  });
  after(async () => {
    await opened.browser?.close();
    await opened.app?.close();
  });
  return {
    get app() {
      return open(opened.app);
    },
    get browser() {
      return open(opened.browser);
    },
  };
}

function open<T>(part: T | undefined): T {
  if (!part) throw new Error('The app and the browser are there from the first test on.');
  return part;
}
