import { DatabaseSync } from 'node:sqlite';

export type StoredRow = Readonly<Record<string, unknown>>;

/** Every row of every container, read out of the file itself and not by any list of the app. */
export function storedRows(file: string): StoredRow[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const rows = tables.flatMap(({ name }) => database.prepare(`SELECT * FROM "${String(name)}"`).all());
  database.close();
  return rows.flatMap((row) => Object.values(row).flatMap(jsonIn));
}

function jsonIn(value: unknown): StoredRow[] {
  if (typeof value !== 'string' || !value.startsWith('{')) return [];
  const parsed = JSON.parse(value) as StoredRow;
  return typeof parsed['kind'] === 'string' || typeof parsed['what'] === 'string' ? [parsed] : [];
}
