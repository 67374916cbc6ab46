/**
 * Requests that are sent before the app's code has arrived, each handed over once to whoever would send the same. They
 * only save waiting: what nobody fetches here early is fetched as ever.
 */
export interface Sent {
  readonly method?: 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const begun = new Map<string, Promise<Response>>();

/** Sends it now. The answer is for `request` with the same path, headers and body. */
export function beginEarly(path: string, sent: Sent = {}): Promise<Response> {
  const response = fetch(path, sent);
  begun.set(keyOf(path, sent), response);
  return response;
}

/** `fetch`, or what was begun early. */
export function request(path: string, sent: Sent = {}): Promise<Response> {
  const key = keyOf(path, sent);
  const early = begun.get(key);
  begun.delete(key);
  return early ?? fetch(path, sent);
}

/** A question as it is sent: the same for those who ask early and those who ask later. */
export function questionOf(input: unknown, under: unknown, token: string | undefined): Sent {
  return posted({ input, ...(under ? { under } : {}) }, token);
}

export function posted(body: unknown, token: string | undefined): Sent {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  };
}

const keyOf = (path: string, sent: Sent) => `${path} ${JSON.stringify(sent)}`;
