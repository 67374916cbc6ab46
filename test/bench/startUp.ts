/** How long the app takes to be ready, tab already built, and what it holds in memory when nothing happens. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface StartUp {
  /** Milliseconds from spawning node to the printed address, on an area that is already loaded. */
  readonly milliseconds: number;
  /** Resident memory after some seconds of rest, in MB. */
  readonly idleMegabytes: number;
  /** Milliseconds for node itself to start and stop, in the same run. */
  readonly bareNodeMilliseconds: number;
}

const main = join(import.meta.dirname, '..', '..', 'bot', 'main.ts');

export async function measureStartUp(): Promise<StartUp> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const first = await startApp(folder);
  await first.stop();
  const second = await startApp(folder);
  await wait(5000);
  const idleMegabytes = residentMegabytes(second.pid);
  await second.stop();
  rmSync(folder, { recursive: true, force: true });
  return { milliseconds: second.milliseconds, idleMegabytes, bareNodeMilliseconds: await bareNode() };
}

async function startApp(folder: string) {
  const began = performance.now();
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], PORT: '0', DATA_FILE: join(folder, 'records.sqlite') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  child.once('exit', (code) => reject(new Error(`The app stopped with ${code}.`)));
  child.stdout.on('data', (chunk: Buffer) => {
    if (chunk.toString().includes('http://127.0.0.1:')) resolve(performance.now() - began);
  });
  const milliseconds = await promise;
  return {
    milliseconds,
    pid: child.pid ?? 0,
    stop: async () => {
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      child.removeAllListeners('exit').once('exit', () => end());
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Linux only; elsewhere 0, and the bench says that it was not measured. */
function residentMegabytes(pid: number): number {
  if (process.platform !== 'linux') return 0;
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

async function bareNode(): Promise<number> {
  const began = performance.now();
  const { promise, resolve } = Promise.withResolvers<void>();
  spawn(process.execPath, ['-e', '0']).once('exit', () => resolve());
  await promise;
  return performance.now() - began;
}
