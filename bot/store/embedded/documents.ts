/** The five things that can be done to one document. Those that write run inside a transaction. */
import { randomUUID } from 'node:crypto';
import { canBeId } from '../ids.ts';
import { missing, moved, outside, Refusal, taken, tooLarge } from './answers.ts';
import type { Container } from './containers.ts';
import type { Moment } from './progress.ts';
import { numberIn, textIn, type SqliteFile, type SqlRow } from './sqliteFile.ts';

export interface StoredDocument {
  readonly n: number;
  readonly id: string;
  readonly etag: string;
  readonly ts: number;
  /** The caller's own fields as JSON text; the system fields are put behind them when it is read. */
  readonly body: string;
}

/** The columns of a document, and a row of them as one. */
export const columns = 'n, id, etag, ts, body';
export const documentFrom = (row: SqlRow): StoredDocument => ({
  n: numberIn(row, 'n'),
  id: textIn(row, 'id'),
  etag: textIn(row, 'etag'),
  ts: numberIn(row, 'ts'),
  body: textIn(row, 'body'),
});

/** Where a document is written: file, container, scope, and the moment of the transaction. */
export interface Desk {
  readonly file: SqliteFile;
  readonly container: Container;
  readonly scope: string;
  readonly moment: Moment;
}

export interface Written {
  readonly status: number;
  /** Absent after a deletion. */
  readonly document?: StoredDocument;
}

/** Cosmos's limit for one document and for one request. */
export const largest = 2 * 1024 * 1024;

export function readDocument(
  file: SqliteFile,
  container: Container,
  scope: string,
  id: string,
): StoredDocument {
  const row = file.one(`SELECT ${columns} FROM "${container.table}" WHERE scope = ? AND id = ?`, scope, id);
  if (!row) throw missing();
  return documentFrom(row);
}

export function createDocument(desk: Desk, body: unknown): Written {
  const fields = ownFields(desk, body);
  const document = insert(desk, fields.id, fields.text);
  if (!document) throw taken();
  return { status: 201, document };
}

export function replaceDocument(desk: Desk, id: string, body: unknown, ifMatch?: string): Written {
  const fields = ownFields(desk, body);
  if (fields.id !== id) throw new Refusal(400, 'The id in the body is not the id that is replaced.');
  return { status: 200, document: update(desk, id, fields.text, ifMatch) };
}

/** Takes no If-Match: what Cosmos makes of one on a document that is not there is nothing to build on. */
export function upsertDocument(desk: Desk, body: unknown): Written {
  const fields = ownFields(desk, body);
  const document = insert(desk, fields.id, fields.text);
  if (document) return { status: 201, document };
  return { status: 200, document: update(desk, fields.id, fields.text, undefined) };
}

export function deleteDocument(desk: Desk, id: string, ifMatch?: string): Written {
  const gone = desk.file.one(
    `DELETE FROM "${desk.container.table}" WHERE scope = ? AND id = ? AND ${matches} RETURNING n`,
    desk.scope,
    id,
    ...matching(ifMatch),
  );
  if (!gone) throw missingOrMoved(desk, id);
  return { status: 204 };
}

/** A document as Cosmos answers it. */
export function documentText(container: Container, { n, etag, ts, body }: StoredDocument): string {
  const rid = ridOf(container, n);
  const self = `dbs/${container.rid.slice(0, 6)}==/colls/${container.rid}/docs/${rid}/`;
  return `${body.slice(0, -1)},"_rid":"${rid}","_self":"${self}","_etag":${JSON.stringify(etag)},"_attachments":"attachments/","_ts":${ts}}`;
}

/** A plausible request charge for writing this many bytes. */
export const writeCharge = (document: StoredDocument | undefined) =>
  Number((5.5 + (document?.body.length ?? 0) / 1024).toFixed(2));

function ownFields({ container, scope }: Desk, body: unknown): { id: string; text: string } {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw outside('a document that is not a JSON object');
  const fields = new Map(Object.entries(body));
  const id: unknown = fields.get('id');
  if (!canBeId(id))
    throw new Refusal(
      400,
      "The input content is invalid because the required property 'id' is missing, too long or has characters that an id cannot have.",
    );
  if (fields.get(container.partitionField) !== scope)
    throw new Refusal(
      400,
      "PartitionKey extracted from document doesn't match the one specified in the header",
    );
  for (const system of ['_rid', '_self', '_etag', '_attachments', '_ts']) fields.delete(system);
  const text = JSON.stringify(Object.fromEntries(fields));
  if (Buffer.byteLength(text) > largest) throw tooLarge();
  return { id, text };
}

const newEtag = () => `"${randomUUID()}"`;

/** Undefined when the id is taken. */
function insert({ file, container, scope, moment: { ts } }: Desk, id: string, body: string) {
  const etag = newEtag();
  const row = file.one(
    `INSERT INTO "${container.table}" (scope, id, etag, ts, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (scope, id) DO NOTHING RETURNING n`,
    scope,
    id,
    etag,
    ts,
    body,
  );
  return row && { n: numberIn(row, 'n'), id, etag, ts, body };
}

function update(desk: Desk, id: string, body: string, ifMatch: string | undefined): StoredDocument {
  const { file, container, scope } = desk;
  const { ts } = desk.moment;
  const etag = newEtag();
  const row = file.one(
    `UPDATE "${container.table}" SET etag = ?, ts = ?, body = ? WHERE scope = ? AND id = ? AND ${matches} RETURNING n`,
    etag,
    ts,
    body,
    scope,
    id,
    ...matching(ifMatch),
  );
  if (!row) throw missingOrMoved(desk, id);
  return { n: numberIn(row, 'n'), id, etag, ts, body };
}

/** If-Match: none given, or `*`, matches any etag. */
const matches = "? IN ('*', etag)";
const matching = (ifMatch: string | undefined) => [ifMatch ?? '*'];

function missingOrMoved({ file, container, scope }: Desk, id: string): Refusal {
  readDocument(file, container, scope, id);
  return moved();
}

function ridOf(container: Container, n: number): string {
  const bytes = Buffer.alloc(16);
  Buffer.from(container.rid.replaceAll('-', '/'), 'base64').copy(bytes);
  bytes.writeBigUInt64LE(BigInt(n), 8);
  return bytes.toString('base64').replaceAll('/', '-');
}
