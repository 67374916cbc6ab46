/** Stands for Teams' connector: keeps what the bot sends and answers as it is told. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';

export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ConnectorStub {
  readonly url: string;
  readonly arrived: Arrived[];
  /** Status codes of the next answers, with Retry-After when it is given; 201 afterwards. */
  readonly answers: { readonly status: number; readonly retryAfter?: string }[];
  close(): Promise<void>;
}

export async function openConnectorStub(): Promise<ConnectorStub> {
  const arrived: Arrived[] = [];
  const answers: ConnectorStub['answers'] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request);
    arrived.push({ method: request.method ?? '', path: request.url ?? '', body });
    const { status, retryAfter } = answers.shift() ?? { status: 201 };
    const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    const said = status < 300 ? { id: `activity-${arrived.length}` } : { error: { code: 'No' } };
    response.end(JSON.stringify(said));
  };
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The stub has no address.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    arrived,
    answers,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Arrived['body']> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : (JSON.parse(text) as Arrived['body']);
}
