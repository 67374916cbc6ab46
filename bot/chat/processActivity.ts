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

/**
 * `secured` is false in demo mode only, where botbuilder checks no token. Otherwise refuses what botbuilder lets
 * through: a token that never expires, and an activity that does not say where its answer goes.
 */
export function createProcessActivity(
  adapter: CloudAdapter,
  bot: Bot,
  { secured }: { readonly secured: boolean },
): ProcessActivity {
  return async (request, response) => {
    const refuse = (status: number, refusal: Refusal) => {
      response.status(status);
      response.send(refusal);
      response.end();
    };
    const { method = '', headers, body } = request;
    if (method !== 'POST') return adapter.process({ method, headers: { ...headers } }, response, bot.run);
    if (secured && !expires(headers['authorization'])) return refuse(401, notFromTeams);
    if (!isActivity(body)) return refuse(400, unreadable);
    await adapter.process({ method, headers: { ...headers }, body }, response, bot.run);
  };
}

function expires(authorisation: string | string[] | undefined): boolean {
  const [, token] = /^Bearer (\S+)$/.exec(String(authorisation ?? '')) ?? [];
  if (!token) return false;
  try {
    return typeof decodeJwt(token).exp === 'number';
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
