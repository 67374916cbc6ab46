/** The reply to what a person typed, or said by tapping a button. */
import type { Chat, Reply, Turn } from './chat.ts';
import { idOf } from './commandIds.ts';
import { newReportReply } from './answerForm.ts';
import { newReferralReply } from './answerReferral.ts';
import {
  help,
  helloAgain,
  howToAskStatus,
  howToLink,
  howToSetUpPanel,
  mistypedReference,
  notUnderstood,
  say,
  youAreWelcome,
} from './replies/greetings.ts';
import { openNotices } from './openNotices.ts';
import { due, inbox, myReports } from './replies/lists.ts';
import { recordStatusReply } from './replies/recordStatus.ts';
import { myReferrals } from './replies/referral.ts';
import { nextPanelReply } from './replies/panel.ts';
import { refused } from './replies/refused.ts';
import { statusReply } from './replies/status.ts';
import type { Said } from './words.ts';

/** `act as` is not answered here: it changes who asks. */
export async function answerWord(
  chat: Chat,
  turn: Turn,
  said: Exclude<Said, { word: 'actAs' }>,
): Promise<Reply> {
  switch (said.word) {
    case 'report':
      return newReportReply(chat, turn);
    case 'myReports':
      return myReports(chat, turn);
    case 'refer':
      return newReferralReply(chat, turn);
    case 'myReferrals':
      return myReferrals(chat, turn);
    case 'inbox':
      return inbox(chat, turn);
    case 'due':
      return due(chat, turn);
    case 'status':
      return said.ref ? recordStatusReply(chat, turn, said.ref) : say(chat, turn, howToAskStatus);
    case 'open':
      return said.ref ? openNotices(chat, turn, said.ref) : say(chat, turn, howToAskStatus);
    case 'link':
      return link(chat, turn, said.refs);
    case 'nextPanel':
      return nextPanelReply(chat, turn);
    case 'setUpPanel':
      return say(chat, turn, howToSetUpPanel);
    case 'help':
      return say(chat, turn, help);
    case 'hello':
      return say(chat, turn, helloAgain);
    case 'thanks':
      return say(chat, turn, youAreWelcome);
    case 'mistypedReference':
      return say(chat, turn, mistypedReference);
    case 'unknown':
      return say(chat, turn, notUnderstood);
  }
}

/** Two reports of one event. Teams may deliver the words twice; the id makes it one link. */
async function link(chat: Chat, turn: Turn, refs: readonly string[]): Promise<Reply> {
  const [ref, other, ...more] = refs;
  if (!ref || !other || more.length > 0) return say(chat, turn, howToLink);
  const result = await chat.desk.perform(turn.person, {
    id: idOf('link', turn.person.person, ref, other),
    name: 'incident.link',
    input: { ref, other },
  });
  if (result.done) return statusReply(chat, turn, ref, { note: result.outcome.message });
  if (result.refusal.code === 'stale') return statusReply(chat, turn, ref, { note: result.refusal.message });
  return refused(chat, result.refusal);
}
