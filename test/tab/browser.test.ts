import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from './support/browser.ts';

describe('a machine without a browser', () => {
  const nowhere = async () => undefined;
  /** What mocha does: the rest of the hook is not reached. */
  const hook = {
    skip: (): never => {
      throw new Error('skipped');
    },
  };

  it('fails the browser tests in CI', async () => {
    const launching = launchBrowser(hook, { find: nowhere, isCi: true });

    await assert.rejects(launching, /There is no browser.*CHROMIUM_PATH/);
  });

  it('skips them anywhere else', async () => {
    const launching = launchBrowser(hook, { find: nowhere, isCi: false });

    await assert.rejects(launching, /^Error: skipped$/);
  });

  it('is known as CI to what CI runs', async () => {
    const script = await readFile(join(import.meta.dirname, '..', '..', '.ci', 'run'), 'utf8');

    assert.match(script, /^export CI=true$/m);
  });
});
