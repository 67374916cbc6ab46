/** What a route answers: a value, written to the wire in one place. */
import type { ServerResponse } from 'node:http';
import type { Refusal } from '../contract/refusal.ts';

export interface Reply {
  readonly status: number;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers of the API are about people: no browser and no proxy keeps one. */
const apiHeaders = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, body: JSON.stringify(value), headers: { ...apiHeaders, ...headers } };
}

/** The HTTP status of each refusal; every other status is about the request itself. */
export const refusalStatus: Readonly<Record<Refusal['code'], number>> = {
  invalid: 400,
  signIn: 401,
  notAvailable: 403,
  unknown: 404,
  stale: 409,
  refused: 422,
  warning: 422,
  busy: 503,
};

/** Seconds after which a client may ask a busy store again. */
const retryAfter = '2';

export function refuse(refusal: Refusal, status = refusalStatus[refusal.code]): Reply {
  return json(refusal, status, {
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...(status === 503 ? { 'retry-after': retryAfter } : {}),
  });
}

/** Answers, then hangs up: what is left of the request is not read. */
export function refuseAndClose(refusal: Refusal, status: number): Reply {
  const reply = refuse(refusal, status);
  return { ...reply, headers: { ...reply.headers, connection: 'close' } };
}

/** Nothing of the error itself: what went wrong is in the log, under this number. */
export function wentWrong(number: string): Reply {
  const message = `Something went wrong here. Nothing you sent is lost: try again in a moment. If it happens again, tell your administrator this number: ${number}.`;
  return refuse({ code: 'busy', message }, 500);
}

export const notFound: Reply = refuse({ code: 'unknown', message: 'There is nothing at this address.' });

/** Does nothing when an answer has already begun or nobody is left to read it. */
export function send(res: ServerResponse, { status, body, headers = {} }: Reply): void {
  if (res.headersSent || res.destroyed) return;
  res.statusCode = status;
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  if (body !== undefined) res.setHeader('content-length', Buffer.byteLength(body));
  res.end(body);
}
