/** The whole app as it starts in demo mode, Teams' connector beside it, and everything that leaves kept. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, type App } from '../../../bot/app.ts';
import type { Person } from '../../../bot/desk/caller.ts';
import { createLog } from '../../../bot/log.ts';
import { buttonOf, inputsOf, type Node } from '../../chat/support/cards.ts';
import { openConnector, type Connector } from '../../chat/support/connector.ts';
import { shownIn } from '../../chat/support/teams.ts';
import { setTime, monday } from '../../support/house.ts';

export type Payload = Readonly<Record<string, unknown>>;

export interface Left {
  readonly surface: 'personal' | 'channel';
  /** A message or edit in full, or the answer to an invoke. */
  readonly payload: Payload;
  /** What the person had just sent, when this answers them. */
  readonly typed?: unknown;
}

export interface Stage {
  readonly app: App;
  readonly file: string;
  readonly connector: Connector;
  /** Lines of the log, at level debug. */
  readonly log: readonly string[];
  /** Everything that left for Teams so far. */
  left(): Left[];
  chatOf(who: Person, name: string): Chat;
  close(): Promise<void>;
}

export interface Chat {
  post(activity: Payload): Promise<unknown>;
  say(text: string): Promise<unknown[]>;
  /** Taps a button with what the inputs hold. */
  press(card: unknown, title: string, typed?: Payload): Promise<unknown>;
  pressOld(card: unknown, title: string, typed?: Payload): Promise<unknown[]>;
  /** In the panel's channel: words that mention the bot, and a tap. */
  mention(text: string, conversation?: Payload): Promise<void>;
  tapInChannel(data: Payload, verb?: string): Promise<unknown>;
  submitInChannel(data: Payload): Promise<void>;
}

const panelChannel = {
  id: '19:panel@thread.tacv2',
  conversationType: 'channel',
  isGroup: true,
  name: 'Panel of Daniel Reyes',
};

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'confidential-'));
  const file = join(folder, 'records.sqlite');
  const log: string[] = [];
  const connector = await openConnector();
  const app = await startApp(
    { mode: 'demo', PORT: 0, LOG_LEVEL: 'debug', DATA_FILE: file },
    { log: createLog('debug', (line) => void log.push(line)) },
  );
  setTime(app.clock, monday);
  const answers: Left[] = [];
  return {
    app,
    file,
    connector,
    log,
    left: () => [
      ...answers,
      ...connector.sent.map(({ activity }): Left => ({ surface: surfaceOf(activity), payload: activity })),
    ],
    chatOf: (who, name) => chatOf({ app, connector, answers }, who, name),
    async close() {
      await app.stop();
      await connector.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function surfaceOf({ conversation }: Payload): Left['surface'] {
  const type = (conversation as { readonly conversationType?: unknown } | undefined)?.conversationType;
  return type === 'personal' ? 'personal' : 'channel';
}

type Parts = { readonly app: App; readonly connector: Connector; readonly answers: Left[] };
let activities = 0;

/** Teams says the person's name with every activity, as it does. */
function chatOf({ app, connector, answers }: Parts, who: Person, name: string): Chat {
  const acting = app.desk.demo?.actAs(`29:${who.person}`, who.person);
  const own = { id: `a:${who.person}`, conversationType: 'personal', tenantId: 'tenant', name };
  const post: Chat['post'] = async (activity) => {
    activities += 1;
    await acting;
    const body = {
      type: 'message',
      id: String(1_800_000_000_000 + activities),
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      from: { id: `29:${who.person}`, name, aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000020' },
      recipient: { id: '28:bot', name: 'Common Ground' },
      conversation: own,
      ...activity,
    };
    const response = await fetch(`${app.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    const payload: unknown = text === '' ? undefined : JSON.parse(text);
    if (typeof payload === 'object' && payload !== null)
      answers.push({ surface: surfaceOf(body), payload: { ...payload }, typed: activity });
    return payload;
  };
  const sentBy = async (activity: Payload): Promise<unknown[]> => {
    const before = connector.sent.length;
    await post(activity);
    // The worker sends meanwhile too: an answer says what it answers, an edit what it edits.
    const mine = [String(1_800_000_000_000 + activities), 'message-1'];
    return connector.sent
      .slice(before)
      .filter(({ message }) => message !== undefined && mine.includes(message))
      .map((sent) => shownIn(sent.activity));
  };
  const invoke = async (verb: unknown, data: unknown, more: Payload = {}) => {
    const action = { type: 'Action.Execute', verb, data };
    const answer = await post({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: 'message-1',
      value: { action, trigger: 'manual' },
      ...more,
    });
    return (answer as { readonly value?: unknown } | undefined)?.value;
  };
  const entities = [{ type: 'mention', text: '<at>Common Ground</at>', mentioned: { id: '28:bot' } }];
  return {
    post,
    say: (text) => sentBy({ text }),
    press: (card, title, typed = {}) => {
      const button = buttonOf(card, title);
      return invoke(button['verb'], { ...(button['data'] as Node), ...inputsOf(card), ...typed });
    },
    pressOld: (card, title, typed = {}) => {
      const button = buttonOf(card, title);
      const old = (button['fallback'] ?? button) as Node;
      return sentBy({
        value: { ...(old['data'] as Node), ...inputsOf(card), ...typed },
        replyToId: 'message-1',
      });
    },
    mention: async (text, conversation = panelChannel) => {
      await post({ text: `<at>Common Ground</at> ${text}`, entities, conversation });
    },
    tapInChannel: (data, verb = 'ballot.cast') => invoke(verb, data, { conversation: panelChannel }),
    submitInChannel: async (data) => {
      await post({ value: { verb: 'ballot.cast', ...data }, conversation: panelChannel });
    },
  };
}
