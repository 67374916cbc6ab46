/** A transactional batch: up to 100 operations in one scope, all of them or none. */
import { Refusal, tooLarge, type Outcome } from './answers.ts';
import type { Container } from './containers.ts';
import {
  createDocument,
  deleteDocument,
  documentText,
  largest,
  replaceDocument,
  upsertDocument,
  writeCharge,
  type Desk,
  type Written,
} from './documents.ts';
import { advance } from './progress.ts';
import type { SqliteFile } from './sqliteFile.ts';
import { z } from 'zod';

const mostOperations = 100;
const ifMatch = z.string().optional();
const document = z.unknown();
const operationSpec = z.discriminatedUnion('operationType', [
  z.strictObject({ operationType: z.literal('Create'), resourceBody: document }),
  z.strictObject({ operationType: z.literal('Upsert'), resourceBody: document }),
  z.strictObject({ operationType: z.literal('Replace'), id: z.string(), resourceBody: document, ifMatch }),
  z.strictObject({ operationType: z.literal('Delete'), id: z.string(), ifMatch }),
]);
const batchSpec = z.array(operationSpec).min(1).max(mostOperations);
type Operation = z.infer<typeof operationSpec>;

interface Result {
  readonly statusCode: number;
  readonly requestCharge: number;
  readonly eTag?: string;
  readonly resourceBody?: unknown;
}

/** `minimal` leaves the documents out of the answer. */
export function answerBatch(
  file: SqliteFile,
  container: Container,
  scope: string,
  request: { readonly text: string; readonly content: unknown; readonly minimal: boolean },
): Outcome {
  if (Buffer.byteLength(request.text) > largest) throw tooLarge();
  const operations = batchSpec.safeParse(request.content);
  if (!operations.success)
    throw new Refusal(400, `One of the input values is invalid: ${z.prettifyError(operations.error)}`);

  const results: Result[] = [];
  try {
    file.inTransaction(() => {
      const desk = { file, container, scope, moment: advance(file) };
      for (const operation of operations.data)
        results.push(resultOf(container, perform(desk, operation), request.minimal));
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 449) throw error;
    return {
      status: 207,
      body: JSON.stringify(refused(operations.data, results.length, error)),
      charge: 5,
      container,
    };
  }
  const charge = results.reduce((sum, { requestCharge }) => sum + requestCharge, 0);
  return { status: 200, body: JSON.stringify(results), charge, container };
}

function perform(desk: Desk, operation: Operation): Written {
  if (operation.operationType === 'Create') return createDocument(desk, operation.resourceBody);
  if (operation.operationType === 'Upsert') return upsertDocument(desk, operation.resourceBody);
  if (operation.operationType === 'Replace')
    return replaceDocument(desk, operation.id, operation.resourceBody, operation.ifMatch);
  return deleteDocument(desk, operation.id, operation.ifMatch);
}

function resultOf(container: Container, { status, document }: Written, minimal: boolean): Result {
  const base = { statusCode: status, requestCharge: writeCharge(document) };
  if (!document) return base;
  if (minimal) return { ...base, eTag: document.etag };
  return { ...base, eTag: document.etag, resourceBody: JSON.parse(documentText(container, document)) };
}

/** The operation that failed with its own status, every other one with 424: not tried, or taken back. */
const refused = (operations: readonly Operation[], failed: number, refusal: Refusal) =>
  operations.map((_, place) =>
    place === failed
      ? { statusCode: refusal.status, requestCharge: 0, message: refusal.message }
      : { statusCode: 424, requestCharge: 0 },
  );
