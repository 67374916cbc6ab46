/** The bot's chat (journey 1): botbuilder's handler on the outside, plain functions inside. */
import { TeamsActivityHandler, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Person } from '../desk/caller.ts';
import type { Desk } from '../desk/desk.ts';
import type { TeamsSender } from '../outbound/teamsSender.ts';
import { systemRandom } from '../random.ts';
import { createActingLine } from './acting.ts';
import type { Chat, ChatLog } from './chat.ts';
import { createDelivery } from './deliver.ts';
import { createInvokes } from './invokes.ts';
import { createMessages } from './messages.ts';

export interface BotOptions {
  readonly desk: Desk;
  /** Who writes, from what Teams says of them; undefined when that says nothing. */
  readonly identify: (context: TurnContext) => Promise<Person | undefined>;
  /** Where the tab is served. Links add a route and a reference, never anything else. */
  readonly tabUrl: string;
  readonly demo: boolean;
  /** For what is sent after a turn has ended: the gate and the rate limits are its business. */
  readonly sender: Pick<TeamsSender, 'edit' | 'post'>;
  readonly log: ChatLog;
  /** Fresh command ids for forms. Default: random. */
  readonly newId?: () => string;
  /** Milliseconds before a tap is answered with "Still saving". Default 3500: Teams gives up at 5000 (D10). */
  readonly patience?: number;
}

export interface Bot {
  readonly run: (context: TurnContext) => Promise<void>;
}

export function createBot({ desk, identify, tabUrl, demo, sender, log, ...options }: BotOptions): Bot {
  const chat: Chat = {
    desk,
    tabUrl: tabUrl.replace(/\/+$/, ''),
    demo,
    newId: options.newId ?? (() => systemRandom.uuid()),
    log,
  };
  const parts = {
    chat,
    identify,
    delivery: createDelivery({ ...chat, sender }),
    signed: createActingLine(chat),
  };
  const handler = new TeamsChat(
    createMessages(parts),
    createInvokes({ ...parts, patience: options.patience ?? 3500 }),
  );
  return { run: async (context) => handler.run(context) };
}

/** botbuilder calls for invokes by overriding. Everything else is registered, without `next`: nothing else listens. */
class TeamsChat extends TeamsActivityHandler {
  readonly #invoke: (context: TurnContext) => Promise<InvokeResponse>;

  constructor(
    messages: ReturnType<typeof createMessages>,
    invoke: (context: TurnContext) => Promise<InvokeResponse>,
  ) {
    super();
    this.#invoke = invoke;
    this.onMessage(async (context) => messages.message(context));
    // Its own handling would look every new member up over the network.
    this.onConversationUpdate(async (context) => {
      const joined = context.activity.membersAdded ?? [];
      if (joined.length > 0) await messages.arrived(context, { tellStrangers: true });
    });
    this.onInstallationUpdate(async (context) => {
      const action: unknown = context.activity.action;
      if (action === 'add') await messages.arrived(context, { tellStrangers: false });
    });
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    return this.#invoke(context);
  }
}
