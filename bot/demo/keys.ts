import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const shape = z.object({ personHash: z.string().length(64), token: z.string().length(64) });
export type DemoKeys = z.infer<typeof shape>;

/** The demo's own random keys (hexadecimal), made at the first start and kept beside the store, readable to its owner only. */
export function demoKeys(file: string): DemoKeys {
  if (existsSync(file)) return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  const key = () => randomBytes(32).toString('hex');
  const keys: DemoKeys = { personHash: key(), token: key() };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(keys)}\n`, { mode: 0o600 });
  return keys;
}
