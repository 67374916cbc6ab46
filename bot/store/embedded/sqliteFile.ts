/** One SQLite file, shared by any number of processes: pragmas, schema, transactions. */
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from './answers.ts';

export type SqlRow = Readonly<Record<string, SQLOutputValue>>;

export interface SqliteFile {
  /** The first row this SQL selects. */
  one(sql: string, ...values: readonly SQLInputValue[]): SqlRow | undefined;
  /** Every row this SQL selects. */
  all(sql: string, ...values: readonly SQLInputValue[]): readonly SqlRow[];
  run(sql: string, ...values: readonly SQLInputValue[]): void;
  /** All of it or nothing; on disk when this returns. Throws Refusal 449 when other writers kept the file busy. */
  inTransaction<T>(work: () => T): T;
  close(): void;
}

const schemaVersion = 1;
const schema = `
  CREATE TABLE IF NOT EXISTS databases (id TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS containers (
    n INTEGER PRIMARY KEY, database TEXT NOT NULL, id TEXT NOT NULL, etag TEXT NOT NULL, ts INTEGER NOT NULL,
    definition TEXT NOT NULL, UNIQUE (database, id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS progress (only INTEGER PRIMARY KEY CHECK (only = 1), lsn INTEGER NOT NULL) STRICT;
  INSERT OR IGNORE INTO progress VALUES (1, 0);
  PRAGMA user_version = ${schemaVersion};`;

const statementsKept = 500;

const primaryCode = (error: unknown) =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : 0;
/** SQLITE_BUSY and SQLITE_LOCKED. */
const isBusy = (error: unknown) => [5, 6].includes(primaryCode(error));

export interface SqliteOptions {
  /** Path of the file. It and the folders above it are created when missing; several processes may use it at once. */
  readonly file: string;
  /** How long to wait for the commits of other processes, which take milliseconds, before answering 449. Default 5000. */
  readonly busyMilliseconds?: number;
  /** Called after every statement of a transaction, COMMIT included: a crash test ends the process in it. */
  readonly afterStatement?: (sql: string) => void;
}

export function openSqliteFile({
  file: path,
  busyMilliseconds = 5000,
  afterStatement,
}: SqliteOptions): SqliteFile {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: busyMilliseconds });
  try {
    prepareFile(database);
  } catch (error) {
    database.close();
    throw error;
  }

  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    if (statements.size >= statementsKept) statements.clear();
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const traced = <T>(sql: string, result: T) => {
    if (afterStatement && database.isTransaction) afterStatement(sql);
    return result;
  };

  return {
    one: (sql, ...values) => traced(sql, prepared(sql).get(...values)),
    all: (sql, ...values) => traced(sql, prepared(sql).all(...values)),
    run: (sql, ...values) => {
      traced(sql, prepared(sql).run(...values));
    },
    inTransaction: (work) => {
      begin(database);
      try {
        const result = work();
        database.exec('COMMIT');
        afterStatement?.('COMMIT');
        return result;
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => database.close(),
  };
}

/** A column that holds text, and one that holds a whole number. The tables are STRICT: anything else is a defect. */
export function textIn(row: SqlRow, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`Column ${column} holds no text.`);
  return value;
}
export function numberIn(row: SqlRow, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`Column ${column} holds no number.`);
  return value;
}

/** BEGIN IMMEDIATE takes the write lock first, so that nothing read in the transaction can be stale. */
function begin(database: DatabaseSync) {
  try {
    database.exec('BEGIN IMMEDIATE');
  } catch (error) {
    if (isBusy(error)) throw new Refusal(449, 'Other writers kept the store busy. Nothing was stored.');
    throw error;
  }
}

function prepareFile(database: DatabaseSync) {
  whileBusy(() => database.exec('PRAGMA journal_mode = WAL'));
  database.exec('PRAGMA synchronous = FULL');
  whileBusy(() => {
    const version = database.prepare('PRAGMA user_version').get()?.['user_version'];
    if (version === schemaVersion) return;
    if (version !== 0)
      throw new Error(`The store's file has schema ${String(version)}, not ${schemaVersion}.`);
    database.exec(`BEGIN IMMEDIATE; ${schema} COMMIT;`);
  });
}

/** Changing the journal mode does not wait for the busy timeout, so two processes that start together need this. */
function whileBusy(work: () => void) {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let attempt = 1; ; attempt++) {
    try {
      work();
      return;
    } catch (error) {
      if (!isBusy(error) || attempt >= 200) throw error;
      Atomics.wait(pause, 0, 0, 25);
    }
  }
}
