/**
 * A stand-in for login.microsoftonline.com with keys that can change or be out of reach, and tokens as it would sign
 * them. jose fetches the keys; requests to that host are led here, all others go where they were going.
 */
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import sinon from 'sinon';

export const microsoft = 'https://login.microsoftonline.com';
export const tenant = '44444444-4444-4444-8444-444444444444';
export const otherTenant = '55555555-5555-4555-8555-555555555555';
export const clientId = '33333333-3333-4333-8333-333333333333';
export const resource = `api://ground.example/${clientId}`;

export type Claims = Readonly<Record<string, unknown>>;
type Header = Readonly<{ alg?: string; kid?: string | undefined; typ?: string; crit?: string[] }>;

export interface Entra {
  /** A good token of this person's; `claims` overrule, and `undefined` takes one out. */
  mint(
    person: string,
    claims?: Claims,
    header?: Header,
    signedWith?: CryptoKey | Uint8Array,
  ): Promise<string>;
  /** A key pair nobody serves. */
  readonly stranger: CryptoKey;
  /** The key that other tenants are served, under the name `theirs`. */
  readonly theirs: CryptoKey;
  /** Our tenant's public key as it is served. */
  readonly publicKey: () => JWK;
  /** Our tenant signs with a new key from now on, under this name; the old one is no longer served. */
  rotate(kid: string): Promise<void>;
  /** How the keys are answered from now on; `gone` drops the connection. */
  answers(how: 'keys' | 'gone' | 'error' | 'rubbish'): void;
  /** How often keys were fetched. */
  readonly fetched: () => number;
  close(): void;
}

const now = () => Math.floor(Temporal.Now.instant().epochMilliseconds / 1000);

/** `seconds` from now, as a token counts time. */
export const fromNow = (seconds: number) => now() + seconds;

interface Served {
  readonly key: CryptoKey;
  readonly jwk: JWK;
}

export async function openEntra(): Promise<Entra> {
  let ours = await servedKey('ours');
  // Entra serves several keys at a time.
  const [spare, theirs, stranger] = await Promise.all([
    servedKey('spare'),
    servedKey('theirs'),
    generateKeyPair('RS256'),
  ]);
  let how: Parameters<Entra['answers']>[0] = 'keys';
  let fetches = 0;

  const sandbox = sinon.createSandbox();
  const realFetch = globalThis.fetch;
  sandbox.stub(globalThis, 'fetch').callsFake(async (to, init) => {
    const address = new URL(to instanceof Request ? to.url : to);
    if (address.origin !== microsoft) return realFetch(to, init);
    fetches += 1;
    if (how === 'gone') throw new TypeError('fetch failed');
    if (how === 'error') return new Response('{"error":"server_error"}', { status: 503 });
    if (how === 'rubbish') return new Response('<html>', { status: 200 });
    const isOurs = address.pathname === `/${tenant}/discovery/v2.0/keys`;
    return Response.json({ keys: isOurs ? [spare.jwk, ours.jwk] : [theirs.jwk] });
  });

  return {
    mint(person, claims = {}, header = {}, signedWith = ours.key) {
      const { kid, ...more } = { kid: ours.jwk.kid, ...header };
      const all = {
        iss: `${microsoft}/${tenant}/v2.0`,
        aud: clientId,
        tid: tenant,
        oid: person,
        scp: 'access_as_user',
        ver: '2.0',
        iat: fromNow(-10),
        nbf: fromNow(-10),
        exp: fromNow(3600),
        ...claims,
      };
      return new SignJWT(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)))
        .setProtectedHeader({ alg: 'RS256', ...(kid ? { kid } : {}), ...more })
        .sign(signedWith);
    },
    stranger: stranger.privateKey,
    theirs: theirs.key,
    publicKey: () => ours.jwk,
    rotate: async (kid) => {
      ours = await servedKey(kid);
    },
    answers: (next) => {
      how = next;
    },
    fetched: () => fetches,
    close: () => sandbox.restore(),
  };
}

async function servedKey(kid: string): Promise<Served> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { key: privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
}
