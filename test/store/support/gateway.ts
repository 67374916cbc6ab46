/** Requests straight to the gateway, for what the SDK would never send. */
import type { GatewayAnswer } from '../../../bot/store/embedded/answers.ts';
import { openGateway, type Gateway } from '../../../bot/store/embedded/gateway.ts';
import { temporaryFile } from './temporaryFile.ts';

export const database = '/dbs/test';
export const documents = `${database}/colls/rows/docs`;
const bound = { 'x-ms-documentdb-partitionkey': '["north"]', 'content-type': 'application/json' };
const pages = {
  'content-type': 'application/query+json',
  'x-ms-documentdb-isquery': 'true',
  'x-ms-max-item-count': '100',
};

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  /** Beside the partition key; undefined takes a header away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

export interface OpenGateway {
  readonly gateway: Gateway;
  /** A request on the documents of scope `north`. A body that is a text is sent as it is. */
  readonly send: (request: RawRequest) => GatewayAnswer;
  readonly query: (
    query: string,
    parameters?: Readonly<Record<string, unknown>>,
    headers?: RawRequest['headers'],
  ) => GatewayAnswer;
  readonly close: () => void;
}

const index = (...terms: readonly string[]) =>
  terms.map((term) => ({
    path: `/${term.replace(' desc', '')}`,
    order: term.endsWith(' desc') ? 'descending' : 'ascending',
  }));

/** A gateway on a new file with the container `rows`, whose fields `a`, `b` and `kind` are indexed. */
export function openTestGateway(): OpenGateway {
  const file = temporaryFile();
  const gateway = openGateway({ file: file.path });
  const send = ({ method = 'POST', path = documents, headers = {}, body }: RawRequest) =>
    gateway.handle({
      method,
      path,
      headers: Object.fromEntries(
        Object.entries({ ...bound, ...headers }).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      ),
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  send({ path: '/dbs', body: { id: 'test' } });
  const compositeIndexes = [
    index('kind', 'a', 'id'),
    index('kind', 'a desc', 'id desc'),
    index('a', 'b desc'),
    index('kind', 'id'),
  ];
  send({
    path: `${database}/colls`,
    body: { id: 'rows', partitionKey: { paths: ['/scope'] }, indexingPolicy: { compositeIndexes } },
  });
  return {
    gateway,
    send,
    query: (query, parameters = {}, headers = {}) =>
      send({
        headers: { ...pages, ...headers },
        body: {
          query,
          parameters: Object.entries(parameters).map(([name, value]) => ({ name: `@${name}`, value })),
        },
      }),
    close: () => {
      gateway.close();
      file.remove();
    },
  };
}
