/** How a reply reaches the chat: as a new message, in place of a card, or later, when the turn is over. */
import { CardFactory, type Activity, type ConversationReference, type TurnContext } from 'botbuilder';
import { noteIdentifiers } from '../outbound/gate.ts';
import type { TeamsSender } from '../outbound/teamsSender.ts';
import type { Person } from '../desk/caller.ts';
import type { Chat, Reply } from './chat.ts';
import { nameOf } from '../desk/errorNames.ts';
import { sentence } from './replies/sentence.ts';
import { answerSummary } from './sentences.ts';

export interface Delivery {
  post(context: TurnContext, reply: Reply): Promise<void>;
  /**
   * Edits the message with the card that was tapped; a message that cannot be edited gets a new one below it. What
   * `person` has not sent in it is cleared away in time.
   */
  replace(context: TurnContext, reply: Reply, person?: Person): Promise<void>;
  /** Edits a message after its turn, without anyone waiting for it. */
  replaceLater(
    reference: Partial<ConversationReference>,
    message: string,
    reply: Reply,
    person?: Person,
  ): void;
  /** Sends a new message after a turn, without anyone waiting for it. */
  postLater(reference: Partial<ConversationReference>, reply: Reply): void;
}

/** In place of a form that was refused, and not sent again in time (D9). */
export function clearedMessage(): Partial<Activity> {
  return messageOf(
    sentence({
      lines: ['What you had typed here was not sent, and has been cleared away. Say "help" to begin again.'],
    }),
  );
}

/** Ten minutes of a store that does not answer. */
const mostNotes = 20;
const noteAgainAfter = 30_000;

/** Where what is not sent is noted down, so that it is cleared away even after a restart. */
type Parts = Pick<Chat, 'desk' | 'newId' | 'log'> & { readonly sender: Pick<TeamsSender, 'edit' | 'post'> };

export function createDelivery({ sender, desk, newId, log }: Parts): Delivery {
  const clearLater = async (
    reference: Partial<ConversationReference>,
    message: string | undefined,
    { unsent }: Reply,
    person: Person | undefined,
  ) => {
    if (unsent === undefined || message === undefined || !person) return;
    const input = { reference: { ...reference }, message, form: unsent };
    const note = async () => {
      const command = { id: newId(), name: 'self.clearLater', input } as const;
      const noted = await desk.perform({ ...person, from: 'chat' }, command);
      return noted.done ? undefined : noted.refusal.code;
    };
    // A store that is busy is what brings many a form back: its note is tried again without anyone waiting for it.
    const tryFor = async (tries: number): Promise<void> => {
      const error = await note().catch(nameOf);
      if (error === undefined) return;
      if (tries > 1) setTimeout(() => void tryFor(tries - 1), noteAgainAfter).unref();
      else log.error({ event: 'edit', message, error }, 'A form that was not sent will not be cleared away.');
    };
    await tryFor(mostNotes);
  };

  return {
    async post(context, reply) {
      noteIdentifiers(context, reply.identifiers);
      await context.sendActivity(messageOf(reply));
    },
    async replace(context, reply, person) {
      noteIdentifiers(context, reply.identifiers);
      const reference = referenceOf(context);
      const replyToId = reply.beside === undefined ? context.activity.replyToId : undefined;
      // Noted first: a process that ends in between leaves nothing standing.
      await clearLater(reference, replyToId, reply, person);
      const edited = replyToId !== undefined && (await edit(context, replyToId, reply));
      if (edited) return;
      const sent = await context.sendActivity(messageOf(reply));
      await clearLater(reference, sent?.id, reply, person);
    },
    replaceLater(reference, message, reply, person) {
      clearLater(reference, message, reply, person)
        .then(async () => sender.edit(reference, message, messageOf(reply), reply.identifiers))
        .catch((error: unknown) => {
          log.error({ event: 'edit', message, error: nameOf(error) }, 'A card was not edited.');
        });
    },
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
