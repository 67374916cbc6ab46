/**
 * A stand-in for login.microsoftonline.com: it serves the keys of its tenants and exchanges assertions as Entra ID's
 * documentation shows. teamsfx has no option that leads elsewhere, so requests to that host are led here where Node
 * sends them. Graph's meetings tell in whose name they were asked for. A request anywhere else fails its test.
 */
import {
  createServer,
  request as plainRequest,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  type ServerResponse,
} from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import sinon from 'sinon';

export const microsoft = 'https://login.microsoftonline.com';
export const tenant = '44444444-4444-4444-8444-444444444444';
export const otherTenant = '55555555-5555-4555-8555-555555555555';
export const clientId = '33333333-3333-4333-8333-333333333333';

export interface Exchange {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
}

/** `hangs`: the connection stays open and nothing comes. `drops`: it is cut. */
export type Answer = { readonly status: number; readonly body: object | string } | 'hangs' | 'drops';

interface Claims {
  readonly aud?: string;
  readonly tid?: string;
  readonly oid?: string;
  readonly exp?: number;
}

export interface EntraStub {
  /** What was sent to the token endpoint since `reset`. */
  readonly exchanges: readonly Exchange[];
  answersWith(answer: Answer): void;
  reset(): void;
  /** A token of the tab, good at `now`; `claims` overrule. */
  mint(now: Temporal.Instant, claims?: Claims, signedWith?: CryptoKey): Promise<string>;
  close(): void;
}

/** As documented for the on-behalf-of flow of the Microsoft identity platform. */
export const granted = {
  status: 200,
  body: {
    token_type: 'Bearer',
    scope: 'https://graph.microsoft.com/OnlineMeetings.ReadWrite',
    expires_in: 3599,
    ext_expires_in: 3599,
    access_token: 'a-token-for-graph',
    refresh_token: 'a-refresh-token',
  },
} as const;

export async function startEntraStub(): Promise<EntraStub> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'a', alg: 'RS256', use: 'sig' };
  const exchanges: Exchange[] = [];
  let answer: Answer = granted;

  const server = createServer((req, res) => void reply(req, res));
  async function reply(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const sent = await text(req);
    res.setHeader('content-type', 'application/json');
    if (req.url?.endsWith('/discovery/v2.0/keys')) {
      res.end(JSON.stringify({ keys: [jwk] }));
      return;
    }
    exchanges.push({ path: String(req.url), form: Object.fromEntries(new URLSearchParams(sent)) });
    if (answer === 'drops') res.destroy();
    if (typeof answer === 'string') return;
    res.statusCode = answer.status;
    res.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  }
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const letGo = leadHere((server.address() as AddressInfo).port);

  return {
    exchanges,
    answersWith: (next) => (answer = next),
    reset() {
      exchanges.length = 0;
      answer = granted;
    },
    mint(now, claims = {}, signedWith = privateKey) {
      const seconds = Math.floor(now.epochMilliseconds / 1000);
      const times = { iat: seconds - 10, nbf: seconds - 10, exp: seconds + 3600 };
      const whose = { aud: clientId, tid: tenant, oid: 'person', scp: 'access_as_user', ver: '2.0' };
      const all = {
        iss: `${microsoft}/${claims.tid ?? tenant}/v2.0`,
        ...whose,
        ...times,
        ...claims,
      };
      return new SignJWT(all).setProtectedHeader({ alg: 'RS256', kid: 'a' }).sign(signedWith);
    },
    close() {
      letGo();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Both ways out: `fetch`, which jose uses, and `https.request`, which teamsfx's client uses. */
function leadHere(port: number): () => void {
  const realFetch = globalThis.fetch;
  // Of its own, so that a test can restore what it stubbed itself.
  const sandbox = sinon.createSandbox();
  sandbox.stub(globalThis, 'fetch').callsFake(async (to, init) => {
    const address = new URL(to instanceof Request ? to.url : to);
    if (address.href === 'https://graph.microsoft.com/v1.0/me/onlineMeetings')
      return Response.json({ asWhom: new Headers(init?.headers).get('authorization') });
    if (address.origin !== microsoft) throw new Error(`Nothing may be sent to ${address.origin}.`);
    return realFetch(`http://127.0.0.1:${port}${address.pathname}`, init);
  });
  sandbox.stub(https, 'request').callsFake(((options: RequestOptions): ClientRequest => {
    if (options.hostname !== new URL(microsoft).hostname)
      throw new Error(`Nothing may be sent to ${options.hostname}.`);
    const { method, path, headers } = options;
    return plainRequest({ host: '127.0.0.1', port, method, path, headers });
  }) as typeof https.request);
  return () => sandbox.restore();
}
