/** The shapes that go in and out of the gateway: Cosmos DB's REST statuses, codes and headers. */
import { randomUUID } from 'node:crypto';

export interface GatewayRequest {
  readonly method: string;
  /** The URL's path, still percent-encoded, without a query string. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a route found, before the headers that every answer carries. `body` is JSON text. */
export interface Outcome {
  readonly status: number;
  readonly body?: string;
  readonly etag?: string;
  /** Request units. Nobody pays for them here: only their order of size is true to Cosmos. */
  readonly charge: number;
  readonly continuation?: string;
  readonly itemCount?: number;
  /** Resource id and link of the container asked, by which the SDK files its session token. */
  readonly container?: { readonly rid: string; readonly link: string };
}

const codes: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  404: 'NotFound',
  409: 'Conflict',
  412: 'PreconditionFailed',
  413: 'RequestEntityTooLarge',
  449: 'RetryWith',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
};

/** A request answered with an error status. `substatus` 1003 is Cosmos's "the owner does not exist". */
export class Refusal extends Error {
  readonly status: number;
  readonly substatus: number;
  constructor(status: number, message: string, substatus = 0) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.substatus = substatus;
  }
}

/** Refuses what this gateway does not speak (D8): loudly, so that it is noticed here and not in production. */
export const outside = (what: string) => new Refusal(400, `The embedded store does not speak this: ${what}.`);

export const missing = () => new Refusal(404, 'Entity with the specified id does not exist in the system.');
export const ownerMissing = () => new Refusal(404, 'Owner resource does not exist', 1003);
export const taken = () => new Refusal(409, 'Entity with the specified id already exists in the system.');
export const moved = () => new Refusal(412, 'One of the specified pre-condition is not met');
export const tooLarge = () => new Refusal(413, 'Request size is too large');

/** The answer as it would travel. `lsn` is the store's progress, which Cosmos hands out as a session token. */
export function answerOf(outcome: Outcome, lsn: number): GatewayAnswer {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'x-ms-activity-id': randomUUID(),
    'x-ms-request-charge': String(outcome.charge),
    'x-ms-session-token': `0:-1#${lsn}`,
  };
  if (outcome.etag !== undefined) headers['etag'] = outcome.etag;
  if (outcome.continuation !== undefined) headers['x-ms-continuation'] = outcome.continuation;
  if (outcome.itemCount !== undefined) headers['x-ms-item-count'] = String(outcome.itemCount);
  if (outcome.container) {
    headers['x-ms-content-path'] = outcome.container.rid;
    headers['x-ms-alt-content-path'] = outcome.container.link;
  }
  return { status: outcome.status, headers, body: outcome.body ?? '' };
}

/** A refusal as it would travel. */
export function answerRefusal(refusal: Refusal): GatewayAnswer {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'x-ms-activity-id': randomUUID(),
    'x-ms-request-charge': '1',
  };
  if (refusal.substatus) headers['x-ms-substatus'] = String(refusal.substatus);
  const body = JSON.stringify({ code: codes[refusal.status] ?? 'Error', message: refusal.message });
  return { status: refusal.status, headers, body };
}
