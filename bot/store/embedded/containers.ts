/** Databases and containers, and the table behind each container. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { missing, outside, ownerMissing, Refusal, taken, type Outcome } from './answers.ts';
import {
  compositeIndexesOf,
  partitionFieldOf,
  plainName,
  readSpec,
  type ContainerSpec,
} from './containerSpec.ts';
import { arrangeIndexes, type Indexed } from './indexes.ts';
import { advance } from './progress.ts';
import { numberIn, textIn, type SqliteFile } from './sqliteFile.ts';

export interface Container extends Indexed {
  /** Eight bytes in Cosmos's base64, as the SDK expects of a container's resource id. */
  readonly rid: string;
  readonly link: string;
  readonly partitionField: string;
}

interface ContainerRow {
  readonly n: number;
  readonly etag: string;
  readonly ts: number;
  readonly definition: string;
}

const databaseSpec = z.strictObject({ id: plainName });

export function readDatabase(file: SqliteFile, id: string): Outcome {
  const row = file.one('SELECT n FROM databases WHERE id = ?', id);
  if (!row) throw missing();
  const body = { id, _rid: ridOf(numberIn(row, 'n')), _self: `dbs/${id}/` };
  return { status: 200, body: JSON.stringify(body), charge: 1 };
}

export function createDatabase(file: SqliteFile, body: unknown): Outcome {
  const spec = databaseSpec.safeParse(body);
  if (!spec.success) throw outside('a database with anything but a plain name');
  const { id } = spec.data;
  return file.inTransaction(() => {
    if (file.one('SELECT n FROM databases WHERE id = ?', id)) throw taken();
    file.run('INSERT INTO databases VALUES (?, (SELECT count(*) + 1 FROM databases))', id);
    return { ...readDatabase(file, id), status: 201 };
  });
}

export function readContainer(file: SqliteFile, database: string, id: string): Outcome {
  const { n, etag, ts, definition } = containerRow(file, database, id) ?? none(missing());
  const system = { _rid: ridOf(n), _self: linkOf(database, id), _etag: etag, _ts: ts };
  const body = JSON.stringify({ ...readSpec(JSON.parse(definition)), ...system });
  return { status: 200, body, etag, charge: 1 };
}

export function createContainer(file: SqliteFile, database: string, body: unknown): Outcome {
  const spec = readSpec(body);
  return file.inTransaction(() => {
    readDatabase(file, database);
    if (containerRow(file, database, spec.id)) throw taken();
    file.run(
      'INSERT INTO containers (database, id, etag, ts, definition) VALUES (?, ?, ?, ?, ?)',
      database,
      spec.id,
      newEtag(),
      advance(file).ts,
      JSON.stringify(spec),
    );
    const container = findContainer(file, database, spec.id);
    file.run(
      `CREATE TABLE "${container.table}" (
         n INTEGER PRIMARY KEY, scope TEXT NOT NULL, id TEXT NOT NULL, etag TEXT NOT NULL, ts INTEGER NOT NULL,
         body TEXT NOT NULL, UNIQUE (scope, id)
       ) STRICT`,
    );
    arrangeIndexes(file, container);
    return { ...readContainer(file, database, spec.id), status: 201 };
  });
}

/** Replaces the indexing policy; nothing else of a container can change. */
export function replaceContainer(file: SqliteFile, database: string, id: string, body: unknown): Outcome {
  const spec = readSpec(body);
  return file.inTransaction(() => {
    const { partitionField } = findContainer(file, database, id);
    if (spec.id !== id || partitionFieldOf(spec) !== partitionField)
      throw new Refusal(400, 'Document collection partition key cannot be changed.');
    file.run(
      'UPDATE containers SET etag = ?, ts = ?, definition = ? WHERE database = ? AND id = ?',
      newEtag(),
      advance(file).ts,
      JSON.stringify(spec),
      database,
      id,
    );
    arrangeIndexes(file, findContainer(file, database, id));
    return readContainer(file, database, id);
  });
}

/** Throws Refusal 404 with substatus 1003, as Cosmos does for a document of a container that is not there. */
export function findContainer(file: SqliteFile, database: string, id: string): Container {
  const row = containerRow(file, database, id) ?? none(ownerMissing());
  const known = found.get(row.etag);
  if (known) return known;
  const spec: ContainerSpec = readSpec(JSON.parse(row.definition));
  const container = {
    rid: ridOf(row.n),
    link: linkOf(database, id),
    table: `documents_${row.n}`,
    partitionField: partitionFieldOf(spec),
    compositeIndexes: compositeIndexesOf(spec),
  };
  found.set(row.etag, container);
  return container;
}

/** Definitions read before. An etag is never given twice, so it names one definition for good. */
const found = new Map<string, Container>();

const newEtag = () => `"${randomUUID()}"`;
const linkOf = (database: string, id: string) => `dbs/${database}/colls/${id}`;
const none = (refusal: Refusal): never => {
  throw refusal;
};

function ridOf(n: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32BE(1, 0);
  bytes.writeUInt32BE(n, 4);
  return bytes.toString('base64').replaceAll('/', '-');
}

function containerRow(file: SqliteFile, database: string, id: string): ContainerRow | undefined {
  const row = file.one(
    'SELECT n, etag, ts, definition FROM containers WHERE database = ? AND id = ?',
    database,
    id,
  );
  if (!row) return undefined;
  return {
    n: numberIn(row, 'n'),
    etag: textIn(row, 'etag'),
    ts: numberIn(row, 'ts'),
    definition: textIn(row, 'definition'),
  };
}
