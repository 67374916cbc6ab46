import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

// Everything a test writes to a temporary folder goes below the project: a shared /tmp may hold a stale
// unpacked browser of another version (see @sparticuz/chromium).
const temporary = join(import.meta.dirname, '..', '..', '.tmp');
mkdirSync(temporary, { recursive: true });
process.env['TMPDIR'] = temporary;

/** Once, before the files run side by side: two of them must not unpack the browser at the same moment. */
export async function mochaGlobalSetup(): Promise<void> {
  const { findBrowser } = await import('../tab/support/browser.ts');
  await findBrowser();
}
