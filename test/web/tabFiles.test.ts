import assert from 'node:assert/strict';
import { request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { startServer, type Running } from './running.ts';

describe('the tab’s files', () => {
  let app: Running;
  before(async () => {
    app = await startServer();
  });
  after(() => app.stop());

  const get = (path: string, method = 'GET') => fetch(`${app.url}${path}`, { method });

  for (const path of ['/', '/index.html', '/incidents/INC-2027-4839271']) {
    it(`serves the page for ${path}, asked for again each time`, async () => {
      const answer = await get(path);

      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
      assert.equal(answer.headers.get('cache-control'), 'no-cache');
      assert.match(await answer.text(), /<title>Common Ground<\/title>/);
    });
  }

  it('lets hashed files be kept for a year', async () => {
    const answer = await get('/assets/a.js');

    assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.match(await answer.text(), /^export const greeting/);
  });

  it('compresses text for who asks for it, every time alike', async () => {
    const first = await compressed(app.port, '/assets/a.js');
    const second = await compressed(app.port, '/assets/a.js');

    assert.equal(first.encoding, 'br');
    assert.match(brotliDecompressSync(first.bytes).toString(), /^export const greeting/);
    assert.deepEqual(second.bytes, first.bytes);
  });

  it('leaves pictures as they are', async () => {
    const { bytes, encoding } = await compressed(app.port, '/assets/logo.png');

    assert.equal(encoding, undefined);
    assert.deepEqual(bytes, Buffer.from([137, 80, 78, 71]));
  });

  it('answers HEAD without a body', async () => {
    const answer = await get('/assets/a.js', 'HEAD');

    assert.equal(answer.status, 200);
    assert.ok(Number(answer.headers.get('content-length')) > 2_000);
    assert.equal(await answer.text(), '');
  });

  for (const path of ['/assets/gone.js', '/favicon.ico', '/api/x']) {
    it(`answers 404 for ${path}, which is no page`, async () => {
      const answer = await get(path);

      assert.equal(answer.status, 404);
    });
  }

  it('says what to do when the tab was never built', async () => {
    const unbuilt = await startServer({ tabFolder: '/nowhere/dist' });

    const answer = await fetch(`${unbuilt.url}/`);
    const health = await fetch(`${unbuilt.url}/health`);
    await unbuilt.stop();

    assert.equal(answer.status, 503);
    assert.match(await answer.text(), /npm run build/);
    assert.equal(health.status, 200);
  });
});

/** fetch would unpack it. */
function compressed(port: number, path: string): Promise<{ bytes: Buffer; encoding: string | undefined }> {
  const { promise, resolve, reject } = Promise.withResolvers<{
    bytes: Buffer;
    encoding: string | undefined;
  }>();
  const headers = { 'accept-encoding': 'gzip, br' };
  request({ port, path, host: '127.0.0.1', headers, agent: false }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () =>
      resolve({ bytes: Buffer.concat(chunks), encoding: answer.headers['content-encoding'] }),
    );
  })
    .on('error', reject)
    .end();
  return promise;
}
