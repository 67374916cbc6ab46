import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { refusal } from '../../bot/contract/refusal.ts';
import { newRestifyServer, type RestifyServer } from '../../bot/web/restifyServer.ts';

describe('restify’s own errors', () => {
  let server: RestifyServer;
  let url: string;
  before(async () => {
    server = newRestifyServer(pino({ level: 'silent' }));
    server.get('/fails', (_req, _res, next) => next(new Error('Mary Example at /app/turn.ts:12')));
    server.get('/text', (_req, res, next) => {
      res.send(200, 'plain');
      next();
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  after(() => void server.close());

  for (const accept of ['application/json', 'text/plain', 'application/javascript', '*/*', 'image/png']) {
    it(`show nothing of themselves to who accepts ${accept}`, async () => {
      const failed = await fetch(`${url}/fails`, { headers: { accept } });
      const missing = await fetch(`${url}/missing`, { headers: { accept } });

      const [failure, absence] = await Promise.all([failed.text(), missing.text()]);
      assert.equal(failed.status, 500);
      assert.equal(missing.status, 404);
      assert.doesNotMatch(failure + absence, /Mary|\.ts|missing/);
      assert.equal(refusal.parse(JSON.parse(failure)).code, 'busy');
      assert.equal(refusal.parse(JSON.parse(absence)).code, 'unknown');
    });
  }

  it('leave a text that was meant to be sent alone', async () => {
    const answer = await fetch(`${url}/text`, { headers: { accept: 'text/plain' } });

    assert.equal(await answer.text(), 'plain');
  });
});
