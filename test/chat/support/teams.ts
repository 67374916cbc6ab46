/** One person's Teams, as far as the bot sees it: the real adapter, gate, sender and desk, and a connector of ours. */
import type { TurnContext } from 'botbuilder';
import { createAdapter } from '../../../bot/chat/adapter.ts';
import { createBot, type BotOptions } from '../../../bot/chat/bot.ts';
import { createProcessActivity } from '../../../bot/chat/processActivity.ts';
import { chatSentences } from '../../../bot/chat/sentences.ts';
import type { Person } from '../../../bot/desk/caller.ts';
import type { Desk } from '../../../bot/desk/desk.ts';
import { createGate } from '../../../bot/outbound/gate.ts';
import { createTeamsSender } from '../../../bot/outbound/teamsSender.ts';
import { systemRandom } from '../../../bot/random.ts';
import { openConnector, type Connector } from './connector.ts';
import { buttonOf, type Node } from './cards.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Teams {
  readonly connector: Connector;
  /** What was logged, and what the gate kept back. */
  readonly logged: unknown[];
  readonly breaches: unknown[];
  /** Sends any activity; parts left out are those of an ordinary message in a chat of one's own. */
  post(activity: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** Types words, and gives the cards or texts that come back. */
  say(text: string): Promise<unknown[]>;
  /** Taps an Action.Execute: the card or text of the invoke's answer. */
  tap(verb: unknown, data: unknown, message?: string): Promise<unknown>;
  /** Taps a button of a card with what the inputs hold, in a client that knows Action.Execute. */
  press(card: unknown, title: string, typed?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** The same in a client that does not: the fallback, which arrives as a message. Gives what was sent. */
  pressOld(card: unknown, title: string, typed?: Readonly<Record<string, unknown>>): Promise<unknown[]>;
  /** What Teams sends when the app is added. */
  install(): Promise<unknown[]>;
  close(): Promise<void>;
}

type Options = Partial<BotOptions> & {
  readonly desk: Desk;
  readonly person?: Person;
  readonly chatUser?: string;
};

/** With `person`, that is who writes; without, whoever the chat user acts as (demo mode). */
export async function openTeams({
  desk,
  person,
  chatUser = '29:1alex',
  ...replace
}: Options): Promise<Teams> {
  const connector = await openConnector();
  const logged: unknown[] = [];
  const breaches: unknown[] = [];
  const log = { error: (fields: object, message: string) => logged.push({ ...fields, message }) };
  const adapter = createAdapter({ log });
  adapter.use(createGate({ onBreach: (breach) => breaches.push(breach), sentences: chatSentences }));
  const bot = createBot({
    desk,
    identify: async (context: TurnContext) => {
      if (person) return person;
      const acting = await desk.demo?.actingAs(context.activity.from.id);
      return acting === undefined ? undefined : { person: acting };
    },
    tabUrl: 'http://127.0.0.1:3978/tab/',
    demo: false,
    sender: createTeamsSender({
      adapter,
      appId: '',
      limiter: { turn: atOnce },
      pause: atOnce,
      random: systemRandom,
    }),
    log,
    ...replace,
  });
  const processActivity = createProcessActivity(adapter, bot, { secured: false });
  let count = 0;

  const post: Teams['post'] = async (activity) => {
    count += 1;
    const body = {
      type: 'message',
      id: `in-${count}`,
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      from: { id: chatUser, name: 'Someone', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000020' },
      recipient: { id: '28:bot', name: 'Common Ground' },
      conversation: { id: 'a:chat', conversationType: 'personal', tenantId: 'tenant' },
      ...activity,
    };
    return answerOf((response) => processActivity({ method: 'POST', headers: {}, body }, response));
  };
  const sentBy = async (activity: Readonly<Record<string, unknown>>): Promise<unknown[]> => {
    const before = connector.sent.length;
    await post(activity);
    return connector.sent.slice(before).map((sent) => shownIn(sent.activity));
  };
  const tap: Teams['tap'] = async (verb, data, message = 'message-1') => {
    const answer = await post({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: message,
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    });
    return (answer.body as { value?: unknown }).value;
  };
  return {
    connector,
    logged,
    breaches,
    post,
    say: async (text) => sentBy({ text }),
    tap,
    press: async (card, title, typed = {}) => {
      const button = buttonOf(card, title);
      return tap(button['verb'], { ...(button['data'] as Node), ...typed });
    },
    pressOld: async (card, title, typed = {}) => {
      const button = buttonOf(card, title);
      const old = (button['fallback'] ?? button) as Node;
      return sentBy({ value: { ...(old['data'] as Node), ...typed }, replyToId: 'message-1' });
    },
    install: async () => sentBy({ type: 'installationUpdate', action: 'add' }),
    close: async () => connector.close(),
  };
}

const atOnce = async () => undefined;

/** The card of a message, or its text. */
export function shownIn(activity: Readonly<Record<string, unknown>>): unknown {
  const [attachment] = (activity['attachments'] ?? []) as readonly { readonly content?: unknown }[];
  return attachment?.content ?? activity['text'];
}

/** Runs something against a response like restify's, and gives what it answered. */
export async function answerOf(
  work: (response: {
    socket: unknown;
    status: (code: number) => unknown;
    send: (...body: unknown[]) => unknown;
    end: () => unknown;
    header: () => unknown;
  }) => Promise<void>,
): Promise<Answer> {
  const answer = { status: 0, body: undefined as unknown };
  await work({
    socket: {},
    status: (code) => (answer.status = code),
    send: (...body) => (answer.body = body[0]),
    end: () => undefined,
    header: () => undefined,
  });
  return answer;
}
