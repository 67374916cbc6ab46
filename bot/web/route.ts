/** Turns a function that answers with a value into a restify handler that never rejects and never leaks an error. */
import type { Request, Response } from 'restify';
import { nameOf, placeOf } from '../desk/errorNames.ts';
import type { Log } from '../desk/logPort.ts';
import { StoreBusy } from '../desk/ports.ts';
import { requestId } from './guard.ts';
import { refuse, send, wentWrong, type Reply } from './reply.ts';
import type { Handle } from './restifyServer.ts';

/** `request` is the number under which the request is in the log. */
export type Route = (req: Request, request: string) => Promise<Reply>;

export const storeBusy: Reply = refuse({
  code: 'busy',
  message: 'The store cannot answer just now. Nothing you sent is lost: try again in a moment.',
});

export function answering(log: Log, route: Route): Handle {
  // restify tells an async handler by its constructor, so this stays an async function.
  return async (req, res) => {
    try {
      send(res, await route(req, requestId(res)));
    } catch (error) {
      answerError(log, error, res);
    }
  };
}

/** The error itself goes to the log only, and there without the request: its body could be about a patient. */
export function answerError(log: Log, error: unknown, res: Response): void {
  const request = requestId(res);
  if (error instanceof StoreBusy) {
    log.warn({ request, status: error.status }, 'The store was busy.');
    send(res, storeBusy);
    return;
  }
  log.error({ request, error: nameOf(error), at: placeOf(error) }, 'A request failed.');
  send(res, wentWrong(request));
}
