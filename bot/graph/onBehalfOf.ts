/**
 * The on-behalf-of credential of @microsoft/teamsfx, its one job here (D18). The package is past support, takes a second
 * and 120 MB to load, and believes every token that can be decoded: so it is loaded at the first use, sees only tokens
 * that our own check has found genuine, and nothing outside this file knows of it.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { decodeJwt } from 'jose';
import type { GraphPermission, GraphToken, GraphTokenAnswer } from '../desk/graphPort.ts';
import type { Log } from '../desk/logPort.ts';

export interface OnBehalfOfOptions {
  /** The tab's sign-in: undefined or a throw means that a token must not be used. Asked before every exchange. */
  readonly signIn: (authorization: string) => Promise<object | undefined>;
  /** The tab's registration, which the assertion was issued for. */
  readonly clientId: string;
  /** Its secret. Goes to Entra ID and nowhere else. */
  readonly clientSecret: string;
  readonly log: Pick<Log, 'warn'>;
  /** Milliseconds to wait for Entra ID before it counts as unavailable. Default 10,000: teamsfx would wait for ever. */
  readonly patience?: number;
}

const authorityHost = 'https://login.microsoftonline.com';
const graph = 'https://graph.microsoft.com';
const notConsented = 'AADSTS65001';
const unavailable = { why: 'unavailable' } as const;

/** Of an app without Graph. */
export const noGraph: GraphToken = async () => unavailable;

/** Every call is one exchange with Entra ID; nothing is kept between calls. */
export function onBehalfOf(options: OnBehalfOfOptions): GraphToken {
  const { signIn, log, patience = 10_000 } = options;
  return async (assertion, permissions) => {
    try {
      if (!(await signIn(`Bearer ${assertion}`))) return unavailable;
      const credential = await credentialFor(assertion, options);
      const given = await Promise.race([
        credential.getToken(permissions.map(scopeOf)),
        wait(patience, undefined, { ref: false }),
      ]);
      if (given) return { token: given.token, expiresAt: instantOf(given.expiresOnTimestamp) };
      log.warn({ code: 'TimedOut' }, refused);
      return unavailable;
    } catch (error) {
      // Codes only: a message of Entra ID can name the person, and an error of the client can hold what was sent.
      const codes = codesOf(error);
      const answer = whyNot(codes);
      if (answer.why === 'unavailable') log.warn(codes, refused);
      return answer;
    }
  };
}

const refused = 'No token for Microsoft Graph could be had.';

async function credentialFor(assertion: string, { clientId, clientSecret }: OnBehalfOfOptions) {
  const { OnBehalfOfUserCredential } = await import('@microsoft/teamsfx');
  // Genuine by now, and of a tenant that is allowed. It is exchanged where it was issued, a guest's too.
  const tenantId = String(decodeJwt(assertion)['tid']);
  return new OnBehalfOfUserCredential(assertion, { authorityHost, tenantId, clientId, clientSecret });
}

const scopeOf = (permission: GraphPermission) => `${graph}/${permission}`;

const instantOf = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds);

interface Codes {
  /** teamsfx's, such as `ServiceError`. */
  readonly code: string;
  /** Entra ID's, such as `AADSTS7000222` for a secret that has run out. */
  readonly entra?: string;
}

function codesOf(error: unknown): Codes {
  if (!(error instanceof Error)) return { code: 'Unknown' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const entra = /AADSTS\d+/.exec(error.message)?.[0];
  return { code, ...(entra ? { entra } : {}) };
}

function whyNot({ code, entra }: Codes): Extract<GraphTokenAnswer, { why: string }> {
  return code === 'UiRequiredError' || entra === notConsented ? { why: 'consent' } : unavailable;
}
