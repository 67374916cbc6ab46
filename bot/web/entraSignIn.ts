/** Sign-in of production: the access token that Teams hands the tab, issued by Entra ID for our own API (D13). */
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import type { Clock } from '../desk/ports.ts';
import { bearerToken, jsDate, type SignIn } from './signIn.ts';

export interface EntraSignInOptions {
  /** The tenant of the app's registration. */
  readonly tenantId: string;
  /** The tab's registration: the audience of its tokens. */
  readonly clientId: string;
  /** Its application id URI (`api://<domain>/<client id>`), should tokens name that as audience. */
  readonly resource?: string;
  /** Whose people may sign in. Default: the one tenant. A guest's token comes from the tenant they are a guest in. */
  readonly allowedTenants?: readonly string[];
  /** Default `https://login.microsoftonline.com`; national clouds and tests have their own. */
  readonly authority?: string;
  /** The machine's clock. Tokens are judged by real time whatever the app's clock says. */
  readonly machine: Clock;
}

/** Delegated permission of the registration (infra/aad.manifest.json). */
const scope = 'access_as_user';
/** Seconds by which our clock and Microsoft's may differ. */
const clockTolerance = 60;
const tenantShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Refusals of the token itself. Anything else jose throws means that the keys could not be had. */
const refusals = [
  errors.JWSInvalid,
  errors.JWTInvalid,
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  // A token that names no key, where there are several.
  errors.JWKSMultipleMatchingKeys,
];

/** Throws at start-up when a tenant is not a tenant id: `common` would let anybody in. */
export function entraSignIn(options: EntraSignInOptions): SignIn {
  const { tenantId, clientId, resource, machine } = options;
  const authority = options.authority ?? 'https://login.microsoftonline.com';
  const tenants = options.allowedTenants ?? [tenantId];
  const keysOf = new Map(tenants.map((tenant) => [tenant.toLowerCase(), keysAt(authority, tenant)]));

  return async (authorization) => {
    const token = bearerToken(authorization);
    if (!token) return undefined;
    try {
      const tenant = String(decodeJwt(token)['tid']).toLowerCase();
      const keys = keysOf.get(tenant);
      // The tenant a token claims decides only which keys and which issuer it is then checked against.
      if (!keys) return undefined;
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        audience: resource ? [clientId, resource] : clientId,
        issuer: `${authority}/${tenant}/v2.0`,
        requiredClaims: ['exp', 'iat', 'iss', 'aud', 'tid', 'oid'],
        clockTolerance,
        currentDate: jsDate(machine.now()),
      });
      return personOf(payload);
    } catch (error) {
      if (refusals.some((refusal) => error instanceof refusal)) return undefined;
      throw error;
    }
  };
}

function keysAt(authority: string, tenant: string) {
  if (!tenantShape.test(tenant)) throw new Error('An allowed tenant must be a tenant id.');
  const address = new URL(`${authority}/${tenant.toLowerCase()}/discovery/v2.0/keys`);
  return createRemoteJWKSet(address, {
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
    timeoutDuration: 5_000,
  });
}

/** A person acts, never an app: a token without the delegated scope is nobody's. */
function personOf(payload: JWTPayload) {
  const { oid, scp, idtyp } = payload;
  if (idtyp === 'app' || typeof oid !== 'string' || typeof scp !== 'string') return undefined;
  return scp.split(' ').includes(scope) ? { person: oid } : undefined;
}
