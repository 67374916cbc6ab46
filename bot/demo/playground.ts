/**
 * `npm run chat`: Microsoft's own local Teams client, the Agents Playground, with fictional people, connected to the
 * app on this machine. A pinned development tool; production never installs it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface PlaygroundOptions {
  /** Where the bot listens, for example http://127.0.0.1:3978/api/messages. */
  readonly endpoint: string;
  /** Preferred port; the Playground falls back to another when it is taken. */
  readonly port: number;
  /** A folder for its configuration. */
  readonly folder: string;
}

export interface Playground {
  readonly url: string;
  readonly stop: () => void;
  readonly process: ChildProcess;
}

export async function startPlayground({ endpoint, port, folder }: PlaygroundOptions): Promise<Playground> {
  writeConfiguration(folder);
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const words = ['start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'];
  const child = spawn(process.execPath, [cli, ...words], {
    cwd: folder,
    env: { ...process.env, PATH: `${openerStub(folder)}${delimiter}${process.env['PATH'] ?? ''}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const listening = await portOf(child);
  return { url: `http://127.0.0.1:${listening}/`, stop: () => child.kill(), process: child };
}

/** It exits without a word when the machine has no browser opener, so it gets one that does nothing. */
function openerStub(folder: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const opener = join(bin, 'xdg-open');
  writeFileSync(opener, '#!/bin/sh\nexit 0\n');
  chmodSync(opener, 0o755);
  return bin;
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const port = /Listening on (\d+)/.exec(said)?.[1];
      if (port) resolve(port);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The Playground stopped (${code}) and said: ${said}`)));
  });
}

/** Exactly five people besides the current one and exactly one channel: with fewer or more it refuses to start. */
function writeConfiguration(folder: string): void {
  const person = (number: number, name: string, key = '  - ') => {
    const [given = '', surname = ''] = name.split(' ');
    return [
      `${key}id: "29:1fictional${number}"`,
      `    name: ${name}`,
      `    userPrincipleName: chat${number}@brookshire.example`,
      `    aadObjectId: aaaaaaaa-0000-4000-8000-0000000000${20 + number}`,
      `    givenName: ${given}`,
      `    surname: ${surname}`,
      `    email: chat${number}@brookshire.example`,
    ].join('\n');
  };
  const others = ['Visitor One', 'Visitor Two', 'Visitor Three', 'Visitor Four', 'Visitor Five'];
  const lines = [
    'version: "0.1.1"',
    'tenantId: bbbbbbbb-0000-4000-8000-000000000001',
    'bot:',
    '  id: "28:cccccccc-0000-4000-8000-000000000011"',
    '  name: Common Ground',
    'currentUser:',
    person(0, 'Demo Visitor', '    '),
    'users:',
    ...others.map((name, index) => person(index + 1, name)),
    'personalChat:',
    '  id: "a:1demovisitor"',
    'groupChat:',
    '  id: "19:groupchat@thread.v2"',
    '  name: Practice group',
    'team:',
    '  id: "19:team@thread.tacv2"',
    '  name: Brookshire',
    '  aadGroupId: dddddddd-0000-4000-8000-000000000031',
    '  channels:',
    '    - id: "19:panel@thread.tacv2"',
    '      name: Review panel',
  ];
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.m365agentsplayground.yml'), `${lines.join('\n')}\n`);
}

async function main(): Promise<void> {
  const app = `http://127.0.0.1:${process.env['PORT'] ?? 3978}`;
  const running = await fetch(`${app}/health`).catch(() => undefined);
  if (!running?.ok) {
    console.error(`Common Ground is not running at ${app}. Start it first, in another window: npm start`);
    process.exitCode = 1;
    return;
  }
  const folder = join(import.meta.dirname, '..', '..', '.data', 'playground');
  const playground = await startPlayground({ endpoint: `${app}/api/messages`, port: 56150, folder });
  console.log(`\nThe chat is open at ${playground.url}`);
  console.log('Say "act as Rosa Bell" to be a receptionist, then "report". Stop it with Ctrl+C.\n');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, playground.stop);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
