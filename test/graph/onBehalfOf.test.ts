import assert from 'node:assert/strict';
import { generateKeyPair, UnsecuredJWT } from 'jose';
import { pino } from 'pino';
import sinon from 'sinon';
import { onBehalfOf } from '../../bot/graph/onBehalfOf.ts';
import { entraSignIn } from '../../bot/web/entraSignIn.ts';
import {
  clientId,
  granted,
  microsoft,
  otherTenant,
  startEntraStub,
  tenant,
  type Answer,
  type EntraStub,
} from './entraStub.ts';

const clientSecret = 'the-secret-of-the-registration';
const now = Temporal.Instant.from('2027-01-28T09:00:00Z');
const seconds = now.epochMilliseconds / 1000;
const meetings = ['OnlineMeetings.ReadWrite'] as const;

describe('graph: on behalf of who is signed in', () => {
  let entra: EntraStub;
  let logged: string;
  before(async () => {
    entra = await startEntraStub();
  });
  after(() => entra.close());
  beforeEach(() => {
    entra.reset();
    logged = '';
  });
  afterEach(() => sinon.restore());

  const signIn = entraSignIn({
    tenantId: tenant,
    clientId,
    allowedTenants: [tenant, otherTenant],
    machine: { now: () => now },
  });
  const log = pino({ level: 'trace', base: null, timestamp: false }, { write: (line) => (logged += line) });
  const graphToken = (patience = 10_000) => onBehalfOf({ signIn, clientId, clientSecret, log, patience });

  it('D18 exchanges a genuine token for one of Graph', async () => {
    // Arrange
    const clock = sinon.useFakeTimers({ now: now.epochMilliseconds, toFake: ['Date'] });
    const assertion = await entra.mint(now);

    // Act
    const answer = await graphToken()(assertion, [
      'OnlineMeetings.ReadWrite',
      'OnlineMeetingArtifact.Read.All',
    ]);

    // Assert
    clock.restore();
    assert.deepEqual(answer, { token: 'a-token-for-graph', expiresAt: now.add({ seconds: 3599 }) });
    assert.equal(entra.exchanges.length, 1);
    const { path, form } = entra.exchanges[0] ?? { path: '', form: {} };
    const { scope = '', ...rest } = form;
    assert.match(path, new RegExp(`^/${tenant}/oauth2/v2.0/token`));
    assert.deepEqual(
      scope.split(' ').filter((one) => one.startsWith('https:')),
      [
        'https://graph.microsoft.com/OnlineMeetings.ReadWrite',
        'https://graph.microsoft.com/OnlineMeetingArtifact.Read.All',
      ],
    );
    assert.equal(rest['grant_type'], 'urn:ietf:params:oauth:grant-type:jwt-bearer');
    assert.equal(rest['requested_token_use'], 'on_behalf_of');
    assert.equal(rest['client_id'], clientId);
    assert.equal(rest['client_secret'], clientSecret);
    assert.equal(rest['assertion'], assertion);
    assert.equal(logged, '');
  });

  it('D18 exchanges a token where it was issued, when more tenants than one may sign in', async () => {
    const assertion = await entra.mint(now, { tid: otherTenant });

    const answer = await graphToken()(assertion, meetings);

    assert.ok('token' in answer);
    assert.match(entra.exchanges[0]?.path ?? '', new RegExp(`^/${otherTenant}/`));
  });

  it('D18 two people never get each other’s token', async () => {
    // Arrange
    const mine = await entra.mint(now, { oid: 'me' });
    const yours = await entra.mint(now, { oid: 'you' });
    const token = graphToken();

    // Act
    await token(mine, meetings);
    entra.answersWith({ ...granted, body: { ...granted.body, access_token: 'another-token' } });
    const second = await token(yours, meetings);

    // Assert
    assert.equal('token' in second && second.token, 'another-token');
    assert.deepEqual(
      entra.exchanges.map(({ form }) => form['assertion']),
      [mine, yours],
    );
  });

  const bad: Record<string, () => Promise<string>> = {
    unsigned: async () =>
      new UnsecuredJWT({
        iss: `${microsoft}/${tenant}/v2.0`,
        aud: clientId,
        tid: tenant,
        oid: 'person',
        scp: 'access_as_user',
        iat: seconds - 10,
        exp: seconds + 3600,
      }).encode(),
    forged: async () => entra.mint(now, {}, (await generateKeyPair('RS256')).privateKey),
    expired: () => entra.mint(now, { exp: seconds - 61 }),
    'for another app': () => entra.mint(now, { aud: 'api://elsewhere' }),
    'of another tenant': () => entra.mint(now, { tid: '99999999-9999-4999-8999-999999999999' }),
    'changed after it was signed': async () => {
      const [header, , signature] = (await entra.mint(now)).split('.');
      const [, payload] = (await entra.mint(now, { oid: 'somebody-else' })).split('.');
      return `${header}.${payload}.${signature}`;
    },
    'with something behind it': async () => `${await entra.mint(now)} ${await entra.mint(now)}`,
    'that is none': async () => '',
  };
  for (const [what, mint] of Object.entries(bad)) {
    it(`D18 a token ${what} never reaches teamsfx`, async () => {
      const answer = await graphToken()(await mint(), meetings);

      assert.deepEqual(answer, { why: 'unavailable' });
      assert.deepEqual(entra.exchanges, []);
    });
  }

  it('D18 when the keys to check a token with are out of reach, it never reaches teamsfx', async () => {
    const unsure = onBehalfOf({
      signIn: () => Promise.reject(new Error('no keys')),
      clientId,
      clientSecret,
      log,
    });

    const answer = await unsure(await entra.mint(now), meetings);

    assert.deepEqual(answer, { why: 'unavailable' });
    assert.deepEqual(entra.exchanges, []);
  });

  /** Entra ID's error body; its text repeats what was sent, as the worst of servers might. */
  const refusal = (status: number, error: string, code: string, more: object = {}): Answer => ({
    status,
    body: {
      error,
      error_description: `${code}: About ${clientSecret}. Trace ID: 0`,
      error_codes: [Number(code.slice('AADSTS'.length))],
      ...more,
    },
  });

  const needsConsent: Record<string, Answer> = {
    'that nobody has consented': refusal(400, 'invalid_grant', 'AADSTS65001', {
      suberror: 'consent_required',
    }),
    'the same without its second code': refusal(400, 'invalid_grant', 'AADSTS65001'),
    'that a second factor is wanted': refusal(400, 'interaction_required', 'AADSTS50076', { claims: '{}' }),
  };
  for (const [what, answers] of Object.entries(needsConsent)) {
    it(`D18 Entra ID says ${what}: consent`, async () => {
      entra.answersWith(answers);

      const answer = await graphToken()(await entra.mint(now), meetings);

      assert.deepEqual(answer, { why: 'consent' });
      assert.equal(logged, '');
    });
  }

  const fails: Record<string, readonly [answers: Answer, logged: object]> = {
    'says that the secret has run out': [
      refusal(401, 'invalid_client', 'AADSTS7000222'),
      { code: 'ServiceError', entra: 'AADSTS7000222' },
    ],
    'says that the assertion has run out': [
      refusal(400, 'invalid_grant', 'AADSTS500133'),
      { code: 'TokenExpiredError', entra: 'AADSTS500133' },
    ],
    'is broken': [{ status: 500, body: '<html>' }, { code: 'ServiceError' }],
    'wants to be left alone': [
      refusal(429, 'temporarily_unavailable', 'AADSTS90010'),
      { code: 'ServiceError', entra: 'AADSTS90010' },
    ],
    'cuts the connection': ['drops', { code: 'ServiceError' }],
    'never answers': ['hangs', { code: 'TimedOut' }],
  };
  for (const [what, [answers, expected]] of Object.entries(fails)) {
    it(`D18 Entra ID ${what}: unavailable, and only codes are logged`, async () => {
      // Arrange
      entra.answersWith(answers);
      const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((way) =>
        sinon.stub(console, way),
      );
      const assertion = await entra.mint(now);

      // Act
      const answer = await graphToken(answers === 'hangs' ? 50 : undefined)(assertion, meetings);

      // Assert
      const said = printed.flatMap((stub) => stub.args);
      sinon.restore();
      assert.deepEqual(said, []);
      assert.deepEqual(answer, { why: 'unavailable' });
      const msg = 'No token for Microsoft Graph could be had.';
      assert.deepEqual(JSON.parse(logged), { level: 40, ...expected, msg });
      assert.equal(entra.exchanges.length, 1);
      for (const secret of [clientSecret, assertion]) assert.ok(!logged.includes(secret));
    });
  }
});
