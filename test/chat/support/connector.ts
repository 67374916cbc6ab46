/** A stand-in for Teams' connector: keeps what the bot sends, and says when something came. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Sent {
  readonly method: string;
  /** The message edited, or answered to. */
  readonly message: string | undefined;
  readonly activity: Readonly<Record<string, unknown>>;
}

export interface Connector {
  readonly serviceUrl: string;
  /** Everything sent so far, oldest first. */
  readonly sent: Sent[];
  /** The next edit that is not yet waited for; waits until it comes. */
  nextEdit(): Promise<Sent>;
  /** Answers every edit (PUT) or new message (POST) with this status; 200 takes them again. */
  refuse(method: 'PUT' | 'POST', status: number): void;
  close(): Promise<void>;
}

export async function openConnector(): Promise<Connector> {
  const sent: Sent[] = [];
  const edits: Sent[] = [];
  const waiting: ((edit: Sent) => void)[] = [];
  const refusals = new Map<string, number>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [, , , , , message] = (request.url ?? '').split('/');
      const one = {
        method: request.method ?? '',
        message: message === undefined ? undefined : decodeURIComponent(message),
        activity: JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, unknown>,
      };
      sent.push(one);
      const refusal = refusals.get(one.method);
      if (one.method === 'PUT' && !refusal) {
        const next = waiting.shift();
        if (next) next(one);
        else edits.push(one);
      }
      response.writeHead(refusal ?? 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: `message-${sent.length}` }));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    sent,
    nextEdit: async () => {
      const edit = edits.shift();
      return (
        edit ??
        new Promise((resolve) => {
          waiting.push(resolve);
        })
      );
    },
    refuse: (method, status) => {
      if (status === 200) refusals.delete(method);
      else refusals.set(method, status);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
