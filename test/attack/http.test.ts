/** Requests made to break the server, beside those of test/web/hostile.test.ts. */
import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { apiCommands } from '../../bot/contract/commands.ts';
import { questions } from '../../bot/contract/questions.ts';
import { refusal } from '../../bot/contract/refusal.ts';
import { bodyOf, rawRequest, statusOf } from '../web/rawRequest.ts';
import { people, post, startServer, type Running } from '../web/running.ts';

const leaks = /node_modules|\bat .+:\d+:\d+|\.[jt]s:\d|Error:|restify|Node\.js/;

const everyHeader = [
  /^content-security-policy: default-src 'none';.*frame-ancestors 'self' https:\/\/teams\.microsoft\.com/im,
  /^strict-transport-security: max-age=31536000; includeSubDomains/im,
  /^x-content-type-options: nosniff/im,
  /^referrer-policy: no-referrer/im,
  /^permissions-policy: camera=\(\), .*geolocation=\(\), microphone=\(\)/im,
  /^cross-origin-resource-policy: same-origin/im,
  /^cross-origin-opener-policy: same-origin/im,
];

describe('attack: requests', function () {
  this.timeout(60_000);
  let app: Running;
  let token: string;
  before(async () => {
    app = await startServer({
      publicUrl: 'https://ground.example',
      limits: { bodyTime: 300, idleTime: 600, atOnce: 20, connections: 60 },
    });
    token = await app.tokenFor(people.rosa);
  });
  after(() => app.stop());
  afterEach('the server still answers, and nothing failed inside', async () => {
    assert.equal((await fetch(`${app.url}/health`)).status, 200);
    assert.deepEqual(
      app.log.filter(({ msg }) => msg === 'A request failed.'),
      [],
    );
  });

  const head = `Host: localhost\r\nConnection: close\r\n`;
  const jsonPost = (path: string, body: string, more = '') =>
    `POST ${path} HTTP/1.1\r\n${head}Authorization: Bearer ${token}\r\nContent-Type: application/json\r\n${more}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

  const shown: Readonly<Record<string, () => string>> = {
    'the tab': () => `GET / HTTP/1.1\r\n${head}\r\n`,
    'a file of the tab': () => `GET /assets/a.js HTTP/1.1\r\n${head}\r\n`,
    'the privacy page': () => `GET /privacy HTTP/1.1\r\n${head}\r\n`,
    'the description': () => `GET /api/openapi.json HTTP/1.1\r\n${head}\r\n`,
    'an answer': () => jsonPost('/api/questions/me', '{"input":{}}'),
    'an activity’s answer': () => jsonPost('/api/messages', '{"type":"message"}'),
    'a refusal': () => jsonPost('/api/questions/nothing', '{"input":{}}'),
    'nobody signed in': () => `POST /api/questions/me HTTP/1.1\r\n${head}\r\n`,
    'nothing there': () => `GET /nothing.txt HTTP/1.1\r\n${head}\r\n`,
    'a wrong verb': () => `PUT / HTTP/1.1\r\n${head}\r\n`,
    'what is no request': () => 'rubbish\r\n\r\n',
    'too large a header': () => `GET / HTTP/1.1\r\n${head}X-Big: ${'a'.repeat(20_000)}\r\n\r\n`,
    'an upgrade': () =>
      `GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  };
  for (const [what, request] of Object.entries(shown)) {
    it(`every security header is on the answer to ${what}`, async () => {
      const answer = await rawRequest(app.port, request());

      const headers = answer.slice(0, answer.indexOf('\r\n\r\n'));
      for (const header of everyHeader) assert.match(headers, header);
      assert.doesNotMatch(headers, /^(server|x-powered-by|access-control-[a-z-]+):/im);
      assert.doesNotMatch(answer, leaks);
    });
  }

  it('a request without a Host is answered by Node itself, with nothing in it', async () => {
    const answer = await rawRequest(app.port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n');

    assert.equal(statusOf(answer), 400);
    assert.match(bodyOf(answer), /^0?\s*$/);
  });

  it('no verb but GET, HEAD and POST is taken on any route', async () => {
    const paths = [
      '/',
      '/health',
      '/privacy',
      '/api/messages',
      '/api/openapi.json',
      '/api/demo',
      ...apiCommands.slice(0, 2).map((name) => `/api/commands/${name}`),
      ...Object.keys(questions)
        .slice(0, 2)
        .map((name) => `/api/questions/${name}`),
    ];
    const verbs = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'LOCK', 'PURGE', 'M-SEARCH'];

    for (const path of paths) {
      for (const verb of verbs) {
        const answer = await rawRequest(app.port, `${verb} ${path} HTTP/1.1\r\n${head}\r\n`);
        assert.equal(statusOf(answer), 405, `${verb} ${path}`);
        assert.equal(refusal.parse(JSON.parse(bodyOf(answer))).message, 'Use GET or POST.');
      }
      const invented = await rawRequest(app.port, `HACK ${path} HTTP/1.1\r\n${head}\r\n`);
      assert.equal(statusOf(invented), 400);
    }
  });

  it('GET reads nothing of the API, and a command cannot be sent as a question', async () => {
    const signedIn = { authorization: `Bearer ${token}` };
    for (const path of ['/api/questions/me', '/api/commands/incident.report', '/api/messages']) {
      const answer = await fetch(`${app.url}${path}`, { headers: signedIn });
      assert.ok([404, 405].includes(answer.status), `${path} ${answer.status}`);
      refusal.parse(await answer.json());
    }
    const crossed = await post(app, '/api/questions/incident.report', { input: {} }, { token });
    assert.equal(crossed.status, 404);
  });

  const bodies: Readonly<Record<string, string>> = {
    '__proto__ for the input': '{"input":{"__proto__":{"ref":"x"}}}',
    '__proto__ beside the input': '{"__proto__":{"input":{}},"input":{}}',
    'constructor and prototype': '{"input":{"constructor":{"prototype":{"polluted":true}}}}',
    'a key given twice': '{"input":{},"input":{"ref":1}}',
    'ten thousand keys': `{"input":{${Array.from({ length: 6_000 }, (_, n) => `"k${n}":1`).join()}}}`,
    'a long list': `{"input":[${'0,'.repeat(25_000)}0]}`,
    'lists in lists, as deep as is read': `{"input":${'['.repeat(45)}${']'.repeat(45)}}`,
    'a very long number': `{"input":{"size":${'9'.repeat(5_000)}}}`,
    'a number that is none': '{"input":{"size":NaN}}',
    'half a surrogate': '{"input":{"ref":"\\ud800"}}',
    'null characters': '{"input":{"ref":"\\u0000\\u0000"}}',
    'a byte order mark': '\ufeff{"input":{}}',
    'a comment': '{"input":{}/* */}',
    'two values': '{"input":{}}{"input":{}}',
    'a list of inputs': '[{"input":{}}]',
  };
  for (const [what, body] of Object.entries(bodies)) {
    it(`${what}: answered in plain words, and nothing is polluted`, async () => {
      for (const path of [
        '/api/questions/incident.page',
        '/api/commands/incident.report',
        '/api/demo/sign-in',
      ]) {
        const answer = await rawRequest(app.port, jsonPost(path, body));
        assert.ok(statusOf(answer) >= 400 && statusOf(answer) < 500, `${path} ${statusOf(answer)}`);
        assert.doesNotMatch(answer, leaks);
        refusal.parse(JSON.parse(bodyOf(answer)));
      }
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
      assert.equal(({} as Record<string, unknown>)['ref'], undefined);
    });
  }

  it('names of routes that objects have by themselves are names of nothing', async () => {
    for (const kind of ['commands', 'questions']) {
      for (const name of [
        '__proto__',
        'constructor',
        'toString',
        'hasOwnProperty',
        '%00',
        '..%2fme',
        'me%20',
      ]) {
        const answer = await post(app, `/api/${kind}/${name}`, { id: 'an-id-of-mine', input: {} }, { token });
        assert.ok([400, 404].includes(answer.status), `${name} ${answer.status}`);
        refusal.parse(await answer.json());
      }
    }
  });

  const smuggled: Readonly<Record<string, string>> = {
    'a length and chunks':
      'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\n\r\n',
    'chunks named twice': 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n',
    'chunks in disguise': 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
    'chunks behind a tab': 'Transfer-Encoding:\tchunked, identity\r\n\r\n0\r\n\r\n',
    'two lengths': 'Content-Length: 12\r\nContent-Length: 3\r\n\r\n{"input":{}}',
    'a length with a sign': 'Content-Length: +12\r\n\r\n{"input":{}}',
    'a length in hexadecimal': 'Content-Length: 0xc\r\n\r\n{"input":{}}',
    'a folded header': 'X-Folded: a\r\n b\r\nContent-Length : 12\r\n\r\n{"input":{}}',
    'a bare line feed': 'Content-Length: 12\n\n{"input":{}}',
  };
  for (const [what, rest] of Object.entries(smuggled)) {
    it(`${what}: refused, and nothing behind it is read as a request`, async () => {
      const answer = await rawRequest(
        app.port,
        `POST /api/questions/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n${rest}`,
      );

      assert.equal(answer.split('HTTP/1.1 ').length - 1, 1, answer.slice(0, 300));
      assert.ok(statusOf(answer) >= 400 && statusOf(answer) < 500, `${statusOf(answer)}`);
      assert.doesNotMatch(answer, /"person"/);
    });
  }

  it('pipelined requests are each answered for themselves, signed in or not', async () => {
    const one = (auth: string, last = false) =>
      `POST /api/questions/me HTTP/1.1\r\nHost: localhost\r\n${last ? 'Connection: close\r\n' : ''}${auth}Content-Type: application/json\r\nContent-Length: 12\r\n\r\n{"input":{}}`;
    const signed = `Authorization: Bearer ${token}\r\n`;

    const answer = await rawRequest(app.port, one(signed) + one('') + one(signed, true));

    const statuses = [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status);
    assert.deepEqual(statuses, ['200', '401', '200']);
  });

  it('a body that trickles in is given up, however steadily it comes', async () => {
    const socket = connect(app.port, '127.0.0.1');
    const heard = hear(socket);
    socket.write(jsonPost('/api/questions/me', '{"input":{}}'.padEnd(200, ' ')).slice(0, -190));
    const drip = setInterval(() => socket.write(' '), 20);

    const answer = await heard;
    clearInterval(drip);

    assert.equal(statusOf(answer), 408);
    assert.match(answer, /took too long to arrive/);
  });

  it('half-open connections are let go, and more than there may be are hung up on', async () => {
    const sockets = Array.from({ length: 80 }, () => connect(app.port, '127.0.0.1'));
    const ends = sockets.map(hear);
    for (const socket of sockets) socket.end();

    const answers = await Promise.all(ends);

    assert.ok(answers.every((answer) => answer === '' || statusOf(answer) === 400));
  });

  it('what is asked on top of what can be done at once is asked to come again, whoever asks', async () => {
    // Bodies that are still to come hold their places.
    const waiting = Array.from({ length: 20 }, () => {
      const socket = connect(app.port, '127.0.0.1');
      const heard = hear(socket);
      socket.write(jsonPost('/api/questions/me', '{"input":{}}').slice(0, -4));
      return heard;
    });
    await until(async () => (await post(app, '/api/questions/me', { input: {} })).status === 503);

    const turnedAway = await post(app, '/api/questions/me', { input: {} });
    const health = await fetch(`${app.url}/health`);
    await Promise.all(waiting);
    const later = await post(app, '/api/questions/me', { input: {} }, { token });

    assert.equal(turnedAway.status, 503);
    assert.equal(turnedAway.headers.get('retry-after'), '2');
    assert.equal(refusal.parse(await turnedAway.json()).code, 'busy');
    assert.equal(health.status, 200);
    assert.equal(later.status, 200);
  });
});

/** All that comes back until the other side hangs up. */
function hear(socket: Socket): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => socket.destroy());
  socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  return promise;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) if (await isSo()) return;
  throw new Error('It never came to that.');
}
