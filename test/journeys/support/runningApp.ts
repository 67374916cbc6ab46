/** The app as people start it, in a process of its own, on a store of its own; it can be killed and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const main = join(import.meta.dirname, '..', '..', '..', 'bot', 'main.ts');

export interface RunningApp {
  readonly url: string;
  /** Ends it as a crash would, at once. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Port 0 takes any that is free. Rejects with what it printed when it does not start. */
export async function startAppProcess(folder: string, port = 0): Promise<RunningApp> {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], PORT: String(port), DATA_FILE: join(folder, 'records.sqlite') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  return { url, kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') };
}

async function addressOf(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  const listen = (chunk: Buffer) => {
    said += chunk.toString();
    const url = /ready, with a fictional area, at (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
    if (url) resolve(url);
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  child.once('exit', (code) => reject(new Error(`The app stopped with ${code} and said: ${said}`)));
  return promise;
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.removeAllListeners('exit');
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
