/** Puts the parts together: store, desk, chat, web, background work. One function, so that tests start the real app. */
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { TurnContext } from 'botbuilder';
import { createAdapter, type AdapterOptions } from './chat/adapter.ts';
import { createBot } from './chat/bot.ts';
import { clearedMessage } from './chat/deliver.ts';
import { createProcessActivity } from './chat/processActivity.ts';
import { chatSentences } from './chat/sentences.ts';
import { teamsPerson } from './chat/teamsPerson.ts';
import { createClock, type SettableClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Person } from './desk/caller.ts';
import { pauseFor } from './desk/commit.ts';
import { createDesk, type Desk } from './desk/desk.ts';
import type { Log } from './desk/logPort.ts';
import { directory } from './desk/office.ts';
import { documents } from './documents/documents.ts';
import { createSealDays } from './jobs/sealDays.ts';
import { start as startJobs, type Worker } from './jobs/start.ts';
import { createLog } from './log.ts';
import { createGate } from './outbound/gate.ts';
import { createItemMessage } from './outbound/itemCards.ts';
import { createLimiter } from './outbound/limits.ts';
import { gatheredMessage, noticeMessage } from './outbound/noticeCards.ts';
import { createTeamsSender } from './outbound/teamsSender.ts';
import { presentStateAt } from './presentState.ts';
import { systemRandom } from './random.ts';
import { openStore, type Store } from './store/client.ts';
import { createServer, type WebServer } from './web/server.ts';
import { surroundingsOf } from './surroundings.ts';

export interface App {
  readonly desk: Desk;
  readonly clock: SettableClock;
  /** Where it is reached on this machine. */
  readonly url: string;
  readonly worker: Worker;
  /** Finishes what is under way, then lets go of port, timers and store. */
  stop(): Promise<void>;
}

/** How long the worker rests between two looks at everything; work of this process is done at once. */
const lookEvery = 15_000;

/** What a test of the real app may replace. */
export interface Seams {
  /** Where botbuilder finds the keys of Teams, and where its own tokens come from. */
  readonly botFramework?: AdapterOptions['overrides'];
  /** Where its lines go; default: standard output, at the configuration's level. */
  readonly log?: Log;
}

export async function startApp(
  config: Config,
  { botFramework = {}, log = createLog(config.LOG_LEVEL) }: Seams = {},
): Promise<App> {
  const clock = createClock();
  const around = await surroundingsOf(config, log);
  const store = await openStore(around.store);
  const nudges: { worker?: Worker } = {};
  const desk = createDesk({
    records: store.records,
    access: store.access,
    documents,
    anchors: around.anchors,
    clock,
    random: systemRandom,
    hashPerson: (identity) => createHmac('sha256', around.personHashKey).update(identity).digest('hex'),
    allowTestNumbers: config.mode === 'demo',
    demo: config.mode === 'demo',
    afterCommit: (scope) => nudges.worker?.nudge(scope),
    pause: pauseFor,
  });
  await around.prepare(desk, clock);

  const adapter = createAdapter({ log: log.child({ part: 'chat' }), ...around.bot, overrides: botFramework });
  adapter.use(
    createGate({
      onBreach: ({ part, ...breach }) =>
        log.error({ ...breach, field: part }, 'The gate kept a message back (HS-13).'),
      sentences: chatSentences,
    }),
  );
  const sender = createTeamsSender({
    adapter,
    appId: around.bot.appId ?? '',
    limiter: createLimiter({ now: () => performance.now(), pause: pauseFor }),
    pause: pauseFor,
    random: systemRandom,
  });
  const jobsLog = log.child({ part: 'jobs' });
  const worker = startJobs({
    backroom: desk.backroom,
    sender,
    messages: {
      notice: noticeMessage,
      gathered: gatheredMessage,
      cleared: clearedMessage,
      item: createItemMessage(around.publicUrl),
    },
    presentState: presentStateAt(desk),
    clock,
    random: systemRandom,
    log: jobsLog,
    every: lookEvery,
    chores: [createSealDays(desk.backroom.sealing, clock, jobsLog)],
  });
  nudges.worker = worker;

  const server = serve(config, { desk, clock, store, log, around, adapter, sender });
  const port = await server.listen(config.PORT, around.host);
  const url = `http://127.0.0.1:${port}`;
  worker.nudge(directory);
  return {
    desk,
    clock,
    url,
    worker,
    async stop() {
      await server.close();
      await worker.stop();
      store.close();
    },
  };
}

interface Served {
  readonly desk: Desk;
  readonly clock: SettableClock;
  readonly store: Store;
  readonly log: Log;
  readonly around: Awaited<ReturnType<typeof surroundingsOf>>;
  readonly adapter: ReturnType<typeof createAdapter>;
  readonly sender: ReturnType<typeof createTeamsSender>;
}

function serve(config: Config, { desk, clock, store, log, around, adapter, sender }: Served): WebServer {
  const isDemo = config.mode === 'demo';
  const bot = createBot({
    desk,
    identify: numbered(isDemo ? actingPerson(desk) : teamsPerson(around.tenants)),
    tabUrl: around.publicUrl,
    demo: isDemo,
    sender,
    log: log.child({ part: 'chat' }),
  });
  return createServer({
    desk,
    signIn: around.signIn,
    processActivity: createProcessActivity(adapter, bot, { secured: !isDemo, tenants: around.tenants }),
    tabFolder: join(import.meta.dirname, '..', 'tab', 'dist'),
    publicUrl: around.publicUrl,
    log: log.child({ part: 'web' }),
    ready: async () => {
      await store.records.read(directory, 'ready', 'clock');
      return true;
    },
    ...(around.tokenFor ? { demo: { clock, tokenFor: around.tokenFor, chat: around.chatHint } } : {}),
  });
}

/** In demo mode, whoever they said they act as (D14). */
function actingPerson(desk: Desk) {
  return async (context: TurnContext): Promise<Person | undefined> => {
    const person = await desk.demo?.actingAs(context.activity.from.id);
    return person ? { person, from: 'chat' } : undefined;
  };
}

type Identify = (context: TurnContext) => Promise<Person | undefined>;

/** Every turn of the chat has a number of its own for the audit, as every web request has one. */
const numbered =
  (identify: Identify): Identify =>
  async (context) => {
    const person = await identify(context);
    return person && { ...person, request: systemRandom.uuid() };
  };
