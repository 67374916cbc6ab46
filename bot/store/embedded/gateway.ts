/**
 * Cosmos DB's REST interface over one SQLite file, in process (D5): databases and containers as far as opening the
 * store needs them, documents, transactional batches, queries within one scope. Whatever else is asked for gets 400.
 */
import {
  answerOf,
  answerRefusal,
  outside,
  Refusal,
  tooLarge,
  type GatewayAnswer,
  type GatewayRequest,
  type Outcome,
} from './answers.ts';
import { largest } from './documents.ts';
import { checkHeaders } from './headers.ts';
import { progressOf } from './progress.ts';
import { route } from './routes.ts';
import { openSqliteFile, type SqliteOptions } from './sqliteFile.ts';

export interface Gateway {
  /** Never throws. After `close` it answers 503. */
  handle(request: GatewayRequest): GatewayAnswer;
  close(): void;
}

export function openGateway(options: SqliteOptions): Gateway {
  const file = openSqliteFile(options);
  let open = true;

  const answer = (request: GatewayRequest): Outcome => {
    checkHeaders(request);
    return route(file, request, segmentsOf(request.path), bodyOf(request));
  };
  return {
    handle: (request) => {
      if (!open) return answerRefusal(new Refusal(503, 'The store is closed.'));
      try {
        return answerOf(answer(request), progressOf(file));
      } catch (error) {
        if (error instanceof Refusal) return answerRefusal(error);
        return answerRefusal(new Refusal(500, error instanceof Error ? error.message : 'Unknown failure.'));
      }
    },
    close: () => {
      if (open) file.close();
      open = false;
    },
  };
}

function segmentsOf(path: string): readonly string[] {
  try {
    return path
      .split('/')
      .slice(1)
      .map((segment) => decodeURIComponent(segment));
  } catch {
    throw new Refusal(400, 'The URL is malformed.');
  }
}

function bodyOf({ body }: GatewayRequest): unknown {
  if (body === undefined || body === '') return undefined;
  // Read nothing far over the limit; what is allowed exactly is checked where a document or batch is known.
  if (body.length > 4 * largest) throw tooLarge();
  try {
    return JSON.parse(body);
  } catch {
    throw outside('a body that is not JSON');
  }
}
