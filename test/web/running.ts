/** The real server over the real desk, the fictional area and a real store, on a free loopback port. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createClock, type SettableClock } from '../../bot/clock.ts';
import type { Desk } from '../../bot/desk/desk.ts';
import { demoSignIn, type DemoSignIn } from '../../bot/web/demoSignIn.ts';
import { createServer, type WebParts } from '../../bot/web/server.ts';
import { openHouse, people as cast } from '../support/house.ts';

export interface Running {
  readonly url: string;
  readonly port: number;
  readonly desk: Desk;
  readonly clock: SettableClock;
  readonly tokenFor: DemoSignIn['tokenFor'];
  /** Every line of the log so far, parsed. */
  readonly log: readonly Record<string, unknown>[];
  readonly stop: () => Promise<void>;
}

/**
 * Receptionists and a manager of one practice, a manager of another, the programme's coordinator and trainer, an
 * administrator, the commissioner's officer, the panel's chair and the information-governance officer.
 */
export const people = {
  rosa: cast.receptionist.person,
  tom: cast.colleague.person,
  priya: cast.manager.person,
  grace: cast.otherManager.person,
  owen: cast.coordinator.person,
  kezia: cast.trainer.person,
  sam: cast.administrator.person,
  daniel: cast.officer.person,
  margaret: cast.accountable.person,
  nadia: cast.auditor.person,
} as const;

const indexHtml =
  '<!doctype html><title>Common Ground</title><script type="module" src="/assets/a.js"></script>';

/** `around` may put something between the server and the desk, to see what reaches it. */
export async function startServer(
  overrides: Partial<WebParts> = {},
  around = (desk: Desk): Desk => desk,
): Promise<Running> {
  const house = await openHouse();
  const { desk, clock } = house;
  const folder = mkdtempSync(join(tmpdir(), 'web-'));
  const { signIn, tokenFor } = demoSignIn({ key: new Uint8Array(32).fill(7), machine: createClock() });
  const log: Record<string, unknown>[] = [];
  const server = createServer({
    desk: around(desk),
    signIn,
    demo: { clock, tokenFor, chat: 'Open a second terminal and run npm run chat.' },
    processActivity: async (_req, res) => {
      res.send(200, { type: 'message' });
    },
    tabFolder: writeTab(folder),
    publicUrl: 'http://127.0.0.1:3978',
    log: pino({}, { write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>) }),
    ready: async () => true,
    ...overrides,
  });
  const port = await server.listen(0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    desk,
    clock,
    tokenFor,
    log,
    stop: async () => {
      await server.close();
      house.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Who sends it, or with what token, and what headers besides. */
export interface Sent {
  readonly person?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Posts JSON, signed in as `person` or with `token`. */
export async function post(app: Running, path: string, body: unknown, sent: Sent = {}): Promise<Response> {
  const token = sent.token ?? (sent.person ? await app.tokenFor(sent.person) : undefined);
  return fetch(`${app.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...sent.headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

function writeTab(folder: string): string {
  const tab = join(folder, 'dist');
  mkdirSync(join(tab, 'assets'), { recursive: true });
  writeFileSync(join(tab, 'index.html'), indexHtml);
  writeFileSync(join(tab, 'assets', 'a.js'), `export const greeting = '${'hello '.repeat(400)}';\n`);
  writeFileSync(join(tab, 'assets', 'logo.png'), Buffer.from([137, 80, 78, 71]));
  writeFileSync(join(folder, 'secret.txt'), 'outside the tab');
  return tab;
}
