/** How a reply reaches the chat: as a new message, in place of a card, or later, when the turn is over. */
import { CardFactory, type Activity, type ConversationReference, type TurnContext } from 'botbuilder';
import { noteIdentifiers } from '../outbound/gate.ts';
import type { TeamsSender } from '../outbound/teamsSender.ts';
import type { ChatLog, Reply } from './chat.ts';
import { nameOf } from '../desk/errorNames.ts';
import { sentence } from './replies/sentence.ts';
import { answerSummary } from './sentences.ts';

export interface Delivery {
  post(context: TurnContext, reply: Reply): Promise<void>;
  /** Edits the message with the card that was tapped; a message that cannot be edited gets a new one below it. */
  replace(context: TurnContext, reply: Reply): Promise<void>;
  /** Edits a message after its turn, without anyone waiting for it. */
  replaceLater(reference: Partial<ConversationReference>, message: string, reply: Reply): void;
  /** Sends a new message after a turn, without anyone waiting for it. */
  postLater(reference: Partial<ConversationReference>, reply: Reply): void;
}

/** D9: what somebody typed and did not send stands in the chat no longer than this. */
const unsentMinutes = 15;

const cleared = () =>
  sentence({
    lines: ['What you had typed here was not sent, and has been cleared away. Say "help" to begin again.'],
  });

export function createDelivery(sender: Pick<TeamsSender, 'edit' | 'post'>, log: ChatLog): Delivery {
  const clearings = new Map<string, NodeJS.Timeout>();

  const clearUnless = (reference: Partial<ConversationReference>, message: string, reply: Reply) => {
    const place = `${reference.conversation?.id ?? ''} ${message}`;
    clearTimeout(clearings.get(place));
    clearings.delete(place);
    if (!reply.unsent) return;
    const clear = () => replaceLater(reference, message, cleared());
    clearings.set(place, setTimeout(clear, unsentMinutes * 60_000).unref());
  };

  const replaceLater: Delivery['replaceLater'] = (reference, message, reply) => {
    sender.edit(reference, message, messageOf(reply), reply.identifiers).then(
      () => clearUnless(reference, message, reply),
      (error: unknown) =>
        log.error({ event: 'edit', message, error: nameOf(error) }, 'A card was not edited.'),
    );
  };

  return {
    async post(context, reply) {
      noteIdentifiers(context, reply.identifiers);
      await context.sendActivity(messageOf(reply));
    },
    async replace(context, reply) {
      noteIdentifiers(context, reply.identifiers);
      const replyToId = reply.beside === undefined ? context.activity.replyToId : undefined;
      const edited = replyToId !== undefined && (await edit(context, replyToId, reply));
      if (!edited) await context.sendActivity(messageOf(reply));
      else clearUnless(referenceOf(context), replyToId, reply);
    },
    replaceLater,
    postLater(reference, reply) {
      sender.post(reference, messageOf(reply), reply.identifiers).catch((error: unknown) => {
        log.error({ event: 'post', error: nameOf(error) }, 'A message was not sent.');
      });
    },
  };
}

async function edit(context: TurnContext, id: string, reply: Reply): Promise<boolean> {
  try {
    await context.updateActivity({ ...messageOf(reply), id });
    return true;
  } catch {
    return false;
  }
}

/** The conversation as it can be continued when the turn is over; names of people are not kept. */
export function referenceOf({ activity }: Pick<TurnContext, 'activity'>): Partial<ConversationReference> {
  const { channelId, serviceUrl, conversation, locale, from, recipient } = activity;
  return {
    channelId,
    serviceUrl,
    conversation,
    ...(locale ? { locale } : {}),
    user: { id: from.id, name: '', ...(from.aadObjectId ? { aadObjectId: from.aadObjectId } : {}) },
    bot: { id: recipient.id, name: '' },
  };
}

function messageOf({ card }: Reply): Partial<Activity> {
  return { type: 'message', summary: answerSummary, attachments: [CardFactory.adaptiveCard(card)] };
}
