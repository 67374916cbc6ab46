import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWK } from 'jose';
import { entraSignIn } from '../../bot/web/entraSignIn.ts';

const tenant = '44444444-4444-4444-8444-444444444444';
const otherTenant = '55555555-5555-4555-8555-555555555555';
const clientId = '33333333-3333-4333-8333-333333333333';
const resource = `api://ground.example/${clientId}`;
const person = '66666666-6666-4666-8666-666666666666';
const now = Temporal.Instant.from('2027-01-28T09:00:00Z');
const seconds = now.epochMilliseconds / 1000;

describe('Entra sign-in', () => {
  let issuer: Server;
  let authority: string;
  let key: CryptoKey;
  let strangerKey: CryptoKey;
  let publicJwk: JWK;
  let asked: string[];

  before(async () => {
    const ours = await generateKeyPair('RS256');
    key = ours.privateKey;
    strangerKey = (await generateKeyPair('RS256')).privateKey;
    publicJwk = { ...(await exportJWK(ours.publicKey)), kid: 'a', alg: 'RS256', use: 'sig' };
    issuer = createServer((req, res) => {
      asked.push(req.url ?? '');
      res.setHeader('content-type', 'application/json');
      res.end(JSON.stringify({ keys: [publicJwk] }));
    });
    await new Promise<void>((resolve) => {
      issuer.listen(0, '127.0.0.1', resolve);
    });
    authority = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
  });
  after(() => issuer.close());
  beforeEach(() => {
    asked = [];
  });

  const signIn = (allowedTenants?: readonly string[]) =>
    entraSignIn({
      tenantId: tenant,
      clientId,
      resource,
      authority,
      machine: { now: () => now },
      ...(allowedTenants ? { allowedTenants } : {}),
    });

  /** A good token; `claims` overrule, and `undefined` takes one out. */
  const mint = (
    claims: Record<string, unknown> = {},
    header: { alg?: string; kid?: string } = {},
    signedWith: CryptoKey | Uint8Array = key,
  ) =>
    new SignJWT({
      iss: `${authority}/${tenant}/v2.0`,
      aud: clientId,
      tid: tenant,
      oid: person,
      scp: 'access_as_user',
      ver: '2.0',
      iat: seconds - 10,
      nbf: seconds - 10,
      exp: seconds + 3600,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'a', ...header })
      .sign(signedWith);

  const good: Record<string, () => Promise<string>> = {
    'for the client id': () => mint(),
    'for the resource': () => mint({ aud: resource }),
    'with further scopes': () => mint({ scp: 'User.Read access_as_user' }),
    'a minute past its end, by our clock': () => mint({ exp: seconds - 59 }),
    'from a clock a minute ahead': () => mint({ nbf: seconds + 59, iat: seconds + 59 }),
  };
  for (const [what, token] of Object.entries(good)) {
    it(`D13 lets in a token ${what}`, async () => {
      const signedIn = await signIn()(`Bearer ${await token()}`);

      assert.deepEqual(signedIn, { person });
      assert.deepEqual(asked, [`/${tenant}/discovery/v2.0/keys`]);
    });
  }

  const bad: Record<string, () => Promise<string>> = {
    'for another audience': () => mint({ aud: 'api://elsewhere' }),
    expired: () => mint({ exp: seconds - 61 }),
    'not yet good': () => mint({ nbf: seconds + 61 }),
    'without an end': () => mint({ exp: undefined }),
    'without a beginning': () => mint({ iat: undefined }),
    'without an issuer': () => mint({ iss: undefined }),
    'without an audience': () => mint({ aud: undefined }),
    'without a tenant': () => mint({ tid: undefined }),
    'without a person': () => mint({ oid: undefined }),
    'with a person that is no text': () => mint({ oid: 7 }),
    'of a tenant that is not allowed': () =>
      mint({ tid: otherTenant, iss: `${authority}/${otherTenant}/v2.0` }),
    'of another issuer than its tenant’s': () => mint({ iss: `${authority}/${otherTenant}/v2.0` }),
    'of the first version’s issuer': () => mint({ iss: `https://sts.windows.net/${tenant}/` }),
    'without a scope': () => mint({ scp: undefined }),
    'with another scope': () => mint({ scp: 'User.Read' }),
    'with a scope that only begins alike': () => mint({ scp: 'access_as_user_too' }),
    'of an app acting for itself': () => mint({ idtyp: 'app' }),
    'of an app with roles': () => mint({ scp: undefined, roles: ['access_as_user'] }),
    'signed by a stranger under our key’s name': () => mint({}, {}, strangerKey),
    'signed under an unknown key’s name': () => mint({}, { kid: 'b' }, strangerKey),
    'signed with the public key as a password': () =>
      mint({}, { alg: 'HS256' }, new TextEncoder().encode(JSON.stringify(publicJwk))),
    unsigned: async () => new UnsecuredJWT({ tid: tenant, oid: person, scp: 'access_as_user' }).encode(),
    'that is no token': async () => 'a.b.c',
    'with a header that is no JSON': async () => `!!!.${(await mint()).split('.').slice(1).join('.')}`,
  };
  for (const [what, token] of Object.entries(bad)) {
    it(`D13 refuses a token ${what}`, async () => {
      const signedIn = await signIn()(`Bearer ${await token()}`);

      assert.equal(signedIn, undefined);
    });
  }

  it('D13 refuses a missing header and other schemes', async () => {
    const token = await mint();

    assert.equal(await signIn()(undefined), undefined);
    assert.equal(await signIn()(token), undefined);
    assert.equal(await signIn()(`Basic ${token}`), undefined);
    assert.deepEqual(asked, []);
  });

  it('takes each allowed tenant’s keys from that tenant, and a guest from where they are a guest', async () => {
    const token = await mint({ tid: otherTenant, iss: `${authority}/${otherTenant}/v2.0`, idp: 'elsewhere' });

    const signedIn = await signIn([tenant, otherTenant.toUpperCase()])(`Bearer ${token}`);

    assert.deepEqual(signedIn, { person });
    assert.deepEqual(asked, [`/${otherTenant}/discovery/v2.0/keys`]);
  });

  it('throws, rather than refuse, when the keys are out of reach', async () => {
    const unreachable = entraSignIn({
      tenantId: tenant,
      clientId,
      authority: 'http://127.0.0.1:1',
      machine: { now: () => now },
    });
    const token = await mint({ iss: `http://127.0.0.1:1/${tenant}/v2.0` });

    await assert.rejects(unreachable(`Bearer ${token}`));
  });

  for (const wrong of ['common', 'organizations', '', '../evil']) {
    it(`does not start with "${wrong}" for a tenant`, () => {
      assert.throws(() => signIn([wrong]), /tenant id/);
    });
  }
});
