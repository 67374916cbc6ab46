/** A stand-in for the Bot Framework's sign-in: its metadata, its keys, and tokens signed with them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';

export const appId = '22222222-2222-4222-8222-222222222222';
const issuer = 'https://api.botframework.com';

export interface BotFramework {
  /** The settings that point botbuilder here instead of at Microsoft. All of them are needed. */
  readonly settings: Readonly<Record<string, string>>;
  readonly serviceUrl: string;
  /** A token as Teams sends it; `claims` replace its own, undefined leaves one out. */
  token(claims?: Readonly<Record<string, unknown>>): Promise<string>;
  /** The same, signed with a key that only pretends to be theirs. */
  forged(): Promise<string>;
  /** The same, under a key nobody knows. */
  unknownKey(): Promise<string>;
  /** The same, signed by nobody. */
  unsigned(): string;
  close(): Promise<void>;
}

const seconds = () => Math.floor(Temporal.Now.instant().epochMilliseconds / 1000);

export async function openBotFramework(): Promise<BotFramework> {
  const [real, other] = await Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('RS256'),
  ]);
  const key = {
    ...(await exportJWK(real.publicKey)),
    kid: 'theirs',
    use: 'sig',
    alg: 'RS256',
    endorsements: ['msteams'],
  };
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    const isKeys = request.url === '/keys';
    response.end(
      JSON.stringify(
        isKeys
          ? { keys: [key] }
          : { issuer, jwks_uri: `${base()}/keys`, id_token_signing_alg_values_supported: ['RS256'] },
      ),
    );
  });
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const serviceUrl = `${base()}/service/`;
  const claimsWith = (claims: Readonly<Record<string, unknown>>): JWTPayload => {
    const now = seconds();
    const own = {
      iss: issuer,
      aud: appId,
      serviceurl: serviceUrl,
      nbf: now - 10,
      exp: now + 3600,
      ...claims,
    };
    return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  };
  const signed = async (claims: Readonly<Record<string, unknown>>, by: CryptoKey, kid = 'theirs') =>
    new SignJWT(claimsWith(claims)).setProtectedHeader({ alg: 'RS256', kid }).sign(by);
  const metadata = `${base()}/v1/.well-known/openidconfiguration`;
  return {
    settings: {
      ToChannelFromBotLoginUrl: base(),
      ToChannelFromBotOAuthScope: issuer,
      ToBotFromChannelTokenIssuer: issuer,
      OAuthUrl: base(),
      ToBotFromChannelOpenIdMetadataUrl: metadata,
      ToBotFromEmulatorOpenIdMetadataUrl: metadata,
      ValidateAuthority: 'true',
    },
    serviceUrl,
    token: async (claims = {}) => signed(claims, real.privateKey),
    forged: async () => signed({}, other.privateKey),
    unknownKey: async () => signed({}, other.privateKey, 'nobodys'),
    unsigned: () => new UnsecuredJWT(claimsWith({})).encode(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** `seconds` from now, as a token counts time. */
export const fromNow = (offset: number) => seconds() + offset;
