/** Turns that begin with a tapped Action.Execute: Teams waits for the answer, and repeats when none comes (D10). */
import type { ConversationReference, InvokeResponse, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { noteIdentifiers } from '../outbound/gate.ts';
import type { AdaptiveCard } from '../outbound/renderCard.ts';
import { isTooMuch } from './answerForm.ts';
import { answerTap, tap, type Tap } from './answerTap.ts';
import type { Reply } from './chat.ts';
import { referenceOf } from './deliver.ts';
import { createInChannel } from './inChannel.ts';
import type { MessageOptions } from './messages.ts';
import { failedReply } from './failedReply.ts';
import { nameOf } from '../desk/errorNames.ts';
import { sentence } from './replies/sentence.ts';
import { whoAreYou } from './replies/whoAreYou.ts';
import { stillCounting, stillSavingBeside, unreadable, wentWrong } from './sentences.ts';
import { isPersonal } from './where.ts';

export interface InvokeOptions extends MessageOptions {
  /** How long the work may take, in milliseconds, before the answer says that it goes on. */
  readonly patience: number;
}

const action = z.object({ action: tap.extend({ type: z.literal('Action.Execute') }) });

const stillSaving = () =>
  sentence({
    lines: ['Still saving. This card changes by itself when it is done. Nothing is done twice.'],
    buttons: [],
  });

export function createInvokes({ chat, delivery, identify, signed, patience }: InvokeOptions) {
  const inChannel = createInChannel(chat, identify);
  const work = async (whose: ReturnType<typeof identify>, asked: Tap): Promise<Reply> => {
    const person = await whose;
    if (!person) return whoAreYou(chat);
    return signed(person, await answerTap(chat, { person }, asked));
  };

  /** What came of work that outlived its turn, or the form again. What belongs beside a form is posted below it. */
  const showLater = async (
    going: Promise<Reply>,
    failing: (error: unknown) => Promise<Reply>,
    reference: Partial<ConversationReference>,
    message: string,
    whose: ReturnType<typeof identify>,
  ): Promise<void> => {
    const reply = await going.catch(failing);
    const person = await whose.catch(() => undefined);
    if (reply.beside === undefined) delivery.replaceLater(reference, message, reply, person);
    else delivery.postLater(reference, reply);
  };

  const answered = async (context: TurnContext, asked: Tap): Promise<InvokeResponse> => {
    // Read now: when the work ends late, botbuilder has taken the context away.
    const reference = referenceOf(context);
    const { id, replyToId } = context.activity;
    const failed = (error: unknown) =>
      chat.log.error({ event: 'tap', activity: id, error: nameOf(error) }, 'A tapped button failed.');
    const whose = identify(context);
    const going = work(whose, asked);
    const reply = await Promise.race([going, after(patience)]).catch((error: unknown) => {
      failed(error);
      return 'failed' as const;
    });
    if (reply === 'failed') return told(wentWrong);
    if (reply === 'late') {
      const failing = async (error: unknown): Promise<Reply> => {
        failed(error);
        return failedReply({ chat, signed }, whose, asked);
      };
      if (replyToId) showLater(going, failing, reference, replyToId, whose).catch(failed);
      // More than a card can bring back stays where it was typed.
      return isTooMuch(asked.data) ? told(stillSavingBeside) : showing(stillSaving().card);
    }
    if (reply.beside !== undefined) return told(reply.beside);
    noteIdentifiers(context, reply.identifiers);
    // The answer changes the card where it was tapped; the edit, on every other device and for good.
    if (reply.settled && replyToId) delivery.replaceLater(reference, replyToId, reply);
    return showing(reply.card);
  };

  /** The shared card stays as it is for everybody: its edit comes from the outbox (D10). */
  const answeredInChannel = async (context: TurnContext, asked: Tap): Promise<InvokeResponse> => {
    const { id } = context.activity;
    const failed = (error: unknown) => {
      chat.log.error({ event: 'tap', activity: id, error: nameOf(error) }, 'A tapped button failed.');
      return wentWrong;
    };
    const going = inChannel.tapped(context, asked).catch(failed);
    const sentence = await Promise.race([going, after(patience)]);
    return told(sentence === 'late' ? stillCounting : sentence);
  };

  return async (context: TurnContext): Promise<InvokeResponse> => {
    const { name, value } = context.activity;
    if (name !== 'adaptiveCard/action')
      return { status: 501, body: { code: 'unknown', message: unreadable } };
    const asked = action.safeParse(value);
    if (!asked.success) return notRead;
    const { action: tapped } = asked.data;
    return isPersonal(context.activity) ? answered(context, tapped) : answeredInChannel(context, tapped);
  };
}

async function after(milliseconds: number): Promise<'late'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('late'), milliseconds).unref();
  });
}

function showing(card: AdaptiveCard): InvokeResponse {
  return answer(200, 'application/vnd.microsoft.card.adaptive', card);
}

function told(message: string): InvokeResponse {
  return answer(200, 'application/vnd.microsoft.activity.message', message);
}

const notRead = answer(400, 'application/vnd.microsoft.error', { code: 'BadRequest', message: unreadable });

/** Teams' own shape. The request itself succeeded, so its HTTP status is 200 whatever `statusCode` says. */
function answer(statusCode: number, type: string, value: unknown): InvokeResponse {
  return { status: 200, body: { statusCode, type, value } };
}
