/** Turns that begin with a message: typed words, and buttons that arrive as one (Action.Submit). */
import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Person } from '../desk/caller.ts';
import { createAcquaintance } from './acquaintance.ts';
import { answerTap, tap } from './answerTap.ts';
import { answerWord } from './answerWord.ts';
import type { Chat, Reply } from './chat.ts';
import { referenceOf, type Delivery } from './deliver.ts';
import { hello, nowActing, say } from './replies/greetings.ts';
import { createInChannel } from './inChannel.ts';
import { whoAreYou } from './replies/whoAreYou.ts';
import { voteCounted } from './sentences.ts';
import { isMentioned, isPersonal } from './where.ts';
import { understand, type Said } from './words.ts';

export interface MessageOptions {
  readonly chat: Chat;
  readonly delivery: Delivery;
  readonly identify: (context: TurnContext) => Promise<Person | undefined>;
  /** Adds who the person is acting as, in demo mode. */
  readonly signed: (person: Person, reply: Reply) => Promise<Reply>;
}

/** A button that says something for the person. */
const spoken = z.object({ say: z.string() });

export function createMessages({ chat, delivery, identify, signed }: MessageOptions) {
  const acquaintance = createAcquaintance(chat);
  const inChannel = createInChannel(chat, identify);

  /** Says the first hello where it is due. */
  const greet = async (context: TurnContext, person: Person, installed = false): Promise<boolean> => {
    const first = await acquaintance.meet(person, referenceOf(context), installed);
    if (first) {
      await delivery.post(context, await signed(person, await say(chat, { person }, hello)));
    }
    return first;
  };

  const actAs = async (context: TurnContext, name: string): Promise<void> => {
    const found = name === '' ? undefined : await chat.desk.demo?.find(name);
    if (!found) return delivery.post(context, await whoAreYou(chat, name));
    const person: Person = { person: found.person, from: 'chat' };
    await chat.desk.demo?.actAs(context.activity.from.id, found.person);
    if (await greet(context, person)) return;
    await delivery.post(context, await signed(person, await say(chat, { person }, nowActing)));
  };

  const tapped = async (context: TurnContext, value: z.output<typeof submitted>): Promise<void> => {
    const person = await identify(context);
    if (!person) return delivery.replace(context, await whoAreYou(chat));
    const { verb, ...data } = value;
    const reply = await signed(person, await answerTap(chat, { person }, { verb, data }));
    await delivery.replace(context, reply, person);
  };

  const said = async (context: TurnContext, words: Said): Promise<void> => {
    if (words.word === 'actAs') return actAs(context, words.name);
    const person = await identify(context);
    if (!person) return delivery.post(context, await whoAreYou(chat));
    const greeted = await greet(context, person);
    if (greeted && ['hello', 'help', 'unknown'].includes(words.word)) return;
    await delivery.post(context, await signed(person, await answerWord(chat, { person }, words)));
  };

  /** In a channel or group: a button in a client without Action.Execute, or words said to the bot. */
  const inPublic = async (context: TurnContext, value?: z.output<typeof submitted>): Promise<void> => {
    if (value) {
      const { verb, ...data } = value;
      const answer = await inChannel.tapped(context, { verb, data });
      // That it counted is said by the card, which is edited; a channel hears of what went wrong only.
      if (answer !== voteCounted) await context.sendActivity(answer);
    } else if (isMentioned(context.activity)) {
      await context.sendActivity(await inChannel.said(context));
    }
  };

  return {
    async message(context: TurnContext): Promise<void> {
      const { activity } = context;
      const sent = submitted.safeParse(activity.value);
      if (!isPersonal(activity)) return inPublic(context, sent.data);
      const button = spoken.safeParse(activity.value);
      if (sent.success) return tapped(context, sent.data);
      const text: unknown = activity.text;
      const typed = button.success ? button.data.say : typeof text === 'string' ? text : '';
      return said(context, understand(typed, { demo: chat.demo }));
    },

    /** The app was added, or somebody joined. Only a chat of our own is greeted, and nobody twice. */
    async arrived(
      context: TurnContext,
      { tellStrangers }: { readonly tellStrangers: boolean },
    ): Promise<void> {
      if (!isPersonal(context.activity)) return;
      const person = await identify(context);
      if (person) await greet(context, person, true);
      else if (tellStrangers) await delivery.post(context, await whoAreYou(chat));
    },
  };
}

/** The fallback of a button that acts: its verb stands beside the data. */
const submitted = z.looseObject({ verb: tap.shape.verb });
