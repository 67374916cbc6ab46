/** The store's progress: one number for every transaction that wrote, which Cosmos hands out as a session token. */
import { numberIn, type SqliteFile } from './sqliteFile.ts';

export interface Moment {
  readonly lsn: number;
  /** Seconds since 1970 by SQLite's clock, for Cosmos's `_ts`. Nothing of ours reads it. */
  readonly ts: number;
}

/** Call first in every transaction that writes. */
export function advance(file: SqliteFile): Moment {
  const row = file.one('UPDATE progress SET lsn = lsn + 1 RETURNING lsn, unixepoch() AS ts') ?? {};
  return { lsn: numberIn(row, 'lsn'), ts: numberIn(row, 'ts') };
}

export const progressOf = (file: SqliteFile): number =>
  numberIn(file.one('SELECT lsn FROM progress') ?? {}, 'lsn');
