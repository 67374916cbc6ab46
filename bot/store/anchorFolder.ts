import { randomUUID } from 'node:crypto';
import { link, mkdir, opendir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Anchors } from '../desk/audit/anchors.ts';

/** Anchors as files of a folder, each made once and never opened for writing again. For one machine: demo mode. */
export function anchorFolder(folder: string): Anchors {
  return {
    async append(name, document) {
      await mkdir(folder, { recursive: true });
      // Whole or not at all: cut off while it writes, it leaves a draft, not an anchor that says nothing.
      const draft = join(folder, `${randomUUID()}.draft`);
      await writeFile(draft, document, { flush: true });
      try {
        await link(draft, join(folder, name));
        return 'kept';
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return 'there';
        throw error;
      } finally {
        await unlink(draft);
      }
    },
    async read(name) {
      try {
        return await readFile(join(folder, name), 'utf8');
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw error;
      }
    },
    async *names() {
      try {
        for await (const { name } of await opendir(folder)) yield name;
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') throw error;
      }
    },
  };
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);
