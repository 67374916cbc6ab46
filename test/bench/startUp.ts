/**
 * How long the app takes to be ready, tab already built; what it holds in memory when nothing happens; and what the first
 * word in chat costs, which loads what no start needs. Node is started as `npm start` does it.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import manifest from '../../package.json' with { type: 'json' };

export interface StartUp {
  /** Milliseconds from spawning node to the printed address, on an area that is already loaded. */
  readonly milliseconds: number;
  /** Resident memory after some seconds of rest, in MB. */
  readonly idleMegabytes: number;
  /** Milliseconds from the first message in chat to its answer, a card. */
  readonly firstTurn: number;
  /** Resident memory some seconds after that, in MB. */
  readonly megabytesAfterTurn: number;
  /** Milliseconds for node itself to start and stop, in the same run. */
  readonly bareNodeMilliseconds: number;
}

const project = join(import.meta.dirname, '..', '..');
const rest = 5000;

export async function measureStartUp(): Promise<StartUp> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const first = await startApp(folder);
  await first.stop();
  const second = await startApp(folder);
  await wait(rest);
  const idleMegabytes = residentMegabytes(second.pid);
  const firstTurn = await sayHelp(second.url);
  await wait(rest);
  const megabytesAfterTurn = residentMegabytes(second.pid);
  await second.stop();
  rmSync(folder, { recursive: true, force: true });
  return {
    milliseconds: second.milliseconds,
    idleMegabytes,
    firstTurn,
    megabytesAfterTurn,
    bareNodeMilliseconds: await bareNode(),
  };
}

/** What `npm start` gives to node after the tab is built: V8's settings and the file. */
function startArguments(): string[] {
  const [, command] = /&& node (.+)$/.exec(manifest.scripts.start) ?? [];
  if (command === undefined) throw new Error('npm start does not end with node and its arguments.');
  return command.split(' ');
}

async function startApp(folder: string) {
  const began = performance.now();
  const child = spawn(process.execPath, startArguments(), {
    cwd: project,
    env: { PATH: process.env['PATH'], PORT: '0', DATA_FILE: join(folder, 'records.sqlite') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  child.once('exit', (code) => reject(new Error(`The app stopped with ${code}.`)));
  child.stdout.on('data', (chunk: Buffer) => {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(chunk.toString()) ?? [];
    if (url !== undefined) resolve(url);
  });
  const url = await promise;
  return {
    url,
    milliseconds: performance.now() - began,
    pid: child.pid ?? 0,
    stop: async () => {
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      child.removeAllListeners('exit').once('exit', () => end());
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function sayHelp(url: string): Promise<number> {
  const activity = {
    type: 'message',
    text: 'help',
    id: 'first',
    channelId: 'msteams',
    deliveryMode: 'expectReplies',
    serviceUrl: url,
    from: { id: 'bench', name: 'Bench' },
    recipient: { id: 'bot', name: 'Common Ground' },
    conversation: { id: 'bench', conversationType: 'personal' },
  };
  const began = performance.now();
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  const answer = await response.text();
  if (!answer.includes('AdaptiveCard'))
    throw new Error(`The first word was not answered: ${response.status}`);
  return performance.now() - began;
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
