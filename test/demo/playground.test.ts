import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../journeys/support/freePort.ts';
import { startAppProcess } from '../journeys/support/runningApp.ts';
import { startNode } from '../support/nodeProcess.ts';

describe('npm run chat', function () {
  this.timeout(60_000);

  it('without a running app says how to start one, and fails', async () => {
    const { ended, printed } = startNode('bot/demo/playground.ts', { PORT: String(await freePort()) });

    assert.equal(await ended, 1);
    assert.match(printed.err, /^Common Ground is not running at http:\/\/127\.0\.0\.1:\d+\. .*npm start\n$/);
    assert.equal(printed.out, '');
  });

  it('with one prints the address of a chat, and ends with it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chat-'));
    const app = await startAppProcess(folder);
    const chat = startNode('bot/demo/playground.ts', { PORT: new URL(app.url).port });
    try {
      const [, url = ''] = await chat.says(/The chat is open at (http:\/\/127\.0\.0\.1:\d+\/)\n/);
      const page = await fetch(url);

      assert.match(await page.text(), /<html/i);
      assert.match(chat.printed.out, /act as Rosa Bell/);
      await chat.end('SIGTERM');
      await assert.rejects(fetch(url));
    } finally {
      await chat.end('SIGTERM');
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
