/**
 * What the bot does in a channel (D11, EXPERIENCE "In channels"): become the panel's own, and take votes on a shared
 * card. Every answer is a fixed sentence, refusals too: no name, no direction, no record (DOMAIN §8.1).
 */
import { TurnContext, type ConversationReference } from 'botbuilder';
import type { Person } from '../desk/caller.ts';
import type { Tap } from './answerTap.ts';
import { castBallot } from './ballot.ts';
import type { Chat } from './chat.ts';
import { referenceOf } from './deliver.ts';
import {
  actFirst,
  actingNow,
  noSuchPerson,
  notKnown,
  panelSetUp,
  sayableToAll,
  talkAlone,
  voteCounted,
} from './sentences.ts';
import { isChannel } from './where.ts';
import { understand } from './words.ts';

type Identify = (context: TurnContext) => Promise<Person | undefined>;

export interface InChannel {
  /** The answer to words said to the bot in a channel or group. */
  said(context: TurnContext): Promise<string>;
  /** The answer to a tap on a card there, for the one who tapped. */
  tapped(context: TurnContext, tap: Tap): Promise<string>;
}

export function createInChannel(chat: Chat, identify: Identify): InChannel {
  const stranger = chat.demo ? actFirst : notKnown;
  return {
    async said(context) {
      const text = TurnContext.removeRecipientMention(context.activity);
      const words = understand(text, { demo: chat.demo });
      if (words.word === 'actAs') return actAs(chat, context.activity.from.id, words.name);
      if (words.word !== 'setUpPanel' || !isChannel(context.activity)) return talkAlone;
      const person = await identify(context);
      if (!person) return stranger;
      const result = await chat.desk.perform(
        { ...person, from: 'chat' },
        { id: chat.newId(), name: 'panel.bindChannel', input: { reference: channelOf(context) } },
      );
      return result.done ? panelSetUp : sayableToAll(result.refusal);
    },
    async tapped(context, { verb, data }) {
      if (verb !== 'ballot.cast' || !isChannel(context.activity)) return talkAlone;
      const person = await identify(context);
      if (!person) return stranger;
      const result = await castBallot(chat, person, data);
      return result.done ? voteCounted : sayableToAll(result.refusal);
    },
  };
}

async function actAs({ desk }: Chat, chatUser: string, name: string): Promise<string> {
  const found = name === '' ? undefined : await desk.demo?.find(name);
  if (!found) return noSuchPerson;
  await desk.demo?.actAs(chatUser, found.person);
  return actingNow;
}

/** The channel itself, without the thread the words stood in: what is posted to it begins a thread of its own. */
function channelOf(context: TurnContext): Partial<ConversationReference> {
  const { user: _someone, conversation, ...reference } = referenceOf(context);
  const [id = ''] = (conversation?.id ?? '').split(';');
  const tenantId = conversation?.tenantId;
  return {
    ...reference,
    conversation: {
      id,
      conversationType: 'channel',
      isGroup: true,
      name: '',
      ...(tenantId ? { tenantId } : {}),
    },
  };
}
