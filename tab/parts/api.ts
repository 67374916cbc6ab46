/** The way to the server: questions and commands, each answered or refused in one plain sentence. */
import type { CommandInput, CommandName, Under } from '../../bot/contract/commands.ts';
import type { Outcome } from '../../bot/contract/answers.ts';
import type { FileInput, FileName } from '../../bot/contract/files.ts';
import type { Answer, QuestionInput, QuestionName } from '../../bot/contract/questions.ts';
import type { Refusal } from '../../bot/contract/refusal.ts';
import { posted, questionOf, request, type Sent } from './early.ts';

/** Who is calling. The token is opaque here. */
export interface Credential {
  readonly token: () => string | undefined;
  /** Asked once when the server no longer takes the token; answers whether there is a new one. */
  readonly renew: () => Promise<boolean>;
}

/** An answer with the tag that lets the next request be answered "not changed". */
export interface Tagged<T> {
  readonly answer: T;
  readonly tag: string | undefined;
}

/** What a form holds may still be wrong: the names are checked here, the values by the server. */
export type Attempt<T> = Readonly<Partial<Record<keyof T, unknown>>>;

export interface Api {
  /** Throws `Refused`. Gives `before` back when nothing has changed since. */
  ask<N extends QuestionName>(
    name: N,
    input: QuestionInput<N>,
    more: { under?: Under | undefined; before?: Tagged<Answer<N>> | undefined },
  ): Promise<Tagged<Answer<N>>>;
  /** Throws `Refused`. The same id never acts twice, so a failed request may be sent again. */
  perform<N extends CommandName>(
    name: N,
    id: string,
    input: Attempt<CommandInput<N>>,
    under: Under | undefined,
  ): Promise<Outcome>;
  /** A file and the name it is to be saved under. Throws `Refused`. */
  fetchFile<N extends FileName>(name: N, input: FileInput<N>, under: Under | undefined): Promise<FetchedFile>;
}

export interface FetchedFile {
  readonly filename: string;
  readonly content: Blob;
}

export type Refused = Error & { readonly refusal: Refusal };

const unreachable: Refusal = {
  code: 'busy',
  message: 'Common Ground cannot be reached just now. Check your connection, then try again.',
};

/** The refusal an error carries; anything else that went wrong is told as "cannot be reached". */
export function refusalOf(error: unknown): Refusal {
  return error instanceof Error && 'refusal' in error ? (error as Refused).refusal : unreachable;
}

export function createApi(credential: Credential): Api {
  async function post(path: string, sent: (token: string | undefined) => Sent): Promise<Response> {
    const send = () => request(path, sent(credential.token()));
    const response = await send();
    return response.status === 401 && (await credential.renew()) ? send() : response;
  }
  return {
    async ask(name, input, { under, before }) {
      const response = await post(`/api/questions/${name}`, (token) => {
        const sent = questionOf(input, under, token);
        return before?.tag ? { ...sent, headers: { ...sent.headers, 'if-none-match': before.tag } } : sent;
      });
      if (response.status === 304 && before) return before;
      return { answer: await readJson(response), tag: response.headers.get('etag') ?? undefined };
    },
    async perform(name, id, input, under) {
      const body = { id, input, ...(under ? { under } : {}) };
      const response = await post(`/api/commands/${name}`, (token) => posted(body, token));
      return (await readJson<{ outcome: Outcome }>(response)).outcome;
    },
    async fetchFile(name, input, under) {
      const response = await post(`/api/files/${name}`, (token) => questionOf(input, under, token));
      if (!response.ok) return readJson(response);
      const filename = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
      return { filename: filename ?? name, content: await response.blob() };
    },
  };
}

/** The body of a good answer, or a thrown refusal. */
export async function readJson<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body as T;
  throw refused(isRefusal(body) ? body : unreachable);
}

export function refused(refusal: Refusal): Refused {
  return Object.assign(new Error(refusal.message), { refusal });
}

function isRefusal(body: unknown): body is Refusal {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body;
}
