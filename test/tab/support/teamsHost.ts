/**
 * Stands in for Microsoft Teams around the tab: a page on Teams' own origin that answers what teams-js asks by
 * postMessage. No public host exists; the protocol is the one teams-js 2.58 speaks.
 */
import type { Browser, Frame, Page } from 'playwright-core';

export interface TeamsOptions {
  readonly tabUrl: string;
  readonly token: string;
  readonly theme: string;
  readonly subPage?: string;
}

export interface InTeams {
  readonly tab: Frame;
  readonly setTheme: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const hostUrl = 'https://teams.microsoft.com/host.html';

export async function openInTeams(browser: Browser, options: TeamsOptions): Promise<InTeams> {
  const context = await browser.newContext();
  // Teams is on the public web and the tab under test on this machine: Chromium asks before it lets one show the other.
  await context.grantPermissions(['local-network-access'], { origin: new URL(hostUrl).origin });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  await context.route(hostUrl, (route) =>
    route.fulfill({ contentType: 'text/html', body: hostPage(options) }),
  );
  await page.goto(hostUrl);
  return {
    tab: await tabFrame(page, options.tabUrl),
    setTheme: (name) => page.evaluate(`setTheme(${JSON.stringify(name)})`),
    close: () => context.close(),
  };
}

async function tabFrame(page: Page, tabUrl: string): Promise<Frame> {
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The host shows no tab.');
  await frame.waitForURL((url) => url.href.startsWith(tabUrl));
  return frame;
}

function hostPage({ tabUrl, token, theme, subPage = '' }: TeamsOptions): string {
  const context = {
    locale: 'en-gb',
    theme,
    entityId: 'home',
    subEntityId: subPage,
    frameContext: 'content',
    hostName: 'Teams',
    hostClientType: 'web',
    userObjectId: '00000000-0000-4000-8000-000000000001',
    tid: '00000000-0000-4000-8000-00000000aaaa',
    sessionId: 'session',
    appSessionId: 'app-session',
  };
  const runtime = {
    apiVersion: 4,
    isLegacyTeams: false,
    hostVersionsInfo: {},
    supports: { app: { notifySuccessResponse: {} }, pages: {} },
  };
  return `<!doctype html><title>Teams</title><iframe allow="local-network-access" width="1000" height="700"></iframe><script>
    const context = ${JSON.stringify(context)};
    const answers = {
      initialize: () => ['content', 'web', ${JSON.stringify(JSON.stringify(runtime))}, '2.0.5'],
      getContext: () => [context],
      'authentication.getAuthToken': () => [true, ${JSON.stringify(token)}],
      'appInitialization.success': () => [true],
    };
    const frame = document.querySelector('iframe');
    const tab = ${JSON.stringify(new URL(tabUrl).origin)};
    const post = (message) => frame.contentWindow.postMessage(message, tab);
    addEventListener('message', ({ source, data }) => {
      const answer = source === frame.contentWindow && answers[data.func];
      if (answer) post({ id: data.id, uuidAsString: data.uuidAsString, args: answer() });
    });
    function setTheme(name) {
      context.theme = name;
      post({ func: 'themeChange', args: [name] });
    }
    frame.src = ${JSON.stringify(tabUrl)};
  </script>`;
}
