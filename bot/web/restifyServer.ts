/** The one place that knows how restify's types differ from restify. */
import type { IncomingMessage, ServerResponse, Server as NodeServer } from 'node:http';
import restify, { type Request, type Response, type Server, type ServerOptions } from 'restify';
import type { Log } from '../desk/logPort.ts';
import { requestId } from './guard.ts';
import { notFound, wentWrong } from './reply.ts';

export interface RestifyServer extends Server {
  /** Runs before restify touches a request; answering false ends it there. */
  first(handler: (req: IncomingMessage, res: ServerResponse) => boolean): void;
  readonly server: NodeServer;
}

export type Handle = (req: Request, res: Response) => Promise<void>;

/** No server name in the answers; no error of restify's own making shows its message. */
export function newRestifyServer(log: Log): RestifyServer {
  const options = { name: '', log: log.child({ part: 'restify' }), formatters };
  // @types/restify describes version 8: it has no `first`, and a bunyan logger where restify 12 takes pino.
  return restify.createServer(options as unknown as ServerOptions) as unknown as RestifyServer;
}

type Format = NonNullable<ServerOptions['formatters']>[string];

const format: Format = (_req, res, body: unknown) => {
  const isError = body instanceof Error;
  const ours = res.statusCode < 500 ? notFound : wentWrong(requestId(res));
  const text = String(isError ? ours.body : typeof body === 'string' ? body : JSON.stringify(body));
  res.setHeader('content-length', Buffer.byteLength(text));
  return text;
};

/** All of restify's own, replaced: whichever one a client's Accept header picks. */
const formatters = {
  'application/json': format,
  'text/plain': format,
  'application/octet-stream': format,
  'application/javascript': format,
};
