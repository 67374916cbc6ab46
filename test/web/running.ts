/** The real server over the real desk on a real embedded store, on a free loopback port. */
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createClock, type SettableClock } from '../../bot/clock.ts';
import type { Role } from '../../bot/contract/roles.ts';
import { theSystem } from '../../bot/desk/caller.ts';
import { pauseFor } from '../../bot/desk/commit.ts';
import { createDesk, type Desk } from '../../bot/desk/desk.ts';
import { systemRandom } from '../../bot/random.ts';
import { openStore } from '../../bot/store/client.ts';
import { demoSignIn, type DemoSignIn } from '../../bot/web/demoSignIn.ts';
import { createServer, type WebParts } from '../../bot/web/server.ts';

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

export const area = 'brookshire';
export const practice = 'Z99001';
export const otherPractice = 'Z99002';
export const site = 'Millbrook Surgery, High Street';

/** Receptionists and a manager of one practice, a manager of another, an administrator. */
export const people = {
  rosa: 'person-101',
  tom: 'person-102',
  priya: 'person-103',
  grace: 'person-202',
  sam: 'person-901',
} as const;

const indexHtml =
  '<!doctype html><title>Common Ground</title><script type="module" src="/assets/a.js"></script>';

/** `around` may put something between the server and the desk, to see what reaches it. */
export async function startServer(
  overrides: Partial<WebParts> = {},
  around = (desk: Desk): Desk => desk,
): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'web-'));
  const store = await openStore({ embedded: { file: join(folder, 'records.sqlite') } });
  const clock = createClock();
  const desk = createDesk({
    records: store.records,
    access: store.access,
    clock,
    random: systemRandom,
    hashPerson: (identity) => createHmac('sha256', 'test').update(identity).digest('hex'),
    allowTestNumbers: true,
    demo: true,
    afterCommit: () => undefined,
    pause: pauseFor,
  });
  await seed(desk);
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
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A body as a client sends it. */
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

export const newId = () => randomUUID();

/** The shortest report there is, of something that happened yesterday. */
export function shortReport(clock: SettableClock) {
  const day = clock.now().toZonedDateTimeISO('Europe/London').subtract({ days: 1 }).toPlainDate();
  return {
    site,
    incidentDate: day.toString(),
    incidentTime: '10:15',
    location: 'SURGERY',
    incidentTypes: ['NONPHYS'],
    directedAt: ['STAFF:VERBAL'],
    personKind: 'UNKNOWN',
    narrative: 'Shouted at the front desk and would not leave.',
    policeCalled: 'NO',
    fearForSafety: false,
  };
}

async function seed(desk: Desk): Promise<void> {
  const put = async (name: string, input: object) => {
    const performed = await desk.perform(theSystem, { id: newId(), name, input });
    if (!performed.done) throw new Error(performed.refusal.message);
  };
  const putPerson = (person: string, name: string, role: Role, organisation: string) =>
    put('directory.putPerson', {
      person,
      name,
      grants: [{ role, organisation, area, from: '2020-01-01' }],
    });
  await put('directory.putArea', { area, name: 'Brookshire', profile: 'national-2024@1' });
  const organisation = { type: 'practice', area, sites: [site] };
  await put('directory.putOrganisation', {
    ...organisation,
    organisation: practice,
    name: 'Millbrook Surgery',
  });
  await put('directory.putOrganisation', {
    ...organisation,
    organisation: otherPractice,
    name: 'Harbour Lane',
  });
  await put('directory.putOrganisation', {
    organisation: 'operator',
    name: 'Common Ground',
    type: 'operator',
    area,
    sites: [],
  });
  await putPerson(people.rosa, 'Rosa Bell', 'PRS', practice);
  await putPerson(people.tom, 'Tom Asher', 'PRS', practice);
  await putPerson(people.priya, 'Priya Shah', 'PPM', practice);
  await putPerson(people.grace, 'Grace Lindqvist', 'PPM', otherPractice);
  await putPerson(people.sam, 'Sam Tully', 'SYS', 'operator');
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
