/** The tab as it is served: the real server over the real desk and the fictional area, on a free loopback port. */
import { join } from 'node:path';
import { pino } from 'pino';
import { createClock, type SettableClock } from '../../../bot/clock.ts';
import type { Person } from '../../../bot/desk/caller.ts';
import type { Desk } from '../../../bot/desk/desk.ts';
import { demoSignIn } from '../../../bot/web/demoSignIn.ts';
import { createServer } from '../../../bot/web/server.ts';
import { buildTab } from '../../../tab/build.ts';
import { openHouse } from '../../support/house.ts';

export interface App {
  readonly url: string;
  /** The store's own file. */
  readonly file: string;
  readonly desk: Desk;
  readonly clock: SettableClock;
  readonly tokenFor: (person: Person) => Promise<string>;
  /** Puts what waits in the outbox into people's inboxes, as background work does. */
  readonly deliverNotices: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const builtTab = join(import.meta.dirname, '..', '..', '..', 'tab', 'dist');

export interface AppOptions {
  /** False serves the tab as production does, without the person picker. Default true. */
  readonly demo?: boolean;
  /** What is served as the tab. Default: the tab. */
  readonly tabFolder?: string;
}

/** Builds the tab when needed. */
export async function startApp({ demo = true, tabFolder = builtTab }: AppOptions = {}): Promise<App> {
  await buildTab();
  const house = await openHouse();
  const { signIn, tokenFor } = demoSignIn({ key: new Uint8Array(32).fill(5), machine: createClock() });
  const chat = 'Open a second terminal and run "npm run chat".';
  const server = createServer({
    desk: house.desk,
    signIn,
    ...(demo ? { demo: { clock: house.clock, tokenFor, chat } } : {}),
    processActivity: async (_req, res) => {
      res.send(200);
    },
    tabFolder,
    publicUrl: 'http://127.0.0.1',
    log: pino({ level: 'silent' }),
    ready: async () => true,
  });
  const port = await server.listen(0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}`,
    file: house.file,
    desk: house.desk,
    clock: house.clock,
    tokenFor: ({ person }) => tokenFor(person),
    deliverNotices: async () => {
      const { backroom } = house.desk;
      for (const scope of await backroom.scopes()) {
        // It comes page by page; what is settled is not due any more.
        let due = await backroom.outboxDue(scope);
        while (due.length > 0) {
          for (const row of due) {
            if (row.row.topic === 'notice') await backroom.fileNotice(row.row);
            await backroom.settle(row);
          }
          due = await backroom.outboxDue(scope);
        }
      }
    },
    close: async () => {
      await server.close();
      house.close();
    },
  };
}
