import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { Desk } from '../../bot/desk/desk.ts';
import { securityHeaders } from '../../bot/web/securityHeaders.ts';
import { rawRequest } from './rawRequest.ts';
import { people, post, startServer, type Running } from './running.ts';

const policyOf = (headers: { get(name: string): string | null }) =>
  new Map(
    (headers.get('content-security-policy') ?? '')
      .split(';')
      .map((directive) => directive.trim().split(' '))
      .map(([name = '', ...values]) => [name, values]),
  );

describe('headers of every kind of answer', () => {
  let app: Running;
  before(async () => {
    const failing = (desk: Desk): Desk => ({
      ...desk,
      askAnything: sinon.stub().rejects(new Error('Tindall')),
    });
    app = await startServer({ publicUrl: 'https://ground.example' }, failing);
  });
  after(() => app.stop());

  const get = (path: string, more: RequestInit = {}) => fetch(`${app.url}${path}`, more);
  const kinds: Record<string, readonly [status: number, () => Promise<Response>]> = {
    'the tab': [200, () => get('/')],
    'a page of the tab by its address': [200, () => get('/incidents/INC-2027-4839271')],
    'a script': [200, () => get('/assets/a.js')],
    'a script, compressed': [200, () => get('/assets/a.js', { headers: { 'accept-encoding': 'br' } })],
    'a picture': [200, () => get('/assets/logo.png')],
    'a page for anyone': [200, () => get('/privacy')],
    'a head only': [200, () => get('/', { method: 'HEAD' })],
    'the API’s description': [200, () => get('/api/openapi.json')],
    'a command': [
      400,
      () =>
        post(app, '/api/commands/incident.report', { id: 'a-command-1', input: {} }, { person: people.rosa }),
    ],
    'a question that fails': [
      500,
      () => post(app, '/api/questions/me', { input: {} }, { person: people.rosa }),
    ],
    'a question of nobody': [401, () => post(app, '/api/questions/me', { input: {} })],
    'no JSON': [
      415,
      () =>
        post(app, '/api/questions/me', 'x', {
          person: people.rosa,
          headers: { 'content-type': 'text/plain' },
        }),
    ],
    'nothing at this address': [404, () => get('/assets/none.js')],
    'nothing in the API': [404, () => post(app, '/api/none', {})],
    'a wrong verb': [405, () => get('/', { method: 'DELETE' })],
    'what Teams sends': [200, () => post(app, '/api/messages', { type: 'message' })],
    'not ready, or ready': [200, () => get('/ready')],
  };
  for (const [what, [status, ask]] of Object.entries(kinds)) {
    it(`${what} (${status})`, async () => {
      const answer = await ask();
      await answer.arrayBuffer();

      assert.equal(answer.status, status);
      for (const [name, value] of Object.entries(securityHeaders('https://ground.example')))
        assert.equal(answer.headers.get(name), value, name);
    });
  }

  for (const [what, request] of Object.entries({
    'a request Node cannot read': 'GET / HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n',
    'a request without a proper target': 'GET http:// HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    'an upgrade': 'GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
  })) {
    it(what, async () => {
      const answer = await rawRequest(app.port, request);

      for (const [name, value] of Object.entries(securityHeaders('https://ground.example')))
        assert.ok(answer.toLowerCase().includes(`${name}: ${value}`.toLowerCase()), `${name} in ${answer}`);
    });
  }

  it('the policy names what may run, and who may show the tab', async () => {
    const policy = policyOf((await get('/')).headers);

    assert.deepEqual(policy.get('default-src'), ["'none'"]);
    assert.deepEqual(policy.get('script-src'), ["'self'"]);
    assert.deepEqual(policy.get('base-uri'), ["'none'"]);
    assert.deepEqual(policy.get('form-action'), ["'none'"]);
    assert.deepEqual(policy.get('connect-src'), ["'self'", 'https://res.cdn.office.net']);
    // Microsoft's "tab requirements", every host of the list.
    assert.deepEqual(policy.get('frame-ancestors'), [
      "'self'",
      'https://teams.microsoft.com',
      'https://*.teams.microsoft.com',
      'https://*.cloud.microsoft',
      'https://*.microsoft365.com',
      'https://*.office.com',
      'https://outlook.office365.com',
      'https://outlook-sdf.office365.com',
    ]);
    for (const values of policy.values())
      assert.ok(!values.includes("'unsafe-eval'") && !values.includes('*'));
  });

  it('https is insisted on for a year, and nothing is asked of a camera or a microphone', () => {
    const headers = securityHeaders('https://ground.example');

    assert.equal(headers['strict-transport-security'], 'max-age=31536000; includeSubDomains');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.match(headers['permissions-policy'] ?? '', /camera=\(\).*microphone=\(\)/);
    assert.equal(securityHeaders('http://127.0.0.1:3978')['strict-transport-security'], undefined);
  });
});
