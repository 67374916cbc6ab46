/**
 * Builds the tab into tab/dist, only when something it is made of has changed since the last build. What it was made
 * of is remembered as a hash beside the result, so that a start with nothing to build costs a few milliseconds.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const here = import.meta.dirname;
const project = join(here, '..');
const stamp = join(here, 'dist', '.built-from');

/** Builds when needed; says which it was. Throws Vite's own error when the tab does not build. */
export async function buildTab(): Promise<'built' | 'unchanged'> {
  const sources = await hashOfSources();
  if ((await lastBuiltFrom()) === sources) return 'unchanged';
  const { build } = await import('vite');
  await build({ configFile: join(here, 'vite.config.ts'), logLevel: 'warn', mode: 'production' });
  await writeFile(stamp, sources);
  return 'built';
}

async function lastBuiltFrom(): Promise<string | undefined> {
  try {
    return await readFile(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

/** The contents of tab/ (without its result), bot/contract/ and the lock file, as one hash. */
async function hashOfSources(): Promise<string> {
  const files = [
    ...(await filesBelow(here)).filter((file) => !relative(here, file).startsWith('dist')),
    ...(await filesBelow(join(project, 'bot', 'contract'))),
    join(project, 'package-lock.json'),
  ];
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    hash
      .update(`${relative(project, file)}\0`)
      .update(await readFile(file))
      .update('\0');
  }
  return hash.digest('hex');
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

if (import.meta.main && (await buildTab()) === 'built') console.log('The tab was built.');
