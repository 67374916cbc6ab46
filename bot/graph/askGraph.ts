/** Requests to Microsoft Graph, asked again when Graph says to wait. */
import { z } from 'zod';
import type { AskGraph, GraphAnswer, GraphRequest, GraphToken } from '../desk/graphPort.ts';

const root = 'https://graph.microsoft.com/v1.0';
/** Milliseconds for one answer. */
const patience = 10_000;
/** Someone is looking at the page: a longer wait than this, in seconds, is no wait but a no. */
const longestWait = 5;
const attempts = 3;

const unavailable = { done: false, why: 'unavailable' } as const;
const refusalShape = z.object({ error: z.object({ code: z.string() }) });

/** `pause` takes milliseconds. */
export function askGraph(token: GraphToken, pause: (milliseconds: number) => Promise<void>): AskGraph {
  return async (assertion, request) => {
    const given = await token(assertion, request.permissions);
    if ('why' in given) return { done: false, why: given.why };
    try {
      for (let attempt = 1; ; attempt += 1) {
        const response = await send(given.token, request);
        const wait = secondsToWait(response);
        if (wait === undefined) return await answerOf(response);
        await response.body?.cancel();
        if (wait > longestWait || attempt === attempts) return unavailable;
        await pause(wait * 1000);
      }
    } catch {
      // Out of reach, too slow, or no JSON. The error can hold the token, so it goes no further.
      return unavailable;
    }
  };
}

function send(token: string, { method, path, body }: GraphRequest): Promise<Response> {
  return fetch(`${root}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
}

/** 429 and 503 with Retry-After have done nothing, so even a POST may be sent again. Graph gives seconds. */
function secondsToWait({ status, headers }: Response): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const seconds = headers.get('retry-after') ?? '';
  return /^\d+$/.test(seconds) ? Number(seconds) : Infinity;
}

async function answerOf(response: Response): Promise<GraphAnswer> {
  if (response.status >= 500) return unavailable;
  const text = await response.text();
  if (response.ok) return { done: true, body: text ? JSON.parse(text) : undefined };
  const refusal = refusalShape.safeParse(JSON.parse(text));
  const code = refusal.success ? refusal.data.error.code : 'Unknown';
  return { done: false, why: 'refused', status: response.status, code };
}
