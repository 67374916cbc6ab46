import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { refusal } from '../../bot/contract/refusal.ts';
import { people, post, startServer, type Running } from './running.ts';
import { bodyOf, rawRequest, statusOf } from './rawRequest.ts';

describe('hostile requests', () => {
  let app: Running;
  let token: string;
  before(async () => {
    app = await startServer({ limits: { bodyTime: 150, idleTime: 400 } });
    token = await app.tokenFor(people.rosa);
  });
  after(() => app.stop());

  afterEach('the server still answers', async () => {
    const health = await fetch(`${app.url}/health`);
    assert.equal(health.status, 200);
    assert.deepEqual(await health.json(), { alive: true });
  });

  const signedInPost = (headers: string, body = '') =>
    `POST /api/questions/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n${headers}\r\n${body}`;
  const jsonPost = (body: string) =>
    signedInPost(`Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`, body);

  const requests: Record<string, [request: () => string | Buffer, status: number]> = {
    'a Host header that makes no URL': [() => 'GET / HTTP/1.1\r\nHost: a b<>\r\n\r\n', 400],
    'a Host header with a port out of range': [() => 'GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n', 400],
    'an empty Host header': [() => 'GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n', 400],
    'a target with a scheme': [
      () => 'GET http://elsewhere.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n',
      400,
    ],
    'a target that is a star': [() => 'GET * HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    'a target that is broken off': [() => 'GET /%e0%a4 HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    'a percent sign alone': [() => 'GET /% HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    'a very long target': [() => `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
    'a huge header': [() => `GET / HTTP/1.1\r\nHost: localhost\r\nX-Big: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    rubbish: [() => 'lorem ipsum\r\n\r\n', 400],
    'bytes that are no text': [() => Buffer.from([0, 255, 22, 3, 1, 0, 13, 10, 13, 10]), 400],
    'rubbish after a good request': [
      () => 'GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n\u0000\u0001rubbish\r\n\r\n',
      400,
    ],
    'two lengths': [() => signedInPost('Content-Length: 2\r\nContent-Length: 3\r\n', '{}'), 400],
    'a length and chunks': [
      () => signedInPost('Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n'),
      400,
    ],
    'a length that is no number': [() => signedInPost('Content-Length: -1\r\n', '{}'), 400],
    'an upgrade to WebSocket': [
      () => 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      400,
    ],
    'an expectation nobody knows': [
      () => signedInPost('Content-Type: application/json\r\nExpect: wonders\r\nContent-Length: 2\r\n', '{}'),
      417,
    ],
    DELETE: [() => 'DELETE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 405],
    OPTIONS: [() => 'OPTIONS /api/commands/x HTTP/1.1\r\nHost: localhost\r\n\r\n', 405],
    TRACE: [() => 'TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n', 405],
    'a body with a claim to be compressed': [
      () =>
        signedInPost(
          'Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n',
          'nope',
        ),
      415,
    ],
    'a compressed body': [
      () => {
        const bomb = gzipSync(Buffer.alloc(5_000_000));
        const head = `Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n`;
        return Buffer.concat([Buffer.from(signedInPost(head)), bomb]);
      },
      415,
    ],
    'another content type': [
      () => signedInPost('Content-Type: text/plain\r\nContent-Length: 12\r\n', '{"input":{}}'),
      415,
    ],
    'another charset': [
      () => signedInPost('Content-Type: application/json; charset=utf-16\r\nContent-Length: 2\r\n', '{}'),
      415,
    ],
    'no body at all': [() => jsonPost(''), 400],
    'JSON that is broken off': [() => jsonPost('{"input":'), 400],
    'JSON that is no object': [() => jsonPost('"hello"'), 400],
    null: [() => jsonPost('null'), 400],
    'a body that is not UTF-8': [
      () =>
        Buffer.concat([
          Buffer.from(signedInPost('Content-Type: application/json\r\nContent-Length: 4\r\n')),
          Buffer.from([0x22, 0xff, 0xfe, 0x22]),
        ]),
      400,
    ],
    'deep JSON': [() => jsonPost(`{"input":${'['.repeat(20_000)}${']'.repeat(20_000)}}`), 400],
    'deep objects': [() => jsonPost(`${'{"a":'.repeat(8_000)}1${'}'.repeat(8_000)}`), 400],
    'a body that says it is too large': [
      () => signedInPost('Content-Type: application/json\r\nContent-Length: 70000\r\n', '{'),
      413,
    ],
    'a body that grows too large': [
      () =>
        signedInPost(
          'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n',
          `11170\r\n${'a'.repeat(70_000)}\r\n0\r\n\r\n`,
        ),
      413,
    ],
    'a body that does not come': [
      () => signedInPost('Content-Type: application/json\r\nContent-Length: 100\r\n', '{"input":'),
      408,
    ],
    'chunks that are none': [
      () =>
        signedInPost('Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n', 'zz\r\nhello\r\n'),
      400,
    ],
  };

  for (const [what, [request, status]] of Object.entries(requests)) {
    it(`answers ${status} to ${what}`, async () => {
      const answer = await rawRequest(app.port, request());

      assert.equal(statusOf(answer), status, answer.slice(0, 400));
      assert.doesNotMatch(answer, /node_modules|\.[jt]s:\d|Error:/);
      if (status !== 417) refusal.parse(JSON.parse(bodyOf(answer)));
    });
  }

  it('hangs up on a connection that sends its headers and then nothing more', async () => {
    const answer = await rawRequest(app.port, 'GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');

    assert.equal(answer, '');
  });

  it('answers 400 to a request without a Host header', async () => {
    const answer = await rawRequest(app.port, 'GET / HTTP/1.1\r\n\r\n');

    assert.equal(statusOf(answer), 400);
  });

  it('hangs up on a CONNECT', async () => {
    const answer = await rawRequest(app.port, 'CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere\r\n\r\n');

    assert.ok(answer === '' || statusOf(answer) >= 400);
  });

  it('hands out nothing from outside the tab', async () => {
    const paths = [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/../../secret.txt',
      '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
      '//secret.txt',
      '/..\\secret.txt',
      '/secret.txt%00.html',
    ];

    for (const path of paths) {
      const answer = await rawRequest(
        app.port,
        `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      );
      assert.doesNotMatch(answer, /outside the tab/, path);
      assert.equal(statusOf(answer), 404, path);
    }
  });

  it('keeps going when callers hang up in the middle', async () => {
    const answers = Array.from({ length: 20 }, async () => {
      const gone = new AbortController();
      const answer = fetch(`${app.url}/api/questions/me`, {
        method: 'POST',
        signal: gone.signal,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: '{"input":{}}',
      }).then(
        () => 'answered',
        () => 'aborted',
      );
      setImmediate(() => gone.abort());
      return answer;
    });

    const ends = await Promise.all(answers);

    assert.ok(ends.every((end) => end === 'aborted' || end === 'answered'));
    const next = await post(app, '/api/questions/me', { input: {} }, { person: people.rosa });
    assert.equal(next.status, 200);
  });
});
