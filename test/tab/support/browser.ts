/**
 * A real Chromium for tests: the one that comes inside an npm package on Linux x64, else one that is installed. It
 * reaches nothing but this machine. In CI a missing browser is a failure, never a skip.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

const project = join(import.meta.dirname, '..', '..', '..');

/** Usual places of an installed browser. CHROMIUM_PATH comes before them all. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--lang=en-GB',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Every name but this machine's own is unknown: no page and no extension can reach the network.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--no-proxy-server',
];

export interface Finding {
  readonly find?: () => Promise<Found | undefined>;
  readonly isCi?: boolean;
}

/**
 * A browser for one test file; close it when done. Called from a mocha hook: without any browser it skips the file,
 * or throws where CI=true.
 */
export async function launchBrowser(
  hook: Pick<Mocha.Context, 'skip'>,
  { find = findBrowser, isCi = process.env['CI'] === 'true' }: Finding = {},
): Promise<Browser> {
  const found = await find();
  if (found) {
    return chromium.launch({
      executablePath: found.path,
      args: flags,
      env: { ...process.env, ...found.environment },
    });
  }
  if (isCi) throw new Error('There is no browser. Install Chrome or Chromium, or set CHROMIUM_PATH.');
  return hook.skip();
}

/**
 * One that Lighthouse can drive too, through this port of loopback. What the context is given, such as a script for every
 * new page, holds for the pages Lighthouse opens. Its profile is kept in the folder.
 */
export async function launchInspected(folder: string, port: number): Promise<BrowserContext> {
  const found = await findBrowser();
  if (!found) throw new Error('There is no browser. Install Chrome or Chromium, or set CHROMIUM_PATH.');
  return chromium.launchPersistentContext(folder, {
    executablePath: found.path,
    args: [...flags, `--remote-debugging-port=${port}`],
    env: { ...process.env, ...found.environment },
    // Lighthouse sets the size of the page itself.
    viewport: null,
    locale: 'en-GB',
  });
}

interface Found {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** The browser to use, unpacked if need be; undefined when this machine has none. */
export async function findBrowser(): Promise<Found | undefined> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return { path: chosen, environment: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();
  const path = installed.find((place) => existsSync(place));
  return path ? { path, environment: {} } : undefined;
}

/**
 * The package unpacks into the temporary folder and takes whatever is there already, of any version and also when it
 * was cut short. So each version has a folder of its own, and a mark is set when it is complete.
 */
async function unpackBrowser(): Promise<Found> {
  const packaged = join(project, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(await readFile(packaged, 'utf8')) as { version: string };
  const folder = join(project, '.tmp', `chromium-${version}`);
  const complete = join(folder, 'complete');
  const environment = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  if (existsSync(complete)) return { path: join(folder, 'chromium'), environment };

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const path = await withTemporaryFolder(folder, async () => {
    const { default: packagedChromium } = await import('@sparticuz/chromium');
    return packagedChromium.executablePath();
  });
  writeFileSync(environment.FONTCONFIG_FILE, fontsBelow(folder));
  writeFileSync(complete, '');
  return { path, environment };
}

/** The machine's fonts, and the package's own where it has none: without any, Chromium stops at the first odd sign. */
const fontsBelow = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

async function withTemporaryFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
