/** A program of ours as people start it: in a process of its own, with nothing of this one's environment but PATH. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface NodeProcess {
  /** What it has printed so far. */
  readonly printed: { readonly out: string; readonly err: string };
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Waits until it prints this; rejects with all that it printed when it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** `script` is a path within the project. */
export function startNode(script: string, environment: Readonly<Record<string, string>>): NodeProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', script)], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed.err += chunk.toString()));
  // Closed, not only exited: by then everything it printed has been read.
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  return {
    printed,
    ended,
    async says(pattern) {
      const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>();
      const look = () => {
        const found = pattern.exec(printed.out);
        if (found) resolve(found);
      };
      look();
      child.stdout.on('data', look);
      void ended.then((how) =>
        reject(new Error(`${script} ended with ${how} and said: ${printed.out}${printed.err}`)),
      );
      return promise;
    },
    async end(signal) {
      child.kill(signal);
      await ended;
    },
  };
}
