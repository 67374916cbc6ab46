/** Sends and edits messages nobody has just asked for (proactive messages), through the bot's own adapter. */
import type { Activity, CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import { noteIdentifiers, wasWithheld } from './gate.ts';
import type { Limiter } from './limits.ts';
import { isWorthRepeating, statusOf, withRetries, type Waiting } from './retries.ts';

/**
 * `unreachable`: the bot was blocked or removed, or the message is gone. `busy`: Teams asks to come back later.
 * `withheld`: the gate kept it back (HS-13) and nothing stands in its place.
 */
export type Sent =
  | { readonly sent: true; readonly activity: string }
  | { readonly sent: false; readonly why: 'unreachable' | 'busy' | 'withheld' };

/** A conversation reference as it was stored; `conversation.id` and `serviceUrl` are needed. */
export type Conversation = Readonly<Record<string, unknown>>;

export interface TeamsSender {
  /** `identifiers` are the desk's, of the records the message was made from. Throws what is neither of `Sent`. */
  post(
    conversation: Conversation,
    activity: Partial<Activity>,
    identifiers: readonly string[],
  ): Promise<Sent>;
  edit(
    conversation: Conversation,
    activityId: string,
    activity: Partial<Activity>,
    identifiers: readonly string[],
  ): Promise<Sent>;
}

export interface SenderOptions extends Waiting {
  /** With the gate in use. */
  readonly adapter: Pick<CloudAdapter, 'continueConversationAsync'>;
  /** The bot's Entra application id; empty only in demo mode. */
  readonly appId: string;
  readonly limiter: Limiter;
}

/** The connector itself repeats three times what answers 5xx, or 429 with Retry-After; what it gives up on is repeated here. */
export function createTeamsSender(options: SenderOptions): TeamsSender {
  return {
    post: (conversation, activity, identifiers) =>
      deliver(options, conversation, identifiers, async (context) => {
        const answer = await context.sendActivity(activity);
        return answer?.id ?? '';
      }),
    edit: (conversation, activityId, activity, identifiers) =>
      deliver(options, conversation, identifiers, async (context) => {
        await context.updateActivity({ ...activity, id: activityId });
        return activityId;
      }),
  };
}

async function deliver(
  options: SenderOptions,
  conversation: Conversation,
  identifiers: readonly string[],
  act: (context: TurnContext) => Promise<string>,
): Promise<Sent> {
  const reference: Partial<ConversationReference> = conversation;
  const id = reference.conversation?.id;
  if (!id || !reference.serviceUrl) return { sent: false, why: 'unreachable' };
  try {
    return await withRetries(async () => {
      await options.limiter.turn(id);
      return inTurn(options, reference, identifiers, act);
    }, options);
  } catch (error) {
    if (isWorthRepeating(error)) return { sent: false, why: 'busy' };
    if ([403, 404].includes(statusOf(error) ?? 0)) return { sent: false, why: 'unreachable' };
    throw error;
  }
}

/** Errors are carried out by hand: thrown inside, the adapter's onTurnError would answer them in the person's chat. */
async function inTurn(
  { adapter, appId }: SenderOptions,
  reference: Partial<ConversationReference>,
  identifiers: readonly string[],
  act: (context: TurnContext) => Promise<string>,
): Promise<Sent> {
  const outcomes: ({ readonly sent: Sent } | { readonly error: unknown })[] = [];
  await adapter.continueConversationAsync(appId, reference, async (context) => {
    try {
      noteIdentifiers(context, identifiers);
      const activity = await act(context);
      outcomes.push({
        sent: wasWithheld(context) ? { sent: false, why: 'withheld' } : { sent: true, activity },
      });
    } catch (error) {
      outcomes.push({ error });
    }
  });
  const [ended] = outcomes;
  if (!ended) throw new Error('The conversation could not be continued.');
  if ('error' in ended) throw ended.error;
  return ended.sent;
}
