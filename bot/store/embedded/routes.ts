/** Which request is which operation. */
import { outside, type GatewayRequest, type Outcome } from './answers.ts';
import { answerBatch } from './batch.ts';
import {
  createContainer,
  createDatabase,
  findContainer,
  readContainer,
  readDatabase,
  replaceContainer,
  type Container,
} from './containers.ts';
import {
  createDocument,
  deleteDocument,
  documentText,
  readDocument,
  replaceDocument,
  upsertDocument,
  writeCharge,
  type Desk,
  type Written,
} from './documents.ts';
import { isSet, pageSizeOf, scopeOf } from './headers.ts';
import { advance } from './progress.ts';
import { answerQuery, answerQueryPlan } from './queries.ts';
import type { SqliteFile } from './sqliteFile.ts';

/** Throws Refusal for whatever is not one of these. `content` is the parsed body. */
export function route(
  file: SqliteFile,
  request: GatewayRequest,
  segments: readonly string[],
  content: unknown,
): Outcome {
  const [dbs, database = '', colls, id = '', docs, document = ''] = segments;
  const shape = [dbs, segments.length > 1 ? 'D' : '', colls, segments.length > 3 ? 'C' : '', docs]
    .filter(Boolean)
    .join('/');
  const asked = `${request.method} ${shape}${segments.length === 6 ? '/I' : ''}`;
  switch (segments.length > 6 ? '' : asked) {
    case 'POST dbs':
      return createDatabase(file, content);
    case 'GET dbs/D':
      return readDatabase(file, database);
    case 'POST dbs/D/colls':
      return createContainer(file, database, content);
    case 'GET dbs/D/colls/C':
      return readContainer(file, database, id);
    case 'PUT dbs/D/colls/C':
      return replaceContainer(file, database, id, content);
    case 'POST dbs/D/colls/C/docs':
      return postDocuments(file, findContainer(file, database, id), request, content);
    case 'GET dbs/D/colls/C/docs/I':
      return getDocument(file, findContainer(file, database, id), request, document);
    case 'PUT dbs/D/colls/C/docs/I':
      return writeOne(file, findContainer(file, database, id), request, (desk) =>
        replaceDocument(desk, document, content, request.headers['if-match']),
      );
    case 'DELETE dbs/D/colls/C/docs/I':
      return writeOne(file, findContainer(file, database, id), request, (desk) =>
        deleteDocument(desk, document, request.headers['if-match']),
      );
    default:
      throw outside(`${request.method} ${request.path}`);
  }
}

/** Documents are posted to be created, batched or asked for; a header says which. */
function postDocuments(
  file: SqliteFile,
  container: Container,
  request: GatewayRequest,
  content: unknown,
): Outcome {
  if (isSet(request, 'x-ms-cosmos-is-query-plan-request')) return answerQueryPlan(container, content);
  const scope = scopeOf(request);
  if (isSet(request, 'x-ms-documentdb-isquery')) {
    const after = request.headers['x-ms-continuation'];
    const page = { size: pageSizeOf(request), ...(after === undefined ? {} : { after }) };
    return answerQuery(file, container, scope, content, page);
  }
  if (isSet(request, 'x-ms-cosmos-is-batch-request')) {
    if (!isSet(request, 'x-ms-cosmos-batch-atomic')) throw outside('a batch that is not atomic');
    const minimal = request.headers['prefer'] === 'return=minimal';
    return answerBatch(file, container, scope, { text: request.body ?? '', content, minimal });
  }
  const type = request.headers['content-type'];
  if (type !== 'application/json') throw outside(`a document of type ${type ?? 'unknown'}`);
  if (request.headers['if-match'] !== undefined) throw outside('If-Match on a creation or an upsert');
  if (isSet(request, 'x-ms-documentdb-is-upsert'))
    return writeOne(file, container, request, (desk) => upsertDocument(desk, content));
  return writeOne(file, container, request, (desk) => createDocument(desk, content));
}

function getDocument(file: SqliteFile, container: Container, request: GatewayRequest, id: string): Outcome {
  const document = readDocument(file, container, scopeOf(request), id);
  const { etag } = document;
  if (request.headers['if-none-match'] === etag) return { status: 304, etag, charge: 1, container };
  return { status: 200, body: documentText(container, document), etag, charge: 1, container };
}

function writeOne(
  file: SqliteFile,
  container: Container,
  request: GatewayRequest,
  write: (desk: Desk) => Written,
): Outcome {
  if (request.headers['if-none-match'] !== undefined) throw outside('If-None-Match on a write');
  const scope = scopeOf(request);
  const { status, document } = file.inTransaction(() =>
    write({ file, container, scope, moment: advance(file) }),
  );
  const charge = writeCharge(document);
  if (!document) return { status, charge, container };
  return { status, body: documentText(container, document), etag: document.etag, charge, container };
}
