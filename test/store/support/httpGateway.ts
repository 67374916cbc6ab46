/** The gateway behind a loopback port, to be reached as an emulator is: over HTTP, with a key that nobody checks. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { openGateway, type Gateway } from '../../../bot/store/embedded/gateway.ts';
import { temporaryFile } from './temporaryFile.ts';

export interface HttpGateway {
  readonly endpoint: () => string;
  readonly start: () => Promise<void>;
  readonly stop: () => void;
}

export function httpGateway(): HttpGateway {
  const file = temporaryFile();
  const gateway = openGateway({ file: file.path });
  const server = createServer((request, response) => void answer(gateway, request, response));
  return {
    endpoint: () => {
      const address = server.address();
      return typeof address === 'object' && address ? `http://127.0.0.1:${portOf(address)}` : '';
    },
    start: () =>
      new Promise((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      }),
    stop: () => {
      server.closeAllConnections();
      server.close();
      gateway.close();
      file.remove();
    },
  };
}

const portOf = ({ port }: AddressInfo) => port;

/** What an account says of itself, when it is asked where it can be reached. */
function account(host: string | undefined) {
  const location = [{ name: 'UK South', databaseAccountEndpoint: `http://${host}/` }];
  return {
    id: 'stand-in',
    writableLocations: location,
    readableLocations: location,
    enableMultipleWriteLocations: false,
    userConsistencyPolicy: { defaultConsistencyLevel: 'Session' },
  };
}

async function answer(gateway: Gateway, request: IncomingMessage, response: ServerResponse) {
  if (request.method === 'GET' && request.url === '/') {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(account(request.headers.host)));
    return;
  }
  // The date is part of the key's signature, which in process does not exist.
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'x-ms-date' ? [[name, value]] : [],
  );
  const {
    status,
    headers: answered,
    body,
  } = gateway.handle({
    method: request.method ?? '',
    path: request.url ?? '',
    headers: Object.fromEntries(headers),
    body: await text(request),
  });
  // Not chained: restify, once loaded in the same process, makes every writeHead return nothing.
  response.writeHead(status, answered);
  response.end(body);
}
