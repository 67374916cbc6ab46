/** POST /api/messages: one activity from Teams, checked and answered. */
import type { CloudAdapter } from 'botbuilder';
import { decodeJwt } from 'jose';
import type { Refusal } from '../contract/refusal.ts';
import { notFromTeams } from './adapter.ts';
import type { Bot } from './bot.ts';

/** What is used of restify's request; the body is parsed already. */
export interface ActivityRequest {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: unknown;
}

export interface ActivityResponse {
  readonly socket: unknown;
  status(code: number): unknown;
  send(...body: unknown[]): unknown;
  end(...body: unknown[]): unknown;
  header(name: string, value: unknown): unknown;
}

export type ProcessActivity = (request: ActivityRequest, response: ActivityResponse) => Promise<void>;

const unreadable: Refusal = { code: 'invalid', message: 'This activity cannot be read.' };

export interface Door {
  /** False in demo mode only, where botbuilder checks no token. */
  readonly secured: boolean;
  /** Tenants that a token may name. Teams' own tokens name none. */
  readonly tenants?: readonly string[];
}

/** What Teams sends is signed by the Bot Framework. botbuilder would also take tokens meant for its emulator. */
const botFramework = 'https://api.botframework.com';
const teams = 'msteams';

/**
 * Refuses what botbuilder lets through: a token that never expires, one of another issuer, any channel but Teams (in
 * others the sender writes who they are), and an activity that does not say where its answer goes. All of it is asked
 * before botbuilder, whose check adds the tenant of any token it reads, signed or not, to the issuers it trusts.
 */
export function createProcessActivity(
  adapter: CloudAdapter,
  bot: Bot,
  { secured, tenants = [] }: Door,
): ProcessActivity {
  return async (request, response) => {
    const refuse = (status: number, refusal: Refusal) => {
      response.status(status);
      response.send(refusal);
      response.end();
    };
    const { method = '', headers, body } = request;
    if (method !== 'POST') return adapter.process({ method, headers: { ...headers } }, response, bot.run);
    if (secured && !isTokenOfTeams(headers['authorization'], tenants)) return refuse(401, notFromTeams);
    if (!isActivity(body)) return refuse(400, unreadable);
    if (secured && body['channelId'] !== teams) return refuse(401, notFromTeams);
    await adapter.process({ method, headers: { ...headers }, body }, response, bot.run);
  };
}

/** By what it says of itself; whether that is true, botbuilder then finds out. */
function isTokenOfTeams(authorisation: string | string[] | undefined, tenants: readonly string[]): boolean {
  const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(String(authorisation ?? '')) ?? [];
  if (!token) return false;
  try {
    const { exp, iss, tid } = decodeJwt(token);
    const isAllowed = tid === undefined || (typeof tid === 'string' && tenants.includes(tid));
    return typeof exp === 'number' && iss === botFramework && isAllowed;
  } catch {
    return false;
  }
}

type AnActivity = Record<string, unknown>;

/** The parts that botbuilder and the bot read without asking. */
function isActivity(body: unknown): body is AnActivity {
  return (
    isRecord(body) &&
    isText(body['type']) &&
    isText(body['serviceUrl']) &&
    [body['conversation'], body['from'], body['recipient']].every(
      (part) => isRecord(part) && isText(part['id']),
    )
  );
}

function isRecord(value: unknown): value is AnActivity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
