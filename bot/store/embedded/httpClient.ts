/**
 * The SDK's HttpClient (`CosmosClientOptions.httpClient`) that hands each request to the gateway in this process.
 * There is no port: nothing outside the process can reach it, which is why it asks for no key.
 */
import type { CosmosClientOptions } from '@azure/cosmos';
import type { Gateway } from './gateway.ts';

export type HttpClient = NonNullable<CosmosClientOptions['httpClient']>;
export type HttpRequest = Parameters<HttpClient['sendRequest']>[0];
export type HttpResponse = Awaited<ReturnType<HttpClient['sendRequest']>>;
type HttpHeaders = HttpResponse['headers'];

export const inProcessHttpClient = (gateway: Gateway): HttpClient => ({
  sendRequest: async (request) => {
    if (request.abortSignal?.aborted) throw new DOMException('The request was given up.', 'AbortError');
    const answer = gateway.handle({
      method: request.method,
      path: new URL(request.url).pathname,
      headers: Object.fromEntries([...request.headers].map(([name, value]) => [name.toLowerCase(), value])),
      ...(typeof request.body === 'string' ? { body: request.body } : {}),
    });
    return { request, status: answer.status, headers: httpHeaders(answer.headers), bodyAsText: answer.body };
  },
});

/** Headers in the form the SDK reads them. Names here are in lower case already. */
export function httpHeaders(from: Readonly<Record<string, string>>): HttpHeaders {
  const values = new Map(Object.entries(from));
  return {
    get: (name) => values.get(name.toLowerCase()),
    has: (name) => values.has(name.toLowerCase()),
    set: (name, value) => {
      values.set(name.toLowerCase(), String(value));
    },
    delete: (name) => {
      values.delete(name.toLowerCase());
    },
    toJSON: () => Object.fromEntries(values),
    [Symbol.iterator]: () => values.entries(),
  };
}
