/**
 * What stands before restify. Version 12 dies on a Host header or target that makes no URL, and its body parser lets
 * a compressed body past its size limit; such a request is answered here and goes no further.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Refusal } from '../contract/refusal.ts';
import type { Log } from '../desk/logPort.ts';
import { refuseAndClose, send, type Reply } from './reply.ts';

export const requestIdHeader = 'x-request-id';

/** The number under which a request is in the log. Ours, never the client's: a log line is not theirs to write. */
export const requestId = (res: ServerResponse): string => String(res.getHeader(requestIdHeader));

const verbs = ['GET', 'HEAD', 'POST'];
const invalid = (message: string): Refusal => ({ code: 'invalid', message });
const malformed = refuseAndClose(invalid('This is not a request that can be read here.'), 400);
const compressed = refuseAndClose(invalid('Send the request without compressing it.'), 415);
const wrongVerb = withHeader(refuseAndClose(invalid('Use GET or POST.'), 405), 'allow', verbs.join(', '));
const headersTooLarge = refuseAndClose(invalid('The headers of this request are too large.'), 431);
const tooSlow = refuseAndClose(invalid('This took too long to arrive. Send it again.'), 408);

export function createGuard(log: Log, headers: Readonly<Record<string, string>>) {
  return (req: IncomingMessage, res: ServerResponse): boolean => {
    res.setHeader(requestIdHeader, randomUUID());
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    logWhenAnswered(log, req, res);
    const problem = problemOf(req);
    if (!problem) return true;
    send(res, problem);
    return false;
  };
}

function problemOf(req: IncomingMessage): Reply | undefined {
  const { method = '', url = '', headers } = req;
  if (!verbs.includes(method)) return wrongVerb;
  if (!url.startsWith('/') || !URL.canParse(`http://${headers.host ?? 'localhost'}${url}`)) return malformed;
  if (!isWellEscaped(url)) return malformed;
  return headers['content-encoding'] === undefined ? undefined : compressed;
}

function isWellEscaped(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/** The route's pattern, not its address; never a body, a query or who it was (DOMAIN §8.1: ids and durations). */
function logWhenAnswered(log: Log, req: IncomingMessage & { route?: { path: string } }, res: ServerResponse) {
  const began = performance.now();
  const request = requestId(res);
  res.once('close', () => {
    const { method, route } = req;
    const milliseconds = Math.round(performance.now() - began);
    const answered = res.writableFinished;
    log.info(
      { request, method, route: route?.path ?? 'none', status: res.statusCode, milliseconds, answered },
      'Answered.',
    );
  });
}

/** What is answered where no request came to be, with the same headers as any other answer. */
export function refusalsOnSocket(headers: Readonly<Record<string, string>>) {
  const refuseOn = (socket: Socket, reply: Reply) =>
    answerOnSocket(socket, { ...reply, headers: { ...headers, ...reply.headers } });
  return {
    /** Node could not even read this: answer in HTTP if the socket still listens, then hang up. */
    unreadable: (error: NodeJS.ErrnoException, socket: Socket): void => {
      refuseOn(socket, unreadable(error.code));
    },
    /** Nothing here speaks WebSocket or HTTP/2; unanswered, the connection would stay open for ever. */
    upgrade: (_req: IncomingMessage, socket: Socket): void => {
      socket.on('error', () => socket.destroy());
      refuseOn(socket, malformed);
    },
  };
}

function unreadable(code: string | undefined): Reply {
  if (code === 'HPE_HEADER_OVERFLOW') return headersTooLarge;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? tooSlow : malformed;
}

function answerOnSocket(socket: Socket, { status, headers = {}, body = '' }: Reply): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const all = { ...headers, 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('')}\r\n${body.toString()}`, () => socket.destroy());
}

function withHeader(reply: Reply, name: string, value: string): Reply {
  return { ...reply, headers: { ...reply.headers, [name]: value } };
}
