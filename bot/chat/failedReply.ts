/** What stands in place of "Still saving" when the work has failed after all: nothing typed is lost (D9). */
import { answerTap, type Tap } from './answerTap.ts';
import type { Chat, Reply } from './chat.ts';
import { typed } from './forms/cardInput.ts';
import type { MessageOptions } from './messages.ts';
import { helpButton } from './offers.ts';
import { sentence } from './replies/sentence.ts';
import { wentWrong } from './sentences.ts';

const busy = { done: false, refusal: { code: 'busy', message: wentWrong } } as const;

/**
 * The reply this tap gets from a desk too busy to act: the form again, filled in and under the same command id, so that
 * sending it once more acts once. One plain sentence where not even that can be made.
 */
export async function failedReply(
  { chat, signed }: Pick<MessageOptions, 'chat' | 'signed'>,
  whose: ReturnType<MessageOptions['identify']>,
  asked: Tap,
): Promise<Reply> {
  const person = await whose.catch(() => undefined);
  if (!person) return inOneSentence(asked);
  const busyChat: Chat = { ...chat, desk: { ...chat.desk, perform: async () => busy } };
  const reply = await answerTap(busyChat, { person }, asked).catch(() => inOneSentence(asked));
  return signed(person, reply).catch(() => reply);
}

function inOneSentence({ data }: Tap): Reply {
  const ref = typed(data, 'ref');
  const back = ref === '' ? [] : [{ title: ref, say: ref }];
  return sentence({ lines: [wentWrong], buttons: [...back, helpButton] });
}
