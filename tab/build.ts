/**
 * Builds the tab into tab/dist, only when something it is made of has changed since the last build. What it was made
 * of is remembered as a hash beside the result, so that a start with nothing to build costs a few milliseconds.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export interface Building {
  /** The folder that holds tab/, bot/contract/ and the lock file. Default: this project. */
  readonly project?: string;
  /** Makes tab/dist. Default: Vite. */
  readonly make?: () => Promise<unknown>;
}

/** Builds when needed; says which it was. Throws Vite's own error when the tab does not build. */
export async function buildTab({
  project = join(import.meta.dirname, '..'),
  make = makeWithVite,
}: Building = {}): Promise<'built' | 'unchanged'> {
  const stamp = join(project, 'tab', 'dist', '.built-from');
  const sources = await hashOfSources(project);
  if ((await lastBuiltFrom(stamp)) === sources) return 'unchanged';
  await make();
  await writeFile(stamp, sources);
  return 'built';
}

async function makeWithVite(): Promise<void> {
  const { build } = await import('vite');
  const configFile = join(import.meta.dirname, 'vite.config.ts');
  await build({ configFile, logLevel: 'warn', mode: 'production' });
}

async function lastBuiltFrom(stamp: string): Promise<string | undefined> {
  try {
    return await readFile(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

/** The contents of tab/ (without its result), bot/contract/ and the lock file, as one hash. */
async function hashOfSources(project: string): Promise<string> {
  const tab = join(project, 'tab');
  const files = [
    ...(await filesBelow(tab)).filter((file) => !file.startsWith(join(tab, 'dist', sep))),
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
