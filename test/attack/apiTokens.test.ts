/** An attacker's tokens against the API of the real app in production, over HTTP. */
import assert from 'node:assert/strict';
import { CompactEncrypt, UnsecuredJWT, type CryptoKey } from 'jose';
import { refusal } from '../../bot/contract/refusal.ts';
import { bodyOf, rawRequest, statusOf } from '../web/rawRequest.ts';
import { fromNow, microsoft, otherTenant, resource, tenant, type Claims } from './support/entra.ts';
import { openProduction, staff, type Production } from './support/production.ts';

const issuerOf = (whose: string) => `${microsoft}/${whose}/v2.0`;

describe('attack: tokens for the API (D13)', function () {
  this.timeout(30_000);
  let production: Production;
  before(async () => {
    production = await openProduction();
  });
  after(async () => production.close());

  const ask = async (token: string) => askMe(production.url, token);
  const mint = (claims: Claims = {}, header: object = {}, key?: CryptoKey | Uint8Array) =>
    production.entra.mint(staff.receptionist, claims, header, key);

  const good: Readonly<Record<string, () => Promise<string>>> = {
    'of one of our own': () => mint(),
    'for the application id URI': () => mint({ aud: resource }),
    // A guest signs in to our tenant: it is ours that issues the token.
    'of a guest': () => mint({ acct: 1, idp: issuerOf(otherTenant), email: 'guest@elsewhere.example' }),
    'with a wider scope': () => mint({ scp: 'access_as_user User.Read' }),
  };
  for (const [what, token] of Object.entries(good)) {
    it(`a token ${what} is let in`, async () => {
      const answer = await ask(await token());

      assert.equal(answer.status, 200);
      assert.equal(((await answer.json()) as { name: string }).name, 'Rosa Bell');
    });
  }

  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const pem = () => new TextEncoder().encode(String(production.entra.publicKey().n));
  const unsigned = (claims: object = {}) =>
    new UnsecuredJWT({ tid: tenant, oid: staff.receptionist, scp: 'access_as_user', ...claims }).encode();
  const withHeader = async (header: object) => {
    const [, payload = '', signature = ''] = (await mint()).split('.');
    return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}.${signature}`;
  };
  const altered = async (claims: object) => {
    const [header = '', payload = '', signature = ''] = (await mint()).split('.');
    const claimed = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), ...claims };
    return `${header}.${Buffer.from(JSON.stringify(claimed)).toString('base64url')}.${signature}`;
  };
  const bad: Readonly<Record<string, () => string | Promise<string>>> = {
    'signed by nobody': () => unsigned(),
    'signed by nobody, in capitals': () =>
      `${Buffer.from('{"alg":"NONE"}').toString('base64url')}.${unsigned().split('.')[1]}.`,
    'signed with the public key as a password': () => mint({}, { alg: 'HS256' }, pem()),
    'signed with the served key set as a password': () =>
      mint({}, { alg: 'HS512' }, bytes(production.entra.publicKey())),
    'forged under our key’s name': () => mint({}, {}, production.entra.stranger),
    'signed with a key nobody knows': () => mint({}, { kid: 'nobodys' }, production.entra.stranger),
    // Entra serves several keys: a token that names none is a fault of the token, not of the keys.
    'that names no key': () => mint({}, { kid: undefined }),
    'signed with another tenant’s key': () => mint({}, { kid: 'theirs' }, production.entra.theirs),
    'of another tenant, properly signed there': () =>
      mint({ tid: otherTenant, iss: issuerOf(otherTenant) }, { kid: 'theirs' }, production.entra.theirs),
    'of another tenant in our issuer’s name': () => mint({ tid: otherTenant }),
    'of ours in another issuer’s name': () => mint({ iss: issuerOf(otherTenant) }),
    'of a tenant named in a list': () => mint({ tid: [tenant, otherTenant], iss: issuerOf(otherTenant) }),
    'of the first version’s issuer': () => mint({ iss: `https://sts.windows.net/${tenant}/`, ver: '1.0' }),
    'of everybody’s issuer': () => mint({ iss: `${microsoft}/common/v2.0` }),
    'of an issuer that only begins alike': () => mint({ iss: `${issuerOf(tenant)}/` }),
    'for the bot': () => mint({ aud: '22222222-2222-4222-8222-222222222222' }),
    'for Microsoft Graph': () => mint({ aud: '00000003-0000-0000-c000-000000000000' }),
    'for an audience that only begins alike': () => mint({ aud: `${resource}/more` }),
    'for nobody': () => mint({ aud: undefined }),
    'that signs in, but gives no access (an ID token)': () => mint({ scp: undefined, nonce: 'n' }),
    'with another scope': () => mint({ scp: 'User.Read' }),
    'with the scope in other letters': () => mint({ scp: 'Access_As_User' }),
    'with a scope that is a list': () => mint({ scp: ['access_as_user'] }),
    'of an app acting for itself': () => mint({ idtyp: 'app', scp: undefined, roles: ['access_as_user'] }),
    'of an app that claims a scope': () => mint({ idtyp: 'app' }),
    'with roles alone': () => mint({ scp: undefined, roles: ['access_as_user'] }),
    'of nobody': () => mint({ oid: undefined }),
    'of a person that is a list': () => mint({ oid: [staff.receptionist] }),
    expired: () => mint({ exp: fromNow(-90) }),
    'that never expires': () => mint({ exp: undefined }),
    'with an end that is no time': () => mint({ exp: 'never' }),
    'not yet good': () => mint({ nbf: fromNow(90) }),
    'issued at no time': () => mint({ iat: undefined }),
    'changed on its way': () => altered({ oid: staff.otherReceptionist }),
    'that asks for a check nobody knows': () => withHeader({ alg: 'RS256', kid: 'ours', crit: ['x'], x: 1 }),
    'that brings its own key': async () =>
      withHeader({ alg: 'RS256', jwk: production.entra.publicKey(), jku: 'https://evil.example/keys' }),
    encrypted: async () =>
      new CompactEncrypt(bytes({ tid: tenant, oid: staff.receptionist, scp: 'access_as_user' }))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(new Uint8Array(32).fill(7)),
    'of demo mode': async () =>
      new CompactEncrypt(bytes({ sub: staff.receptionist, iss: 'common-ground-demo', exp: fromNow(60) }))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(new Uint8Array(32).fill(7)),
    'of dots': () => '..',
    'that is no JSON': () => 'e30.W10.e30',
    'that is null': () =>
      `${Buffer.from('null').toString('base64url')}.${Buffer.from('null').toString('base64url')}.`,
  };
  for (const [what, token] of Object.entries(bad)) {
    it(`a token ${what} is nobody’s`, async () => {
      const answer = await ask(await token());

      assert.equal(answer.status, 401);
      assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
      assert.deepEqual(await answer.json(), {
        code: 'signIn',
        message: 'Sign in first. If you were signed in, do it again.',
      });
    });
  }

  it('a good token of somebody who is in no directory gives nothing', async () => {
    const answer = await ask(await production.entra.mint(staff.nobody));

    assert.equal(answer.status, 401);
    assert.equal(refusal.parse(await answer.json()).code, 'signIn');
  });

  it('of several Authorization headers the first counts, and a list of tokens is none', async () => {
    const token = await mint();
    const port = Number(new URL(production.url).port);
    const send = async (headers: string) =>
      rawRequest(
        port,
        `POST /api/questions/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}Content-Type: application/json\r\nContent-Length: 12\r\n\r\n{"input":{}}`,
      );

    const goodFirst = await send(`Authorization: Bearer ${token}\r\nAuthorization: Bearer x.y.z\r\n`);
    const badFirst = await send(`Authorization: Bearer x.y.z\r\nAuthorization: Bearer ${token}\r\n`);
    const listed = await send(`Authorization: Bearer x.y.z, Bearer ${token}\r\n`);
    const huge = await send(`Authorization: Bearer ${'a'.repeat(30_000)}.b.c\r\n`);
    const long = await send(`Authorization: Bearer ${'a'.repeat(12_000)}.b.c\r\n`);

    assert.deepEqual([goodFirst, badFirst, listed, huge, long].map(statusOf), [200, 401, 401, 431, 401]);
    for (const answer of [badFirst, listed, huge, long]) refusal.parse(JSON.parse(bodyOf(answer)));
  });

  it('a flood of unknown keys does not make us fetch keys each time', async () => {
    await ask(await mint());
    const before = production.entra.fetched();

    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, number) =>
        ask(await mint({}, { kid: `unknown-${number}` }, production.entra.stranger)),
      ),
    );

    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([401]));
    assert.ok(production.entra.fetched() - before <= 1);
  });
});

describe('attack: the keys of Entra ID (D13)', () => {
  for (const how of ['gone', 'error', 'rubbish'] as const) {
    it(`nobody is signed in while they cannot be had (${how}): it is busy, and plain`, async () => {
      const { url, entra, close } = await openProduction();
      entra.answers(how);

      const answer = await askMe(url, await entra.mint(staff.receptionist));

      await close();
      assert.equal(answer.status, 503);
      assert.equal(answer.headers.get('retry-after'), '2');
      const { code, message } = refusal.parse(await answer.json());
      assert.equal(code, 'busy');
      assert.match(message, /^Your sign-in cannot be checked just now\./);
    });
  }

  it('a key that Entra has changed is found, once; and the old one is good no more when it is gone', async () => {
    const { url, entra, close } = await openProduction();
    const old = await entra.mint(staff.receptionist);
    await entra.rotate('ours-2');

    const byNew = await askMe(url, await entra.mint(staff.receptionist));
    const byOld = await askMe(url, old);

    await close();
    assert.deepEqual([byNew.status, byOld.status], [200, 401]);
  });
});

async function askMe(url: string, token: string): Promise<Response> {
  return fetch(`${url}/api/questions/me`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: '{"input":{}}',
  });
}
