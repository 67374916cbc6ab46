/** Store files that a test may write: each in a folder of its own, gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFile {
  readonly path: string;
  readonly remove: () => void;
}

export function temporaryFile(): TemporaryFile {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  return { path: join(folder, 'store.db'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
