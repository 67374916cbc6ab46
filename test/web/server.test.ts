import assert from 'node:assert/strict';
import { pino } from 'pino';
import sinon from 'sinon';
import { refusal } from '../../bot/contract/refusal.ts';
import type { Desk } from '../../bot/desk/desk.ts';
import { createServer, type WebParts } from '../../bot/web/server.ts';
import { people, post, startServer, type Running } from './running.ts';

describe('the server', () => {
  let app: Running;
  const ready = sinon.stub();
  before(async () => {
    app = await startServer({ ready, publicUrl: 'https://ground.example' });
  });
  after(() => app.stop());

  it('is alive', async () => {
    const answer = await fetch(`${app.url}/health`);

    assert.equal(answer.status, 200);
    assert.deepEqual(await answer.json(), { alive: true });
  });

  it('is ready while the store answers', async () => {
    ready.resolves(true);

    const answer = await fetch(`${app.url}/ready`);

    assert.equal(answer.status, 200);
    assert.deepEqual(await answer.json(), { ready: true });
  });

  for (const [what, arrange] of [
    ['does not answer', () => ready.resolves(false)],
    ['fails', () => ready.rejects(new Error('disk full at /secret/path'))],
  ] as const) {
    it(`is not ready when the store ${what}`, async () => {
      arrange();

      const answer = await fetch(`${app.url}/ready`);

      assert.equal(answer.status, 503);
      assert.equal(answer.headers.get('retry-after'), '2');
      assert.doesNotMatch(await answer.text(), /secret/);
    });
  }

  it('sends the security headers with every answer, good or bad', async () => {
    const answers = await Promise.all([
      fetch(`${app.url}/`),
      fetch(`${app.url}/health`),
      fetch(`${app.url}/nothing.txt`),
      fetch(`${app.url}/`, { method: 'DELETE' }),
      post(app, '/api/questions/me', {}),
    ]);

    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 404, 405, 401],
    );
    for (const { headers } of answers) {
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /script-src 'self';/);
      assert.match(
        policy,
        /frame-ancestors 'self' https:\/\/teams\.microsoft\.com .*https:\/\/\*\.cloud\.microsoft/,
      );
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.match(headers.get('strict-transport-security') ?? '', /max-age=31536000/);
      assert.equal(headers.get('server'), null);
      assert.equal(headers.get('access-control-allow-origin'), null);
      assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
    }
  });

  it('says nothing of https when it is reached by http', async () => {
    const plain = await startServer();

    const answer = await fetch(`${plain.url}/health`);
    await plain.stop();

    assert.equal(answer.headers.get('strict-transport-security'), null);
  });

  it('§8.1 logs method, pattern, status, duration and number, and nothing a person sent', async () => {
    const answer = await post(
      app,
      '/api/questions/incident.status?name=MaryExample',
      { input: { ref: 'INC-2027-4839271' } },
      { person: people.rosa, headers: { 'x-request-id': 'chosen by a client', 'user-agent': 'MaryExample' } },
    );
    const request = answer.headers.get('x-request-id');
    await answer.text();

    const line = app.log.find((each) => each['request'] === request);
    assert.equal(line?.['method'], 'POST');
    assert.equal(line?.['route'], '/api/questions/:name');
    assert.equal(line?.['status'], 403);
    assert.equal(typeof line?.['milliseconds'], 'number');
    assert.doesNotMatch(JSON.stringify(app.log), /MaryExample|INC-2027|person-101|chosen by/);
  });

  it('answers 404 in the API’s own shape', async () => {
    const answer = await fetch(`${app.url}/api/nothing`);

    assert.equal(answer.status, 404);
    assert.equal(refusal.parse(await answer.json()).code, 'unknown');
  });

  for (const path of ['/privacy', '/terms', '/support']) {
    it(`shows ${path} to anyone, as a plain page`, async () => {
      const answer = await fetch(`${app.url}${path}`);

      const page = await answer.text();
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
      assert.match(page, /<html lang="en-GB">/);
      assert.match(page, /<h1>\w/);
      assert.doesNotMatch(page, /<script/);
    });
  }

  it('says so when its port is taken', async () => {
    const parts = { ...stubParts, publicUrl: app.url };

    await assert.rejects(createServer(parts).listen(app.port, '127.0.0.1'), { code: 'EADDRINUSE' });
  });
});

const nothing = sinon.stub().resolves();
const stubParts: Omit<WebParts, 'publicUrl'> = {
  desk: {
    perform: nothing,
    ask: nothing,
    askAnything: nothing,
    file: nothing,
    backroom: {} as Desk['backroom'],
    demo: undefined,
  },
  signIn: nothing,
  processActivity: nothing,
  tabFolder: '/nowhere',
  log: pino({ level: 'silent' }),
  ready: nothing,
};
